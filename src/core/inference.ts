import { area, booleanPointInPolygon, feature, featureCollection, intersect, points, polygon, voronoi } from '@turf/turf';
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

/** What may be inferred from a situation of the ground of a country (in degrees), in the order of places. */
export function inferredAreas(situation: Situation, country: Polygon | MultiPolygon, reachKm = REACH_KM): InferredArea[] {
  const seeds = seedsOf(situation, country);
  if (seeds.length === 0) return [];
  const land = onPlane(country);
  const circles = seeds.map(({ at }) => circleAround(at, reachKm));
  const corners = circles.flatMap(({ geometry }) => geometry.coordinates[0]!);
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)];
  const cells = voronoi(points(seeds.map(({ at }) => [...flat(at)])), {
    bbox: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  }).features;
  return seeds.flatMap(({ place, at, holders }, i): InferredArea[] => {
    const cell = cells[i];
    if (holders.length === 0 || !cell) return [];
    const found = intersect(featureCollection<Polygon | MultiPolygon>([circles[i]!, cell, land]));
    const ground = found ? around(found.geometry, flat(at)) : [];
    return ground.length === 0 ? [] : [{ place, holders, ground: { type: 'MultiPolygon', coordinates: ground.map(inDegrees) } }];
  });
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
    if (rows[entry]! < 0 || !place?.point || place.featureClass !== 'P' || !booleanPointInPolygon([...place.point], country)) return [];
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

function circleAround(at: LngLat, km: number): Feature<Polygon> {
  const [x, y] = flat(at);
  const radius = metresOnPlane(km * 1000, at[1]) * SCALE;
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const turn = (2 * Math.PI * i) / CORNERS;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
  });
  return polygon([[...ring, ring[0]!]]);
}

const planes = new WeakMap<Polygon | MultiPolygon, Ground>();

function onPlane(country: Polygon | MultiPolygon): Ground {
  let plane = planes.get(country);
  if (!plane) {
    const coordinates = polygonsOf(country).map((rings) => rings.map((ring) => ring.map(([lng, lat]) => flat([lng!, lat!]))));
    planes.set(country, (plane = feature({ type: 'MultiPolygon', coordinates })));
  }
  return plane;
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
