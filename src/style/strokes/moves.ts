import { arrowOutline, chevronOutlines, type ArrowPlan } from '../../core/geometry/arrow';
import { bandOutline, fanOutlines } from '../../core/geometry/flow';
import { stepAt } from '../../core/geometry/path';
import { toPlane, type Points, type XY } from '../../core/geometry/plane';
import type { Place } from '../../core/model';
import type { Course } from './course';
import type { Route } from './route';
import { arrowScale, fadeOf, figureAt, WORDS_WIDTH, type ArrowKind } from '../scale';
import type { StrokeForm, StrokeShape } from './strokes';
import type { Timing } from './ways';

/** Movements and flows as strokes: what is under way in full, what is past as a thin trace. */

/** The scale of the map, the party's colour, and whether the mark is selected. */
export interface Stroke {
  readonly id: string;
  readonly zoom: number;
  readonly pixel: number;
  readonly colour: string;
  readonly selected: boolean;
}

/** A movement under way: swept where it advances, dashed where it is intended, chevrons where it reinforces, hollow where it withdraws. */
export function arrowOf(movement: ArrowKind, { progress, intended }: Timing, { route }: Course, stroke: Stroke): StrokeShape {
  const { path, startGap, endGap } = route;
  const plan: ArrowPlan = { figure: figureAt(movement, stroke.zoom, intended), pixel: stroke.pixel, progress, startGap, endGap };
  if (intended) return shape(stroke, 'dashed', [arrowOutline(path, plan)]);
  if (movement === 'reinforcement') return shape(stroke, 'solid', chevronOutlines(path, plan));
  return shape(stroke, movement === 'withdrawal' ? 'hollow' : 'solid', [arrowOutline(path, plan)]);
}

/** The trace that a past movement or flow leaves. */
export function traceOf({ daysPast }: Timing, course: Course, stroke: Stroke): StrokeShape {
  return shape(stroke, 'trace', course.trace(), fadeOf(daysPast));
}

/** How many fled, NaN where a bound is not said. */
export interface People {
  readonly fewest: number;
  readonly most: number;
}

/**
 * A flow as bands: solid to the least that is said, hatched to the most, soft where there are only words, where one bound is
 * missing, or where nobody says how many went which way (`isShared`).
 */
export function bandsOf(
  { fewest, most }: People,
  { route }: Course,
  stroke: Stroke,
  perPixel: number | null,
  isShared: boolean,
): StrokeShape[] {
  const { path, startGap, endGap } = route;
  const band = (form: 'band' | 'hatched' | 'soft', width: number): StrokeShape =>
    shape(stroke, form, [bandOutline(path, { width, pixel: stroke.pixel, startGap, endGap })]);
  const soft = (width: number) => [band('soft', width * 1.5), band('soft', width), band('soft', width * 0.5)];
  const [isLeast, isMost] = [!Number.isNaN(fewest), !Number.isNaN(most)];
  if (isShared || perPixel === null || !(isLeast || isMost)) return soft(WORDS_WIDTH);
  const wide = (people: number) => Math.max(1.5, people / perPixel);
  if (!isMost) return [...soft(wide(fewest) + 6), band('band', wide(fewest))];
  if (fewest === most) return [band('band', wide(most))];
  return isLeast ? [band('hatched', wide(most)), band('band', wide(fewest))] : [band('hatched', wide(most))];
}

/** A flow without a destination: strokes in every upward direction, fading when it is past. */
export function fanOf({ point }: Place, { daysPast }: Timing, gap: number, stroke: Stroke): StrokeShape[] {
  if (!point) return [];
  const lines = fanOutlines(toPlane(point), { pixel: stroke.pixel, inner: gap + 2, outer: gap + 22 * arrowScale(stroke.zoom) });
  return [shape(stroke, 'band', lines, fadeOf(daysPast))];
}

/** Where the words of a flow stand: on its way, nearer to its start, where bands to several places still run together. */
export function wordsAt({ path }: Route): XY {
  return stepAt(path, path.length * 0.42).point;
}

function shape({ id, colour, selected, pixel }: Stroke, form: StrokeForm, lines: readonly Points[], fade = 1): StrokeShape {
  return { id, form, lines, colour, fade, selected, pixel };
}
