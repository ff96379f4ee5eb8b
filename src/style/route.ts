import { alongRoad, edgeOfBox, edgeTowards } from '../core/geometry/edge';
import { pathThrough, type Path } from '../core/geometry/path';
import { between, distance, metresOnPlane, toPlane, type XY } from '../core/geometry/plane';
import type { Place } from '../core/model';

/** From the places that a claim names to the path that is drawn: ends at edges, gaps at marks, bent apart from its like. */

/** A path on the plane with the gaps, in pixels, that keep it off what it joins. */
export interface Route {
  readonly path: Path;
  readonly startGap: number;
  readonly endGap: number;
  /** A place that lies off the map, and where on its edge the path comes in or leaves. */
  readonly beyond: { readonly place: Place; readonly at: XY } | null;
}

/** What a route is asked for. `frame` is what the map is sure to show, west, south, east, north; `gapAt` is in pixels. */
export interface RouteRequest {
  readonly from: Place;
  readonly via: readonly Place[];
  readonly to: Place;
  readonly slot: number;
  readonly frame: readonly [number, number, number, number];
  readonly pixel: number;
  readonly gapAt: (place: Place) => number;
}

/** Length in pixels of an arrow that crosses a border, or comes in from off the map, and has no other length. */
const STUB = 84;
/** Bend by slot: the first of a pair of places bends gently to its right, the next ones apart from it. */
const bends = [0.08, -0.08, 0.19, -0.19, 0.3, -0.3];
/** A way through named places passes beside their marks, so many pixels aside by slot. */
const shifts = [15, -15, 34, -34];

/** The route of a claim; null where an end has no coordinates or both are the same. */
export function routeOf({ from, via, to, slot, frame, pixel, gapAt }: RouteRequest): Route | null {
  if (!from.point || !to.point || from.id === to.id) return null;
  const origin = toPlane(from.point);
  const goal = toPlane(to.point, origin);
  const stops = via.flatMap((place) => stopsOf(place, origin, goal));
  const start = endOf(from, origin, stops[0] ?? goal, pixel, gapAt);
  const end = endOf(to, goal, stops[stops.length - 1] ?? origin, pixel, gapAt);
  if (stops.length === 0 && distance(start.at, end.at) < 24 * pixel && (isOutlined(from) || isOutlined(to))) {
    return acrossEdge(start.at, end.at, origin, goal, to, from, frame, pixel);
  }
  const box = boxOf(frame);
  const startIn = isIn(box, start.at);
  const endIn = isIn(box, end.at);
  if (!startIn && !endIn && isOutlined(to) && isIn(box, goal)) return acrossEdge(start.at, end.at, origin, goal, to, from, frame, pixel);
  const way = (points: readonly XY[]) =>
    stops.length > 0 ? pathThrough(points, 0, shifts[slot % shifts.length]! * pixel) : pathThrough(points, bends[slot % bends.length]!);
  if (startIn === endIn) return { path: way([start.at, ...stops, end.at]), startGap: start.gap, endGap: end.gap, beyond: null };
  const [inside, outside] = startIn ? [start.at, end.at] : [end.at, start.at];
  const crossing = edgeOfBox(box, inside, outside) ?? outside;
  const at = distance(crossing, inside) < STUB * pixel ? towards(inside, outside, STUB * pixel) : crossing;
  const beyond = { place: startIn ? to : from, at: crossing };
  return startIn
    ? { path: way([start.at, ...stops, at]), startGap: start.gap, endGap: 0, beyond }
    : { path: way([at, ...stops, end.at]), startGap: 0, endGap: end.gap, beyond };
}

/**
 * Between areas that touch, or whose border is off the map: a short way across the border, or in from the edge of the map with
 * the name of where it comes from.
 */
function acrossEdge(start: XY, end: XY, origin: XY, goal: XY, to: Place, from: Place, frame: RouteRequest['frame'], pixel: number): Route {
  const box = boxOf(frame);
  const middle = between(start, end, 0.5);
  const half = (STUB / 2) * pixel;
  if (isIn(box, middle) || !isIn(box, goal)) {
    return { path: pathThrough([towards(middle, origin, half), towards(middle, goal, half)]), startGap: 0, endGap: 0, beyond: null };
  }
  const at = edgeOfBox(box, goal, origin) ?? middle;
  const place = isIn(box, origin) ? to : from;
  return { path: pathThrough([at, towards(at, goal, STUB * pixel)]), startGap: 0, endGap: 0, beyond: { place, at } };
}

/** Slots of routes that join the same two places, in the order given: 0 for the first, then apart from it, whichever way they run. */
export function slotsOf(ends: readonly (readonly [from: string, to: string])[]): number[] {
  const taken = new Map<string, Set<string>>();
  return ends.map(([from, to]) => {
    const forward = from < to;
    const pair = forward ? `${from} ${to}` : `${to} ${from}`;
    const sides = taken.get(pair) ?? new Set<string>();
    taken.set(pair, sides);
    // a bend to the right of the way back lies on the other side of the ground
    const sideOf = (slot: number) => `${slot >> 1}${(slot % 2 === 0) === forward}`;
    let slot = 0;
    while (sides.has(sideOf(slot))) slot++;
    sides.add(sideOf(slot));
    return slot;
  });
}

export function isOutlined(place: Place): boolean {
  return place.geometry?.type === 'Polygon' || place.geometry?.type === 'MultiPolygon';
}

function endOf(place: Place, centre: XY, other: XY, pixel: number, gapAt: (place: Place) => number): { at: XY; gap: number } {
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

function boxOf([west, south, east, north]: RouteRequest['frame']): readonly [number, number, number, number] {
  const [left, top] = toPlane([west, north]);
  const [right, bottom] = toPlane([east, south]);
  return [left, top, right, bottom];
}

function isIn([west, north, east, south]: readonly [number, number, number, number], [x, y]: XY): boolean {
  return x >= west && x <= east && y >= north && y <= south;
}
