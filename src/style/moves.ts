import { arrowOutline, chevronOutlines, type ArrowPlan } from '../core/geometry/arrow';
import { bandOutline, fanOutlines } from '../core/geometry/flow';
import { stepAt, type Path } from '../core/geometry/path';
import { toPlane, type XY } from '../core/geometry/plane';
import type { Occurrence } from '../core/ledger';
import type { FlowClaim, MovementClaim, Place } from '../core/model';
import { lineOf, polygonOf, polygonsOf, type ArrowFeature, type BandFeature, type TraceFeature } from './feature';
import type { Route } from './route';
import { arrowScale, fadeOf, figureAt, WORDS_WIDTH } from './scale';

/** Movements and flows as outlines: what is under way in full, what is past as a thin trace. */

/** The scale of the map, the party's colour, and whether the mark is selected. */
export interface Stroke {
  readonly id: string;
  readonly zoom: number;
  readonly pixel: number;
  readonly colour: string;
  readonly selected: boolean;
}

/** A movement under way: swept where it advances, dashed where it is intended, chevrons where it reinforces, hollow where it withdraws. */
export function arrowOf(claim: MovementClaim, { progress, intended }: Occurrence, route: Route, stroke: Stroke): ArrowFeature {
  const plan = planOf(claim, route, stroke, progress);
  const isChain = claim.movement === 'reinforcement' && !intended;
  return {
    type: 'Feature',
    geometry: isChain ? polygonsOf(chevronOutlines(route.path, plan)) : polygonOf(arrowOutline(route.path, plan)),
    properties: {
      id: stroke.id,
      form: intended ? 'dashed' : claim.movement === 'withdrawal' ? 'hollow' : 'solid',
      colour: stroke.colour,
      fade: 1,
      selected: stroke.selected,
    },
  };
}

/** The trace that a past movement or flow leaves: the middle of its way. */
export function traceOf({ daysPast }: Occurrence, route: Route, stroke: Stroke): TraceFeature {
  const from = route.startGap * stroke.pixel;
  const to = Math.max(from, route.path.length - route.endGap * stroke.pixel);
  return {
    type: 'Feature',
    geometry: lineOf(partOf(route.path, from, to)),
    properties: { id: stroke.id, colour: stroke.colour, fade: fadeOf(daysPast), selected: stroke.selected },
  };
}

/**
 * A flow as bands: solid to the least that is said, hatched to the most, soft where there are only words, where one bound is
 * missing, or where nobody says how many went which way (`isShared`).
 */
export function bandsOf(claim: FlowClaim, route: Route, stroke: Stroke, perPixel: number | null, isShared: boolean): BandFeature[] {
  const band = (width: number, part: 'solid' | 'hatched' | 'soft'): BandFeature => ({
    type: 'Feature',
    geometry: polygonOf(bandOutline(route.path, { width, pixel: stroke.pixel, startGap: route.startGap, endGap: route.endGap })),
    properties: { id: stroke.id, part, fade: 1, selected: stroke.selected },
  });
  const soft = (width: number) => [1.5, 1, 0.5].map((share) => band(width * share, 'soft'));
  const { min, max } = claim.people;
  if (isShared || perPixel === null || (min === null && max === null)) return soft(WORDS_WIDTH);
  const wide = (people: number) => Math.max(1.5, people / perPixel);
  if (max === null) return [...soft(wide(min!) + 6), band(wide(min!), 'solid')];
  if (min === max) return [band(wide(max), 'solid')];
  return min === null ? [band(wide(max), 'hatched')] : [band(wide(max), 'hatched'), band(wide(min), 'solid')];
}

/** A flow without a destination: strokes in every upward direction, fading when it is past. */
export function fanOf(place: Place, { daysPast }: Occurrence, gap: number, stroke: Stroke): BandFeature[] {
  if (!place.point) return [];
  const rings = fanOutlines(toPlane(place.point), { pixel: stroke.pixel, inner: gap + 2, outer: gap + 22 * arrowScale(stroke.zoom) });
  return rings.map((ring) => ({
    type: 'Feature',
    geometry: polygonOf(ring),
    properties: { id: stroke.id, part: 'solid', fade: fadeOf(daysPast), selected: stroke.selected },
  }));
}

/** Where the words of a flow stand: on its way, nearer to its start, where bands to several places still run together. */
export function wordsAt({ path }: Route): XY {
  return stepAt(path, path.length * 0.42).point;
}

function planOf(claim: MovementClaim, { startGap, endGap }: Route, { zoom, pixel }: Stroke, progress: number): ArrowPlan {
  return { figure: figureAt(claim.movement, zoom), pixel, progress, startGap, endGap };
}

function partOf(path: Path, from: number, to: number): XY[] {
  return [stepAt(path, from).point, ...path.points.filter((_, i) => path.at[i]! > from && path.at[i]! < to), stepAt(path, to).point];
}
