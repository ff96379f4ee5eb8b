import { pixelAt, toPlane, type LngLat, type Points, type XY } from '../../core/geometry/plane';
import type { Window } from './paths';

/** Where a map that is not tilted looks from, and how large it is, in CSS pixels. */
export interface FlatCamera {
  readonly center: LngLat;
  readonly zoom: number;
  /** Degrees clockwise from north at the top. */
  readonly bearing: number;
  readonly width: number;
  readonly height: number;
}

/** The plane as it lies on a map. */
export interface View extends FlatCamera {
  /** Size of a pixel on the plane. */
  readonly pixel: number;
  readonly middle: XY;
  /** What is drawn: the map and a little beyond its edges. */
  readonly window: Window;
  /** The pixel of a point of the plane. */
  at(point: XY): XY;
  /** The point of the plane of a pixel. */
  from(pixel: XY): XY;
  /** By how many worlds what lies between two points of the plane is nearest to the map's middle when moved east. */
  world(west: number, east: number): number;
}

/** Beyond the edge, so that no cut is seen: wider than any line of the ground. */
const BEYOND = 8;

export function viewOf(camera: FlatCamera): View {
  const { width, height } = camera;
  const pixel = pixelAt(camera.zoom);
  const middle = toPlane(camera.center);
  const turn = (-camera.bearing * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    ...camera,
    pixel,
    middle,
    window: [-BEYOND, -BEYOND, width + BEYOND, height + BEYOND],
    at([x, y]) {
      const [right, down] = [(x - middle[0]) / pixel, (y - middle[1]) / pixel];
      return [right * cos - down * sin + width / 2, right * sin + down * cos + height / 2];
    },
    from([x, y]) {
      const [right, down] = [(x - width / 2) * pixel, (y - height / 2) * pixel];
      return [right * cos + down * sin + middle[0], -right * sin + down * cos + middle[1]];
    },
    world: (west, east) => Math.round(middle[0] - (west + east) / 2),
  };
}

/** Points of the plane in one row of numbers, as pixels, moved east by whole worlds. */
export function pixelsOf(view: View, points: Points, world: number): XY[] {
  return Array.from({ length: points.length / 2 }, (_, i) => view.at([points[2 * i]! + world, points[2 * i + 1]!]));
}

/** The corners of a window as a path. */
export function windowPath([left, top, right, bottom]: Window): string {
  return `M${left} ${top}H${right}V${bottom}H${left}z`;
}

/** Whether some pixels reach into a window. */
export function reaches(points: readonly XY[], [left, top, right, bottom]: Window): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return west <= right && east >= left && north <= bottom && south >= top;
}
