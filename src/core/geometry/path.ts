import { between, distance, type XY } from './plane';

/** A smooth way through a few points, sampled evenly, with its length so far at every sample. Lengths are in units of the plane. */
export interface Path {
  readonly points: readonly XY[];
  readonly at: readonly number[];
  readonly length: number;
}

/** A place on a path and the direction of the path there, as a unit vector. */
export interface Step {
  readonly point: XY;
  readonly along: XY;
}

const SAMPLES = 64;

/**
 * A smooth path through `stops`, at least two: two give a plain arc, more a centripetal Catmull-Rom spline. `bend` is how far
 * its middle stands aside as a share of its length, and `shift` the same as a length, kept up over most of the way: both to the
 * right of the way in a plane with y downwards where positive. Stops that coincide count once; a path of one point has length 0.
 */
export function pathThrough(stops: readonly XY[], bend = 0, shift = 0): Path {
  const distinct = stops.filter((stop, i) => i === 0 || distance(stop, stops[i - 1]!) > 1e-12);
  if (distinct.length < 2) return pathOf(distinct);
  return bent(pathOf(resample(distinct.length === 2 ? distinct : spline(distinct))), bend, shift);
}

/** A polyline with its lengths. */
export function pathOf(points: readonly XY[]): Path {
  const at: number[] = [];
  points.forEach((point, i) => at.push(i === 0 ? 0 : at[i - 1]! + distance(points[i - 1]!, point)));
  return { points, at, length: at[at.length - 1] ?? 0 };
}

/** Where the path is after `length`; before its start and after its end it goes on straight. */
export function stepAt({ points, at, length: whole }: Path, length: number): Step {
  const last = points.length - 1;
  if (last < 1) return { point: points[0] ?? [0, 0], along: [1, 0] };
  let i = 0;
  while (i < last - 1 && at[i + 1]! <= length) i++;
  const a = points[i]!;
  const b = points[i + 1]!;
  const size = at[i + 1]! - at[i]! || 1;
  const direction: XY = [(b[0] - a[0]) / size, (b[1] - a[1]) / size];
  const share = (length - at[i]!) / size;
  const before = i > 0 ? points[i - 1]! : a;
  const after = i < last - 1 ? points[i + 2]! : b;
  // the direction turns evenly from sample to sample, so that outlines have no facets
  const along = length <= 0 || length >= whole ? direction : unit(between(unit(minus(b, before)), unit(minus(after, a)), share));
  return { point: [a[0] + direction[0] * (length - at[i]!), a[1] + direction[1] * (length - at[i]!)], along };
}

/** Radius of the path's bend around `length`, measured over `span`; infinity where it is straight. */
export function radiusAt(path: Path, length: number, span: number): number {
  const from = stepAt(path, Math.max(0, length - span / 2)).along;
  const to = stepAt(path, Math.min(path.length, length + span / 2)).along;
  const turn = Math.abs(Math.atan2(from[0] * to[1] - from[1] * to[0], from[0] * to[0] + from[1] * to[1]));
  return turn < 1e-9 ? Infinity : span / turn;
}

export function unit([x, y]: XY): XY {
  const size = Math.hypot(x, y) || 1;
  return [x / size, y / size];
}

function minus(a: XY, b: XY): XY {
  return [a[0] - b[0], a[1] - b[1]];
}

function bent(path: Path, bend: number, shift: number): Path {
  if (bend === 0 && shift === 0) return path;
  const moved = path.points.map((point, i): XY => {
    const ahead = 2 * (path.at[i]! / path.length) - 1;
    const aside = bend * path.length * (1 - ahead ** 2) + shift * (1 - ahead ** 6);
    const { along } = stepAt(path, path.at[i]!);
    return [point[0] - along[1] * aside, point[1] + along[0] * aside];
  });
  return pathOf(resample(moved));
}

function resample(points: readonly XY[]): XY[] {
  const path = pathOf(points);
  return Array.from({ length: SAMPLES + 1 }, (_, i): XY => {
    if (i === SAMPLES) return points[points.length - 1]!;
    const length = (path.length * i) / SAMPLES;
    let k = 0;
    while (k < points.length - 2 && path.at[k + 1]! <= length) k++;
    const size = path.at[k + 1]! - path.at[k]!;
    return between(points[k]!, points[k + 1]!, size ? (length - path.at[k]!) / size : 0);
  });
}

/** Centripetal Catmull-Rom (Barry and Goldman's pyramid): passes through every stop without loops or overshoot. */
function spline(stops: readonly XY[]): XY[] {
  const first = stops[0]!;
  const last = stops[stops.length - 1]!;
  const all = [mirror(stops[1]!, first), ...stops, mirror(stops[stops.length - 2]!, last)];
  const points: XY[] = [first];
  for (let i = 1; i + 2 < all.length; i++) {
    const [p0, p1, p2, p3] = [all[i - 1]!, all[i]!, all[i + 1]!, all[i + 2]!];
    const t1 = Math.sqrt(distance(p0, p1));
    const t2 = t1 + Math.sqrt(distance(p1, p2));
    const t3 = t2 + Math.sqrt(distance(p2, p3));
    for (let k = 1; k <= 24; k++) {
      const t = t1 + ((t2 - t1) * k) / 24;
      const a1 = between(p0, p1, t / t1);
      const a2 = between(p1, p2, (t - t1) / (t2 - t1));
      const a3 = between(p2, p3, (t - t2) / (t3 - t2));
      const b1 = between(a1, a2, t / t2);
      const b2 = between(a2, a3, (t - t1) / (t3 - t1));
      points.push(between(b1, b2, (t - t1) / (t2 - t1)));
    }
  }
  return points;
}

function mirror(point: XY, centre: XY): XY {
  return [2 * centre[0] - point[0], 2 * centre[1] - point[1]];
}
