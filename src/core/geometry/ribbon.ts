import { radiusAt, stepAt, type Path } from './path';
import type { XY } from './plane';

/** The two sides of a band swept along a path: the ground that arrows and flows share. */
export interface Sides {
  /** From the start to the end, right of the way in a plane with y downwards. */
  readonly right: readonly XY[];
  /** From the start to the end too. */
  readonly left: readonly XY[];
}

/**
 * The sides of a band from length `from` to `to` of a path; `halfWidth` gets the share of that way, 0 to 1. Where the path
 * turns more tightly than the band is wide, the band gives way, so that a side never folds over itself.
 */
export function sidesOf(path: Path, from: number, to: number, halfWidth: (share: number) => number, steps = 40): Sides {
  const pace = (to - from) / steps;
  const halves = Array.from({ length: steps + 1 }, (_, i) => {
    const wanted = halfWidth(i / steps);
    const radius = Math.min(...[1.5, 3, 6].map((spans) => radiusAt(path, from + pace * i, pace * spans)));
    return Math.min(wanted, radius * 0.8);
  });
  // a band gives way gradually, before the bend and after it
  for (let i = 1; i <= steps; i++) halves[i] = Math.min(halves[i]!, halves[i - 1]! + pace / 2);
  for (let i = steps - 1; i >= 0; i--) halves[i] = Math.min(halves[i]!, halves[i + 1]! + pace / 2);
  const right: XY[] = [];
  const left: XY[] = [];
  halves.forEach((half, i) => {
    const { point, along } = stepAt(path, from + pace * i);
    right.push([point[0] - along[1] * half, point[1] + along[0] * half]);
    left.push([point[0] + along[1] * half, point[1] - along[0] * half]);
  });
  return { right, left };
}

/** A closed ring: the first point once more at the end. */
export function closed(points: readonly XY[]): XY[] {
  return [...points, points[0]!];
}

/** The part of a path that may be drawn: gaps at both ends, and a least length, for which a short path is drawn out behind its start. */
export function drawable(path: Path, startGap: number, endGap: number, least: number): { from: number; to: number } {
  const to = path.length - endGap;
  return { from: Math.min(startGap, to - least), to };
}
