import { boxOf, middleOf } from '../core/geometry/box';
import { pixelAt, toLngLat, toPlane } from '../core/geometry/plane';

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
export function viewBounds({ center, zoom, bearing }: Camera, width: number, height: number): Bounds {
  const pixel = pixelAt(zoom);
  const turn = (bearing * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfX = ((width * cos + height * sin) / 2) * pixel;
  const halfY = ((width * sin + height * cos) / 2) * pixel;
  const [x, y] = toPlane(center);
  return [...toLngLat([x - halfX, y + halfY]), ...toLngLat([x + halfX, y - halfY])];
}

/** The camera from which a map of another size shows all that one shows, as large as that can be. */
export function framed(camera: Camera, from: Size, to: Size): Camera {
  const zoom = camera.zoom + Math.log2(Math.min(to[0] / from[0], to[1] / from[1]));
  return rounded({ ...camera, zoom: within(zoom) });
}

/** The camera from which a map of a size shows bounds, with a twentieth of each side to spare. */
export function over(bounds: Bounds, [width, height]: Size): Camera {
  const box = boxOf(bounds);
  const [west, north, east, south] = box;
  const zoom = Math.log2(Math.min((width * 0.9) / (east - west), (height * 0.9) / (south - north)) / 512);
  return rounded({ center: toLngLat(middleOf(box)), zoom: within(zoom), bearing: 0, pitch: 0 });
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
