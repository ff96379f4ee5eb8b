import { between, distance, rowOf, type Points, type XY } from './plane';

/** A smooth way through a few points, sampled. Lengths are in units of the plane. */
export interface Path {
  /**
   * Five numbers a sample: x, y, the direction there (a unit vector, which turns evenly from one sample to the next, so that outlines have no
   * facets), and the length so far.
   */
  readonly samples: Float64Array;
  readonly length: number;
  /** The tightest bend: one over the least radius, 0 where all is straight. */
  readonly curvature: number;
}

/** Numbers of a sample. */
export const SAMPLE = 5;

/** A place on a path and the direction of the path there, as a unit vector. */
export interface Step {
  readonly point: XY;
  readonly along: XY;
}

/** Samples of a path that is not said to need fewer. */
const SAMPLES = 64;

/**
 * A smooth path through `stops`, at least two: two give a plain arc, more a centripetal Catmull-Rom spline. `bend` is how far
 * its middle stands aside as a share of its length, and `shift` the same as a length, kept up over most of the way: both to the
 * right of the way in a plane with y downwards where positive. Stops that coincide count once; a path of one point has length 0.
 */
export function pathThrough(stops: readonly XY[], bend = 0, shift = 0, samples = SAMPLES): Path {
  const distinct = stops.filter((stop, i) => i === 0 || distance(stop, stops[i - 1]!) > 1e-12);
  const [first, second] = distinct;
  if (!first || !second) return pathOf(rowOf(distinct));
  if (distinct.length === 2 && shift === 0) return arc(first, second, bend, samples);
  const plain = pathOf(evenly(rowOf(distinct.length === 2 ? distinct : spline(distinct)), samples));
  return bend === 0 && shift === 0 ? plain : pathOf(evenly(aside(plain, bend, shift), samples));
}

/** The parabola from `a` to `b` whose middle stands aside by a share of their distance: its samples lie closer where it bends more. */
function arc(a: XY, b: XY, bend: number, count: number): Path {
  const samples = new Float64Array(SAMPLE * (count + 1));
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const straight = Math.sqrt(dx * dx + dy * dy);
  let length = 0;
  for (let i = 0, k = 0; i <= count; i++, k += SAMPLE) {
    const share = i / count;
    const ahead = 2 * share - 1;
    const far = bend * (1 - ahead * ahead);
    const x = a[0] + dx * share - dy * far;
    const y = a[1] + dy * share + dx * far;
    if (i > 0) {
      const px = x - samples[k - SAMPLE]!;
      const py = y - samples[k - SAMPLE + 1]!;
      length += Math.sqrt(px * px + py * py);
    }
    // how far it goes aside on each length ahead
    const slope = -4 * bend * ahead;
    const unit = straight * Math.sqrt(1 + slope * slope);
    samples[k] = x;
    samples[k + 1] = y;
    samples[k + 2] = (dx - dy * slope) / unit;
    samples[k + 3] = (dy + dx * slope) / unit;
    samples[k + 4] = length;
  }
  return { samples, length, curvature: (8 * Math.abs(bend)) / straight };
}

/** A polyline with its lengths and directions. */
export function pathOf(points: Points): Path {
  const count = points.length / 2;
  const samples = new Float64Array(count * SAMPLE);
  let length = 0;
  let curvature = 0;
  // of the piece before: its direction and size
  let ux = 1;
  let uy = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const p = 2 * i;
    const k = SAMPLE * i;
    const x = points[p]!;
    const y = points[p + 1]!;
    const isLast = i + 1 === count;
    const dx = isLast ? 0 : points[p + 2]! - x;
    const dy = isLast ? 0 : points[p + 3]! - y;
    const size = Math.sqrt(dx * dx + dy * dy);
    const vx = size > 0 ? dx / size : ux;
    const vy = size > 0 ? dy / size : uy;
    samples[k] = x;
    samples[k + 1] = y;
    samples[k + 4] = length;
    // along the chord from the sample before to the one after
    const cx = i === 0 || isLast ? vx : ux * before + dx;
    const cy = i === 0 || isLast ? vy : uy * before + dy;
    const chord = Math.sqrt(cx * cx + cy * cy) || 1;
    samples[k + 2] = cx / chord;
    samples[k + 3] = cy / chord;
    if (i > 0 && !isLast) curvature = Math.max(curvature, (2 * turning(ux, uy, vx, vy)) / (before + size));
    length += size;
    ux = vx;
    uy = vy;
    before = size;
  }
  return { samples, length, curvature };
}

/** Where the path is after `length`; before its start and after its end it goes on straight. */
export function stepAt(path: Path, length: number): Step {
  if (path.samples.length <= SAMPLE) return { point: [path.samples[0] ?? 0, path.samples[1] ?? 0], along: [1, 0] };
  stepsAt(path, length, 0, 1, step);
  return { point: [step[0]!, step[1]!], along: [step[2]!, step[3]!] };
}

/** The step that was asked for last: memory that is used again, since steps are many. */
const step = new Float64Array(4);

/**
 * Where the path is after `from` and every `pace` from there, `count` times: x, y and the direction there, four numbers each. They are
 * written to `steps`.
 */
export function stepsAt(
  { samples, length: whole }: Path,
  from: number,
  pace: number,
  count: number,
  steps = new Float64Array(count * 4),
): Float64Array {
  const last = samples.length - 2 * SAMPLE;
  if (last < 0) return steps;
  let a = 0;
  for (let n = 0, k = 0; n < count; n++, k += 4) {
    const length = from + pace * n;
    while (a < last && samples[a + SAMPLE + 4]! <= length) a += SAMPLE;
    const b = a + SAMPLE;
    const share = (length - samples[a + 4]!) / (samples[b + 4]! - samples[a + 4]! || 1);
    const dx = samples[b]! - samples[a]!;
    const dy = samples[b + 1]! - samples[a + 1]!;
    steps[k] = samples[a]! + dx * share;
    steps[k + 1] = samples[a + 1]! + dy * share;
    const isOff = length <= 0 || length >= whole;
    const ux = isOff ? dx : samples[a + 2]! + (samples[b + 2]! - samples[a + 2]!) * share;
    const uy = isOff ? dy : samples[a + 3]! + (samples[b + 3]! - samples[a + 3]!) * share;
    const unit = Math.sqrt(ux * ux + uy * uy) || 1;
    steps[k + 2] = ux / unit;
    steps[k + 3] = uy / unit;
  }
  return steps;
}

/** The points of a path between two lengths. */
export function partOf(path: Path, from: number, to: number): Points {
  const { samples } = path;
  let [first, end] = [0, samples.length];
  while (first < end && samples[first + 4]! <= from) first += SAMPLE;
  while (end > first && samples[end - SAMPLE + 4]! >= to) end -= SAMPLE;
  const part = new Float64Array((2 * (end - first)) / SAMPLE + 4);
  part.set(stepAt(path, from).point);
  for (let k = first, p = 2; k < end; k += SAMPLE, p += 2) {
    part[p] = samples[k]!;
    part[p + 1] = samples[k + 1]!;
  }
  part.set(stepAt(path, to).point, part.length - 2);
  return part;
}

/** The angle between two unit vectors in radians, 0 to π. */
export function turning(ax: number, ay: number, bx: number, by: number): number {
  const cross = ax * by - ay * bx;
  const dot = ax * bx + ay * by;
  // of small angles the sine is near enough, and much faster
  return dot > 0.9 ? Math.abs(cross) * (1 + (cross * cross) / 6) : Math.abs(Math.atan2(cross, dot));
}

/** The points of a path set aside from it. */
function aside({ samples, length }: Path, bend: number, shift: number): Points {
  const points = new Float64Array((2 * samples.length) / SAMPLE);
  for (let k = 0, p = 0; k < samples.length; k += SAMPLE, p += 2) {
    const ahead = 2 * (samples[k + 4]! / length) - 1;
    const far = bend * length * (1 - ahead ** 2) + shift * (1 - ahead ** 6);
    points[p] = samples[k]! - samples[k + 3]! * far;
    points[p + 1] = samples[k + 1]! + samples[k + 2]! * far;
  }
  return points;
}

/** The same polyline with its points at even distances along it, the last one kept as it is. */
function evenly(points: Points, samples: number): Points {
  const last = points.length / 2 - 1;
  const sizes = new Float64Array(last);
  let length = 0;
  for (let i = 0; i < last; i++) {
    const dx = points[2 * i + 2]! - points[2 * i]!;
    const dy = points[2 * i + 3]! - points[2 * i + 1]!;
    sizes[i] = Math.sqrt(dx * dx + dy * dy);
    length += sizes[i]!;
  }
  const row = new Float64Array(2 * samples + 2);
  let k = 0;
  let start = 0;
  for (let i = 0; i < samples; i++) {
    const wanted = (length * i) / samples;
    while (k < last - 1 && start + sizes[k]! <= wanted) start += sizes[k++]!;
    const share = sizes[k]! > 0 ? (wanted - start) / sizes[k]! : 0;
    row[2 * i] = points[2 * k]! + (points[2 * k + 2]! - points[2 * k]!) * share;
    row[2 * i + 1] = points[2 * k + 1]! + (points[2 * k + 3]! - points[2 * k + 1]!) * share;
  }
  row[2 * samples] = points[2 * last]!;
  row[2 * samples + 1] = points[2 * last + 1]!;
  return row;
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
