import { boxAround, isIn, middleOf, type Box } from '../../core/geometry/box';
import { alongRoad, edgeOfBox, edgeTowards } from '../../core/geometry/edge';
import { pathThrough, type Path } from '../../core/geometry/path';
import { between, distance, metresOnPlane, rowOf, toPlane, type XY } from '../../core/geometry/plane';
import type { Place } from '../../core/model';

/** From the places that a claim names to the path that is drawn: ends at edges, gaps at marks, bent apart from its like. */

/** A path on the plane with the gaps, in pixels, that keep it off what it joins. */
export interface Route {
  readonly path: Path;
  readonly startGap: number;
  readonly endGap: number;
  /** A place that lies off the map, where on its edge the path comes in or leaves, and which of the two. */
  readonly beyond: { readonly place: Place; readonly at: XY; readonly leaves: boolean } | null;
  /** In every frame around this box the route is the same. */
  readonly needs: Box;
}

/** What a route is asked for. `frame` is what the map is sure to show; `gapAt` is in pixels. */
export interface RouteRequest {
  readonly from: Place;
  readonly via: readonly Place[];
  readonly to: Place;
  readonly slot: number;
  readonly frame: Box;
  readonly pixel: number;
  readonly gapAt: (place: Place) => number;
}

/** Length in pixels of an arrow that crosses a border, or comes in from off the map, and has no other length. */
const STUB = 84;
/** Bend by slot: the first of a pair of places bends gently to its right, the next ones apart from it. */
const bends = [0.08, -0.08, 0.19, -0.19, 0.3, -0.3];
/** A short way bends more, up to a share of its length, so that one there and one back lie so many pixels apart. */
const [LEAST_ASIDE, MOST_FOR_IT] = [10, 0.2];
/** A way through named places passes beside their marks, so many pixels aside by slot. */
const shifts = [15, -15, 34, -34];

/** The route of a claim; null where an end has no coordinates or both are the same. */
export function routeOf(request: RouteRequest): Route | null {
  const { from, via, to, slot, frame, pixel } = request;
  if (!from.point || !to.point || from.id === to.id) return null;
  const origin = toPlane(from.point, middleOf(frame));
  const goal = toPlane(to.point, origin);
  const stops = via.flatMap((place) => stopsOf(place, origin, goal));
  const start = endOf(from, origin, stops[0] ?? goal, request);
  const end = endOf(to, goal, stops[stops.length - 1] ?? origin, request);
  const needs = boxAround([rowOf([origin, goal, start.at, end.at])]);
  if (stops.length === 0 && distance(start.at, end.at) < 24 * pixel && (isOutlined(from) || isOutlined(to)))
    return { ...acrossEdge(start.at, end.at, origin, goal, request), needs };
  const startIn = isIn(frame, start.at);
  const endIn = isIn(frame, end.at);
  if (!startIn && !endIn && isOutlined(to) && isIn(frame, goal)) return { ...acrossEdge(start.at, end.at, origin, goal, request), needs };
  const way = (a: XY, b: XY) => pathOf([a, ...stops, b], slot, pixel);
  if (startIn === endIn) return { path: way(start.at, end.at), startGap: start.gap, endGap: end.gap, beyond: null, needs };
  const [inside, outside] = startIn ? [start.at, end.at] : [end.at, start.at];
  const crossing = edgeOfBox(frame, inside, outside) ?? outside;
  const at = distance(crossing, inside) < STUB * pixel ? towards(inside, outside, STUB * pixel) : crossing;
  const beyond = { place: startIn ? to : from, at: crossing, leaves: startIn };
  return startIn
    ? { path: way(start.at, at), startGap: start.gap, endGap: 0, beyond, needs }
    : { path: way(at, end.at), startGap: 0, endGap: end.gap, beyond, needs };
}

/** A path of no more samples than can be seen: through its stops, or bent aside where there are none. */
function pathOf(stops: readonly XY[], slot: number, pixel: number): Path {
  const length = distance(stops[0]!, stops[stops.length - 1]!) / pixel;
  if (stops.length > 2) return pathThrough(stops, 0, shifts[slot % shifts.length]! * pixel, within(16, length / 5, 64));
  const usual = bends[slot % bends.length]!;
  const bend = Math.sign(usual) * Math.max(Math.abs(usual), Math.min(MOST_FOR_IT, LEAST_ASIDE / length));
  // an arc in so many pieces runs within a tenth of a pixel of itself
  return pathThrough(stops, bend, 0, within(8, Math.sqrt(10 * Math.abs(bend) * length), 64));
}

/**
 * Between areas that touch, or whose border is off the map: a short way across the border, or in from the edge of the map with
 * the name of where it comes from.
 */
function acrossEdge(start: XY, end: XY, origin: XY, goal: XY, { from, to, frame, pixel }: RouteRequest): Omit<Route, 'needs'> {
  const middle = between(start, end, 0.5);
  const half = (STUB / 2) * pixel;
  if (isIn(frame, middle) || !isIn(frame, goal))
    return {
      path: pathThrough([towards(middle, origin, half), towards(middle, goal, half)], 0, 0, 8),
      startGap: 0,
      endGap: 0,
      beyond: null,
    };
  const at = edgeOfBox(frame, goal, origin) ?? middle;
  const leaves = isIn(frame, origin);
  return {
    path: pathThrough([at, towards(at, goal, STUB * pixel)], 0, 0, 8),
    startGap: 0,
    endGap: 0,
    beyond: { place: leaves ? to : from, at, leaves },
  };
}

/** Ways that join the same two places are told apart by slots: 0 for the first, then aside from it, whichever way they run. */
export class Apart {
  /** By pair: which sides of the ground are taken, a bit each. */
  readonly #taken = new Map<number, number>();

  /** The slot of the next way between a pair of places; `forward` tells the two directions apart. */
  take(pair: number, forward: boolean): number {
    const taken = this.#taken.get(pair) ?? 0;
    let slot = 0;
    while (slot < LAST_SLOT && (taken & sideOf(slot, forward)) !== 0) slot++;
    this.#taken.set(pair, taken | sideOf(slot, forward));
    return slot;
  }
}

/** Further ways between two places lie on one another. */
const LAST_SLOT = 29;

/** A bend to the right of the way back lies on the other side of the ground. */
function sideOf(slot: number, forward: boolean): number {
  return 1 << ((slot & ~1) | Number((slot % 2 === 0) === forward));
}

export function isOutlined(place: Place): boolean {
  return place.geometry?.type === 'Polygon' || place.geometry?.type === 'MultiPolygon';
}

function endOf(place: Place, centre: XY, other: XY, { pixel, gapAt }: RouteRequest): { at: XY; gap: number } {
  const edge = place.geometry && isOutlined(place) ? edgeTowards(place.geometry, centre, other) : null;
  if (edge) return { at: edge, gap: 1 };
  const isVague = place.kind === 'area' || place.kind === 'region';
  const vague = isVague && place.point ? metresOnPlane(place.precisionM, place.point[1]) / pixel : 0;
  return { at: centre, gap: Math.max(gapAt(place), Math.min(vague, (distance(centre, other) / pixel) * 0.3)) };
}

function stopsOf(place: Place, origin: XY, goal: XY): readonly XY[] {
  if (place.kind === 'road') return place.geometry ? alongRoad(place.geometry, origin, goal) : [];
  return place.point ? [toPlane(place.point, origin)] : [];
}

function towards(from: XY, to: XY, length: number): XY {
  const whole = distance(from, to);
  return whole === 0 ? from : between(from, to, length / whole);
}

function within(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, Math.ceil(wanted)));
}
