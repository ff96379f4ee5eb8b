/** The Web Mercator plane: x and y from 0 to 1 over the world, y downwards, so that what is drawn in it looks the same on screen. */

export type XY = readonly [x: number, y: number];
export type LngLat = readonly [lng: number, lat: number];
/** Several points on the plane: x and y of each in turn. The first point of a ring stands once more at its end. */
export type Points = Float64Array;

/** Beyond this latitude the square ends; points are held at its edge. */
const MAX_LATITUDE = 85.051129;

/** Puts a point on the plane. With `near` the copy of the world nearest to that point is taken, so that a path crosses the antimeridian. */
export function toPlane([lng, lat]: LngLat, near?: XY): XY {
  const held = Math.min(MAX_LATITUDE, Math.max(-MAX_LATITUDE, lat));
  const x = lng / 360 + 0.5;
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360)) / (2 * Math.PI);
  return [near ? x + Math.round(near[0] - x) : x, y];
}

/** Degrees of a point on the plane; longitudes beyond 180 stand for a neighbouring copy of the world. */
export function toLngLat([x, y]: XY): [lng: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** Size of one screen pixel on the plane at a zoom level, with MapLibre's tiles of 512 pixels. */
export function pixelAt(zoom: number): number {
  return 1 / (512 * 2 ** zoom);
}

/** Metres on the ground as a length on the plane, at a latitude. */
export function metresOnPlane(metres: number, lat: number): number {
  return metres / (40_075_016.686 * Math.cos((lat * Math.PI) / 180));
}

export function distance(a: XY, b: XY): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The point at share `t` of the way from `a` to `b`. */
export function between(a: XY, b: XY, t: number): XY {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** Points one by one. */
export function pointsOf(points: Points): XY[] {
  return Array.from({ length: points.length / 2 }, (_, i): XY => [points[2 * i]!, points[2 * i + 1]!]);
}

/** Points in one row of numbers. */
export function rowOf(points: readonly XY[]): Points {
  const row = new Float64Array(points.length * 2);
  points.forEach((point, i) => row.set(point, 2 * i));
  return row;
}
