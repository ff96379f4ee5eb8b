import type { XY } from '../../core/geometry/plane';
import { linePath } from './paths';
import type { View } from './view';

/** Slanting stripes that stay on the ground: each where x + y of the plane is a whole number of paces, and a share of one more. */
export interface Stripes {
  /** From stripe to stripe, as a length of x + y on the plane. */
  readonly pace: number;
  /** Where the middle of the first one is. */
  readonly start: number;
}

/** The middles of the stripes that cross the box of some pixels, as one path. */
export function stripePath(view: View, { pace, start }: Stripes, around: readonly XY[]): string {
  const [left, top, right, bottom] = view.window;
  const corners = boxCorners(around.map(([x, y]): XY => [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))])).map(
    (corner) => view.from(corner),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const paths: string[] = [];
  for (let k = Math.ceil((west + north - start) / pace); k <= Math.floor((east + south - start) / pace); k++) {
    const sum = start + k * pace;
    const [from, to] = [Math.max(west, sum - south), Math.min(east, sum - north)];
    paths.push(linePath([view.at([from, sum - from]), view.at([to, sum - to])], view.window));
  }
  return paths.join('');
}

function boxCorners(points: readonly XY[]): XY[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}
