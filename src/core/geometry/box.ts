import { toPlane, type Points, type XY } from './plane';

/** Upright boxes on the plane. */

export type Box = readonly [west: number, north: number, east: number, south: number];

/** Bounds in degrees as a box; one that reaches over the antimeridian goes on beyond it. */
export function boxOf([west, south, east, north]: readonly [west: number, south: number, east: number, north: number]): Box {
  const [left, top] = toPlane([west, north]);
  const [right, bottom] = toPlane([east, south]);
  return [left, top, right, bottom];
}

/** The least box around points; one around none holds nothing. */
export function boxAround(lines: readonly Points[]): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let k = 0; k < line.length; k += 2) {
      const [x, y] = [line[k]!, line[k + 1]!];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
  }
  return [west, north, east, south];
}

/** A box larger by a length on every side, or smaller where that is negative; one too small for it shrinks to its middle. */
export function grown([west, north, east, south]: Box, by: number): Box {
  const [dx, dy] = [Math.max(by, (west - east) / 2), Math.max(by, (north - south) / 2)];
  return [west - dx, north - dy, east + dx, south + dy];
}

export function isIn([west, north, east, south]: Box, [x, y]: XY): boolean {
  return x >= west && x <= east && y >= north && y <= south;
}

/** Whether a box lies wholly in another. */
export function contains(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Whether two boxes touch in some copy of the world. */
export function meet(a: Box, b: Box): boolean {
  if (b[1] > a[3] || b[3] < a[1]) return false;
  // there is a whole number of worlds by which b can be moved to touch a
  return Math.floor(a[2] - b[0]) >= Math.ceil(a[0] - b[2]);
}

export function middleOf([west, north, east, south]: Box): XY {
  return [(west + east) / 2, (north + south) / 2];
}
