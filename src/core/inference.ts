import { area, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { flat, inDegrees, inLand, landOf, SCALE, type Spot } from './geometry/land';
import { metresOnPlane, type LngLat } from './geometry/plane';
import type { Look } from './ledger';
import type { Situation } from './situation';

/**
 * Ground that no report speaks of, given to whoever is reported at the nearest place. One rule, and nothing of it is evidence: ground of
 * the country belongs to the nearest populated place of the situation, no farther than a reach, and where that place has a supported
 * holder, or several in dispute, it is inferred to be theirs. A place that nobody is supported to hold keeps its ground blank.
 */

/** Ground inferred from one place. */
export interface InferredArea {
  /** Id of the place that it is inferred from. */
  readonly place: string;
  /** The holder; or, where the place is in dispute, the contenders in their order. */
  readonly holders: readonly string[];
  /** In degrees. */
  readonly ground: MultiPolygon;
}

/** How far from a place anything is inferred. */
export const REACH_KM = 15;
/** Corners of the circle around a place. */
const CORNERS = 48;

/** West, south, east, north, in degrees. */
type Bounds = readonly [number, number, number, number];

/**
 * What may be inferred from a situation of the ground of a country (in degrees), in the order of places; with `within`, from places in
 * these bounds alone, each of which has the same ground as without.
 */
export function inferredAreas(
  situation: Situation,
  country: Polygon | MultiPolygon,
  reachKm = REACH_KM,
  within: Bounds | null = null,
): InferredArea[] {
  const spots = seedsOf(situation, country).map((seed): Spotted => {
    const at = flat(seed.at);
    return { ...seed, spot: at, reach: metresOnPlane(reachKm * 1000, seed.at[1]) * SCALE };
  });
  const byX = spots.toSorted((a, b) => a.spot[0] - b.spot[0]);
  const widest = spots.reduce((most, { reach }) => Math.max(most, reach), 0);
  return spots.flatMap((seed): InferredArea[] => {
    if (seed.holders.length === 0 || (within && !isWithin(seed.at, within))) return [];
    const cell = cellOf(seed, neighboursOf(seed, byX, seed.reach + widest));
    const ground = inLand(cell, seed.spot, landOf(country));
    return ground.length === 0
      ? []
      : [{ place: seed.place, holders: seed.holders, ground: { type: 'MultiPolygon', coordinates: ground.map(inDegrees) } }];
  });
}

/** Which of some areas a point (in degrees) lies in; null where in none. */
export function areaAt(areas: readonly InferredArea[], at: LngLat): InferredArea | null {
  return areas.find(({ ground }) => booleanPointInPolygon([...at], ground)) ?? null;
}

/** Which share of a country's ground some areas are, 0 to 1. */
export function shareOf(areas: readonly InferredArea[], country: Polygon | MultiPolygon): number {
  return areas.reduce((sum, { ground }) => sum + area(ground), 0) / area(country);
}

/** Where ground is parted: the populated places of the country that a situation speaks of, and who holds each. */
function seedsOf({ ledger, rows }: Situation, country: Polygon | MultiPolygon): Seed[] {
  const { control, looks, dossier } = ledger;
  const seen = new Set<string>();
  return Array.from(control.place).flatMap((number, entry): Seed[] => {
    const id = dossier.claims.columns.places[number]!;
    const place = dossier.places.get(id);
    if (rows[entry]! < 0 || !place?.point || place.featureClass !== 'P' || !isIn(country, id, place.point)) return [];
    // of places that stand on one point the first parts the ground
    const spot = place.point.join();
    if (seen.has(spot)) return [];
    seen.add(spot);
    return [{ place: id, at: place.point, holders: holdersIn(looks[control.look[rows[entry]!]!]!) }];
  });
}

interface Seed {
  readonly place: string;
  readonly at: LngLat;
  readonly holders: readonly string[];
}

/** A seed on the plane, with how far it reaches there. */
interface Spotted extends Seed {
  readonly spot: Spot;
  readonly reach: number;
}

const inside = new WeakMap<Polygon | MultiPolygon, Map<string, boolean>>();

/** Whether a place lies in a country: asked every day, worked out once. */
function isIn(country: Polygon | MultiPolygon, id: string, at: LngLat): boolean {
  let known = inside.get(country);
  if (!known) inside.set(country, (known = new Map()));
  const key = `${id} ${at.join()}`;
  let isInside = known.get(key);
  if (isInside === undefined) known.set(key, (isInside = booleanPointInPolygon([...at], country)));
  return isInside;
}

/** Who holds the whole of a place by some origin's word; the contenders only where somebody's word other than their own carries one. */
function holdersIn({ state, contenders, positions }: Look): string[] {
  const claimed = positions.slice(0, state === 'held' ? 1 : contenders);
  if (!claimed.some(({ supported, extent }) => supported && extent === 'held')) return [];
  return claimed.flatMap(({ holder }) => holder ?? []);
}

/** The other seeds that may part a seed's ground with it, the nearest first; `byX` are all, from west to east. */
function neighboursOf({ spot: [x, y], place }: Spotted, byX: readonly Spotted[], within: number): Spot[] {
  let [low, high] = [0, byX.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byX[middle]!.spot[0] < x - within) low = middle + 1;
    else high = middle;
  }
  const near: { readonly spot: Spot; readonly away: number }[] = [];
  for (let i = low; i < byX.length && byX[i]!.spot[0] <= x + within; i++) {
    const { spot } = byX[i]!;
    const away = Math.hypot(spot[0] - x, spot[1] - y);
    if (byX[i]!.place !== place && away <= within) near.push({ spot, away });
  }
  return near.sort((a, b) => a.away - b.away).map(({ spot }) => spot);
}

/** What lies within a seed's reach and nearer to it than to any neighbour: a convex ring, not closed. */
function cellOf({ spot: [x, y], reach }: Spotted, neighbours: readonly Spot[]): Spot[] {
  let ring = Array.from({ length: CORNERS }, (_, i): Spot => {
    const turn = (2 * Math.PI * i) / CORNERS;
    return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
  });
  let farthest = reach;
  for (const [nx, ny] of neighbours) {
    const [dx, dy] = [nx - x, ny - y];
    // who is farther away than twice the farthest corner takes nothing, and nobody after it does
    if (Math.hypot(dx, dy) > 2 * farthest) break;
    const half = (dx * dx + dy * dy) / 2;
    ring = clipped(ring, ([px, py]) => half - (px - x) * dx - (py - y) * dy);
    farthest = ring.reduce((most, [px, py]) => Math.max(most, Math.hypot(px - x, py - y)), 0);
  }
  return ring;
}

/** A convex ring without the side of a line on which `inside` is below zero. */
function clipped(ring: readonly Spot[], inside: (spot: Spot) => number): Spot[] {
  return ring.flatMap((spot, i): Spot[] => {
    const next = ring[(i + 1) % ring.length]!;
    const [here, there] = [inside(spot), inside(next)];
    const kept = here >= 0 ? [spot] : [];
    if (here < 0 === there < 0) return kept;
    const share = here / (here - there);
    return [...kept, [spot[0] + share * (next[0] - spot[0]), spot[1] + share * (next[1] - spot[1])]];
  });
}

function isWithin([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
