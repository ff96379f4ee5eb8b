import { stepAt, stepsAt, type Path } from './path';
import { distance, type Points } from './plane';
import { drawable, placed, swept } from './ribbon';

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
function fitted(figure: ArrowFigure, lengthPixels: number): ArrowFigure {
  const factor = Math.min(1, Math.max(0.55, lengthPixels / (figure.head * 4)));
  return {
    tail: figure.tail * factor,
    shoulder: figure.shoulder * factor,
    wing: figure.wing * factor,
    head: figure.head * factor,
  };
}

/** The head of the outline at hand: memory that is used again, since outlines are many. */
const head = new Float64Array(8);

/** The swept, tapering outline of an arrow as a closed ring on the plane: slim tail, full shoulder, clear head. */
export function arrowOutline(path: Path, plan: ArrowPlan): Points {
  const { pixel } = plan;
  const { figure, tip, from } = measured(path, plan);
  const base = tip - figure.head * pixel;
  // it widens a little more towards the head
  const halfWidth = (share: number) => (figure.tail + (figure.shoulder - figure.tail) * share * (0.86 + 0.14 * share)) * pixel;
  return swept(path, from, base, halfWidth, pixel, headOf(path, base, tip, figure, pixel, head));
}

/** A chain of chevrons that ends in a head: reinforcement. Closed rings, from the tail to the head. */
export function chevronOutlines(path: Path, plan: ArrowPlan): Points[] {
  const { figure, tip, from } = measured(path, plan);
  const { pixel } = plan;
  const base = tip - figure.head * pixel;
  const thick = figure.shoulder * 0.95 * pixel;
  const pace = thick * 3.1;
  const count = Math.min(40, Math.max(1, Math.floor((base - from) / pace)));
  const fronts = stepsAt(path, base - pace * (count - 1) - thick * 0.8, pace, count);
  // in one piece of memory: there are many, and they are small
  const rings = new Float64Array(count * CHEVRON);
  const outlines: Points[] = [];
  for (let i = 0; i < count; i++) {
    const half = figure.wing * (0.5 + 0.16 * ((i + 1) / count)) * pixel;
    const lean = half * 0.75;
    const chevron = [-lean, half, 0, 0, -lean, -half, -lean - thick, -half, -thick, 0, -lean - thick, half];
    const k = 4 * i;
    const ring = rings.subarray(i * CHEVRON, (i + 1) * CHEVRON);
    outlines.push(placed(chevron, [fronts[k]!, fronts[k + 1]!], [fronts[k + 2]!, fronts[k + 3]!], ring));
  }
  outlines.push(headOf(path, base, tip, figure, pixel));
  return outlines;
}

/** Numbers of a chevron's ring: six points, and the first once more. */
const CHEVRON = 14;

/** Where a plan's tip stands on its path, and the figure that fits. Lengths on the plane. */
function measured(
  path: Path,
  { figure: wanted, pixel, progress, startGap, endGap }: ArrowPlan,
): { figure: ArrowFigure; from: number; tip: number } {
  const figure = fitted(wanted, path.length / pixel - startGap - endGap);
  const least = figure.head * 1.7 * pixel;
  const { from, to } = drawable(path, startGap * pixel, endGap * pixel, least);
  return { figure, from, tip: from + least + (to - from - least) * Math.min(1, Math.max(0, progress)) };
}

/** The head alone as a ring: right wing, tip, left wing; written to `ring`. */
function headOf(path: Path, base: number, tip: number, figure: ArrowFigure, pixel: number, ring = new Float64Array(8)): Points {
  const root = stepAt(path, base).point;
  const end = stepAt(path, tip).point;
  const size = distance(root, end) || 1;
  const [wing, back] = [figure.wing * pixel, (tip - base) * SWEEP];
  return placed([-back, wing, size, 0, -back, -wing], root, [(end[0] - root[0]) / size, (end[1] - root[1]) / size], ring);
}
