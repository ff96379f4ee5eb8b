import { isInside, nearestOn } from '../../core/geometry/edge';
import { distance, toPlane, type LngLat, type Points, type XY } from '../../core/geometry/plane';
import { strokeForms, type StrokeShape } from './strokes';

/** Which stroke lies at a point: arrows above flows above traces, later ones above earlier ones. */

/** West, north, east and south of what was once asked for: a point is far from most strokes. */
const boxes = new WeakMap<StrokeShape, readonly [number, number, number, number]>();
const kinds = [strokeForms.slice(4), strokeForms.slice(1, 4), strokeForms.slice(0, 1)];

/** The id of the topmost stroke at `point`, or as near to it as `reach` says: two points as far from it as one may be, to either side. */
export function strokeAt(strokes: readonly StrokeShape[], point: LngLat, reach: readonly [LngLat, LngLat]): string | null {
  const at = toPlane(point);
  const within = Math.max(...reach.map((other) => distance(toPlane(other, at), at)));
  for (const forms of kinds) {
    const hit = strokes.findLast((stroke) => forms.includes(stroke.form) && isAt(stroke, at, within));
    if (hit) return hit.id;
  }
  return null;
}

function isAt(stroke: StrokeShape, [x, y]: XY, within: number): boolean {
  const [west, north, east, south] = boxOf(stroke);
  // the copy of the world in which the stroke is nearest
  const at: XY = [x + Math.round((west + east) / 2 - x), y];
  if (at[0] < west - within || at[0] > east + within || y < north - within || y > south + within) return false;
  if (stroke.form !== 'trace' && stroke.lines.some((ring) => isInside([ring], at))) return true;
  return stroke.lines.some((line) => distance(nearestOn([line], at), at) <= within);
}

function boxOf(stroke: StrokeShape): readonly [number, number, number, number] {
  let box = boxes.get(stroke);
  if (!box) boxes.set(stroke, (box = around(stroke.lines)));
  return box;
}

function around(lines: readonly Points[]): [number, number, number, number] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let k = 0; k < line.length; k += 2) {
      west = Math.min(west, line[k]!);
      east = Math.max(east, line[k]!);
      north = Math.min(north, line[k + 1]!);
      south = Math.max(south, line[k + 1]!);
    }
  }
  return [west, north, east, south];
}
