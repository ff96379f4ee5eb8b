import { area, bboxClip, booleanPointInPolygon, feature, featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { metresOnPlane, toLngLat, toPlane, type LngLat } from './geometry/plane';
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

type Ground = Feature<Polygon | MultiPolygon>;
type Spot = readonly [x: number, y: number];
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
    const ground = inCountry(cell, seed, country);
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

/** Degrees of longitude on a plane where a distance is the same in every direction, as the map shows it. */
const SCALE = 360;

function flat(at: LngLat): [x: number, y: number] {
  const [x, y] = toPlane(at);
  return [x * SCALE, y * SCALE];
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

/** The part of a cell that is the country's and not cut off from its seed. */
function inCountry(cell: readonly Spot[], { spot }: Spotted, country: Polygon | MultiPolygon): Position[][][] {
  const xs = cell.map(([x]) => x);
  const ys = cell.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  const ring = cell.map((corner): Position => [...corner]);
  ring.push(ring[0]!);
  const land = onPlane(country);
  const key = ring.join();
  const known = land.parts.get(key);
  if (known) return known;
  const parts = cutBy(land, ring, box, spot);
  if (land.parts.size >= REMEMBERED) land.parts.clear();
  land.parts.set(key, parts);
  return parts;
}

function cutBy(land: Land, ring: Position[], box: Bounds, spot: Spot): Position[][][] {
  if (!land.edges.some((edge) => isNear(edge, box))) return [[ring]];
  // a border has thousands of corners, and most lie elsewhere
  const margin = (box[2] - box[0]) * 0.05;
  const near = clippedTo(land.ground, [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]);
  const found = intersect(featureCollection<Polygon | MultiPolygon>([feature({ type: 'Polygon', coordinates: [ring] }), near]));
  return found ? around(found.geometry, [...spot]) : [];
}

function clippedTo(ground: Ground, box: Bounds): Ground {
  const clips = polygonsOf(ground.geometry).map((coordinates) => bboxClip({ type: 'Polygon', coordinates }, [...box]).geometry);
  const coordinates = clips.flatMap((clip) => (clip.type === 'Polygon' && clip.coordinates.length > 0 ? [clip.coordinates] : []));
  return feature({ type: 'MultiPolygon', coordinates });
}

/** Whether an edge may touch a box. */
function isNear([ax, ay, bx, by]: Edge, [west, south, east, north]: Bounds): boolean {
  return Math.max(ax, bx) >= west && Math.min(ax, bx) <= east && Math.max(ay, by) >= south && Math.min(ay, by) <= north;
}

function isWithin([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** A country on the plane: its ground, the edges of its border, and what it leaves of cells, most of which are the same on the next day. */
interface Land {
  readonly ground: Ground;
  readonly edges: readonly Edge[];
  readonly parts: Map<string, Position[][][]>;
}

/** How many cells are remembered. */
const REMEMBERED = 4000;

const planes = new WeakMap<Polygon | MultiPolygon, Land>();

function onPlane(country: Polygon | MultiPolygon): Land {
  let land = planes.get(country);
  if (!land) {
    const coordinates = polygonsOf(country).map((rings) =>
      rings.map((ring) => ring.map(([lng, lat]): Position => [...flat([lng!, lat!])])),
    );
    const edges = coordinates.flatMap((rings) =>
      rings.flatMap((ring) => ring.slice(1).map(([x, y], i): Edge => [ring[i]![0]!, ring[i]![1]!, x!, y!])),
    );
    planes.set(country, (land = { ground: feature({ type: 'MultiPolygon', coordinates }), edges, parts: new Map() }));
  }
  return land;
}

/** Those parts of ground in which a place itself lies: what a border cuts off from it is left out. */
function around(ground: Polygon | MultiPolygon, at: Position): Position[][][] {
  return polygonsOf(ground).filter((rings) => booleanPointInPolygon(at, { type: 'Polygon', coordinates: rings }));
}

function polygonsOf(ground: Polygon | MultiPolygon): Position[][][] {
  return ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
}

function inDegrees(rings: Position[][]): Position[][] {
  return rings.map((ring) => ring.map(([x, y]) => toLngLat([x! / SCALE, y! / SCALE])));
}
