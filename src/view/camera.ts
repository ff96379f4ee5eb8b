/** Where a map looks from, and what it shows from there. Pure, in Web Mercator with tiles of 512 pixels. */

/** Degrees, zoom level, bearing and pitch in degrees. */
export interface Camera {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}
/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];
/** Of a map or a picture, in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** The levels between which the map can be. */
export const ZOOMS = { least: 4, most: 13 } as const;

/** West, south, east, north of what a map of a size in CSS pixels shows, whichever way it is turned; a tilt is not counted. */
export function viewBounds({ center: [lng, lat], zoom, bearing }: Camera, width: number, height: number): Bounds {
  const world = 512 * 2 ** zoom;
  const turn = (bearing * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfX = (width * cos + height * sin) / 2 / world;
  const halfY = (width * sin + height * cos) / 2 / world;
  const middle = northing(lat);
  return [lng - halfX * 360, latitudeOf(middle + halfY), lng + halfX * 360, latitudeOf(middle - halfY)];
}

/** The camera from which a map of another size shows all that one shows, as large as that can be. */
export function framed(camera: Camera, from: Size, to: Size): Camera {
  const zoom = camera.zoom + Math.log2(Math.min(to[0] / from[0], to[1] / from[1]));
  return rounded({ ...camera, zoom: within(zoom) });
}

/** The camera from which a map of a size shows bounds, with a twentieth of each side to spare. */
export function over([west, south, east, north]: Bounds, [width, height]: Size): Camera {
  const [top, bottom] = [northing(north), northing(south)];
  const across = (east - west) / 360;
  const zoom = Math.log2(Math.min((width * 0.9) / across, (height * 0.9) / (bottom - top)) / 512);
  return rounded({ center: [(west + east) / 2, latitudeOf((top + bottom) / 2)], zoom: within(zoom), bearing: 0, pitch: 0 });
}

/** A camera as an address holds it: four decimals of a degree are 11 m, finer than a screen shows. */
export function rounded({ center: [lng, lat], zoom, bearing, pitch }: Camera): Camera {
  return { center: [trim(lng, 4), trim(lat, 4)], zoom: trim(zoom, 2), bearing: trim(bearing, 1), pitch: trim(pitch, 1) };
}

function within(zoom: number): number {
  return Math.min(ZOOMS.most, Math.max(ZOOMS.least, zoom));
}

export function trim(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) || 0;
}

/** From the north edge of the world's square to its south edge, 0 to 1. */
export function northing(latitude: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
}

export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
