import { stepAt, type Path } from './path';
import type { XY } from './plane';
import { closed, drawable, sidesOf } from './ribbon';

/** The figure of an arrow, in pixels: half-widths of tail and shoulder, half-width and length of the head. */
export interface ArrowFigure {
  readonly tail: number;
  readonly shoulder: number;
  readonly wing: number;
  readonly head: number;
}

/** What an outline hangs on besides its path. `pixel` is the size of a screen pixel on the plane; gaps are in pixels. */
export interface ArrowPlan {
  readonly figure: ArrowFigure;
  readonly pixel: number;
  /** 0 to 1: how far the head has come; at 0 only the head is out. */
  readonly progress: number;
  /** Left free at the start, where the arrow leaves a mark. */
  readonly startGap: number;
  /** Left free at the end, so that the arrow never hides what it points at: its tip stands this far before the path's end. */
  readonly endGap: number;
}

/** How far a head's wings are swept back, as a share of its length. */
const SWEEP = 0.2;

/** A figure made smaller where the way is too short for it; a path without length keeps 0.55 of it. */
export function fitted(figure: ArrowFigure, lengthPixels: number): ArrowFigure {
  const factor = Math.min(1, Math.max(0.55, lengthPixels / (figure.head * 4)));
  return {
    tail: figure.tail * factor,
    shoulder: figure.shoulder * factor,
    wing: figure.wing * factor,
    head: figure.head * factor,
  };
}

/** The swept, tapering outline of an arrow as a closed ring on the plane: slim tail, full shoulder, clear head. */
export function arrowOutline(path: Path, plan: ArrowPlan): XY[] {
  const { figure, tip, from } = measured(path, plan);
  const base = tip - figure.head * plan.pixel;
  const { right, left } = sidesOf(
    path,
    from,
    base,
    (share) => (figure.tail + (figure.shoulder - figure.tail) * share ** 1.15) * plan.pixel,
  );
  return closed([...right, ...headOf(path, base, tip, figure.wing * plan.pixel), ...[...left].reverse()]);
}

/** A chain of chevrons that ends in a head: reinforcement. Closed rings, from the tail to the head. */
export function chevronOutlines(path: Path, plan: ArrowPlan): XY[][] {
  const { figure, tip, from } = measured(path, plan);
  const { pixel } = plan;
  const base = tip - figure.head * pixel;
  const thick = figure.shoulder * 0.95 * pixel;
  const pace = thick * 2.9;
  const count = Math.min(40, Math.max(1, Math.floor((base - from) / pace)));
  const rings: XY[][] = [];
  for (let i = 0; i < count; i++) {
    const front = base - pace * (count - 1 - i) - thick * 0.8;
    const half = figure.wing * (0.5 + 0.16 * ((i + 1) / count)) * pixel;
    rings.push(chevron(path, front, thick, half));
  }
  rings.push(closed(headOf(path, base, tip, figure.wing * pixel)));
  return rings;
}

/** Where a plan's tip stands on its path, and the figure that fits. Lengths on the plane. */
export function measured(
  path: Path,
  { figure: wanted, pixel, progress, startGap, endGap }: ArrowPlan,
): { figure: ArrowFigure; from: number; tip: number } {
  const figure = fitted(wanted, path.length / pixel - startGap - endGap);
  const least = figure.head * 1.7 * pixel;
  const { from, to } = drawable(path, startGap * pixel, endGap * pixel, least);
  return { figure, from, tip: from + least + (to - from - least) * Math.min(1, Math.max(0, progress)) };
}

/** The head alone, open, from its right wing over the tip to its left one. */
function headOf(path: Path, base: number, tip: number, wing: number): XY[] {
  const root = stepAt(path, base).point;
  const end = stepAt(path, tip).point;
  const size = Math.hypot(end[0] - root[0], end[1] - root[1]) || 1;
  const along: XY = [(end[0] - root[0]) / size, (end[1] - root[1]) / size];
  const back = (tip - base) * SWEEP;
  const at = (ahead: number, aside: number): XY => [
    root[0] + along[0] * ahead - along[1] * aside,
    root[1] + along[1] * ahead + along[0] * aside,
  ];
  return [at(-back, wing), end, at(-back, -wing)];
}

function chevron(path: Path, front: number, thick: number, half: number): XY[] {
  const { point, along } = stepAt(path, front);
  const at = (ahead: number, aside: number): XY => [
    point[0] + along[0] * ahead - along[1] * aside,
    point[1] + along[1] * ahead + along[0] * aside,
  ];
  const lean = half * 0.75;
  return closed([at(-lean, half), at(0, 0), at(-lean, -half), at(-lean - thick, -half), at(-thick, 0), at(-lean - thick, half)]);
}
