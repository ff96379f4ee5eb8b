import { pixelAt, toPlane, type Points, type XY } from '../../core/geometry/plane';
import type { Camera, Size } from '../../view/camera';
import type { Window } from './paths';

/** The plane as it lies on a map. */
export interface View {
  readonly zoom: number;
  /** Degrees clockwise from north at the top. */
  readonly bearing: number;
  /** Of the map in CSS pixels. */
  readonly width: number;
  readonly height: number;
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

/** Throws for a tilted camera: on its map nothing is as large as its neighbour. */
export function viewOf({ center, zoom, bearing, pitch }: Camera, [width, height]: Size): View {
  if (pitch !== 0) throw new Error(`A map that is tilted by ${pitch}° is no plane.`);
  const pixel = pixelAt(zoom);
  const middle = toPlane(center);
  const turn = (-bearing * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    zoom,
    bearing,
    width,
    height,
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

/** West, north, east and south of all that is drawn, on the plane. */
export function boundsOn(view: View): Window {
  const [left, top, right, bottom] = view.window;
  const corners = [view.from([left, top]), view.from([right, top]), view.from([right, bottom]), view.from([left, bottom])];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
