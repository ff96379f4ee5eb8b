import { stepsAt, turning, type Path } from './path';
import type { Points, XY } from './plane';

/** The ring of a band swept along a path: the ground that arrows and flows share. */

/** Least and most steps of a sweep, and how long one may be in pixels. */
const [LEAST_STEPS, MOST_STEPS, LONGEST_STEP] = [4, 40, 24];
/** How far, in pixels, the ring's straight pieces may cut its bends short. */
const CUT = 0.1;

/** The steps of the sweep at hand and their half-widths: memory that is used again, since sweeps are many. */
const steps = new Float64Array(4 * (MOST_STEPS + 1));
const halves = new Float64Array(MOST_STEPS + 1);

/**
 * A closed ring along both sides of a path from length `from` to `to`: first its right side (in a plane with y downwards), from the start to
 * the end, then the points of `head`, then its left side back to the start. `halfWidth` gets the share of the way, 0 to 1. Where the path
 * turns more tightly than the band is wide, the band gives way, so that a side never folds over itself. `pixel` is the size of a screen
 * pixel: there are as many points as can be seen.
 */
export function swept(
  path: Path,
  from: number,
  to: number,
  halfWidth: (share: number) => number,
  pixel: number,
  head: ArrayLike<number>,
): Points {
  const sharpest = Math.sqrt((path.curvature * pixel) / (8 * CUT));
  const wanted = ((to - from) / pixel) * Math.max(sharpest, 1 / LONGEST_STEP);
  const count = Math.min(MOST_STEPS, Math.max(LEAST_STEPS, Math.ceil(wanted)));
  const pace = (to - from) / count;
  stepsAt(path, from, pace, count + 1, steps);
  let widest = 0;
  for (let i = 0; i <= count; i++) {
    const half = halfWidth(i / count);
    halves[i] = half;
    if (half > widest) widest = half;
  }
  if (widest * path.curvature > GIVES_WAY) giveWay(count, pace);
  const ring = new Float64Array(4 * (count + 1) + head.length);
  for (let i = 0, k = 0; i <= count; i++, k += 4) {
    const half = halves[i]!;
    const dx = -steps[k + 3]! * half;
    const dy = steps[k + 2]! * half;
    const right = 2 * i;
    const left = ring.length - 4 - right;
    ring[right] = steps[k]! + dx;
    ring[right + 1] = steps[k + 1]! + dy;
    ring[left] = steps[k]! - dx;
    ring[left + 1] = steps[k + 1]! - dy;
  }
  // the head's own last point is its first
  for (let k = 0; k < head.length - 2; k++) ring[2 * count + 2 + k] = head[k]!;
  return close(ring);
}

/**
 * A closed ring of points that are given as ahead of `at` and to the right of it, in lengths of `unit`, which points ahead; written to `ring`,
 * which has room for one point more.
 */
export function placed(points: readonly number[], at: XY, unit: XY, ring = new Float64Array(points.length + 2)): Points {
  for (let k = 0; k < points.length; k += 2) {
    const ahead = points[k]!;
    const right = points[k + 1]!;
    ring[k] = at[0] + unit[0] * ahead - unit[1] * right;
    ring[k + 1] = at[1] + unit[1] * ahead + unit[0] * right;
  }
  return close(ring);
}

function close(ring: Points): Points {
  ring[ring.length - 2] = ring[0]!;
  ring[ring.length - 1] = ring[1]!;
  return ring;
}

/** The half-width that a bend leaves, as a share of its radius. */
const GIVES_WAY = 0.8;

/** Makes half-widths smaller in tight bends, and gradually before and after them. */
function giveWay(last: number, pace: number): void {
  for (let i = 0; i <= last; i++) {
    for (let span = 1; span <= 3; span++) {
      const [a, b] = [4 * Math.max(0, i - span), 4 * Math.min(last, i + span)];
      const turn = turning(steps[a + 2]!, steps[a + 3]!, steps[b + 2]!, steps[b + 3]!);
      if (turn > 1e-9) halves[i] = Math.min(halves[i]!, (GIVES_WAY * 2 * span * pace) / turn);
    }
  }
  for (let i = 1; i <= last; i++) halves[i] = Math.min(halves[i]!, halves[i - 1]! + pace / 2);
  for (let i = last - 1; i >= 0; i--) halves[i] = Math.min(halves[i]!, halves[i + 1]! + pace / 2);
}

/** The part of a path that may be drawn: gaps at both ends, and a least length, for which a short path is drawn out behind its start. */
export function drawable(path: Path, startGap: number, endGap: number, least: number): { from: number; to: number } {
  const to = path.length - endGap;
  return { from: Math.min(startGap, to - least), to };
}
