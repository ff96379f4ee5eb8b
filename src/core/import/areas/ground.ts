import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';

/** Whose area a point lies in, on an archive's picture of a day, and whether that is sure. */

/** An area of one day: whose it is said to be, and its ground in degrees. */
export interface Area {
  /** Null where its words name no single holder. */
  readonly holder: string | null;
  /** What the file says of it. */
  readonly words: string;
  readonly ground: MultiPolygon;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

export interface Spot {
  readonly point: readonly [lng: number, lat: number];
  /** How far the place may be from its point. */
  readonly precisionM: number;
}

export type Answer =
  | { readonly is: 'held'; readonly holder: string; readonly area: Area }
  /** In areas of several holders, or in one that names none. */
  | { readonly is: 'several'; readonly areas: readonly Area[] }
  /** Nearer to where the answer changes than the place is known. */
  | { readonly is: 'edge'; readonly metres: number; readonly area: Area | null }
  | { readonly is: 'none' };

const METRES_A_DEGREE = 111_320;
/** A gap or an overlap between areas that is narrower than this is a slip of the pen. */
const SLIP_M = 50;

export function areaOf(holder: string | null, words: string, ground: MultiPolygon): Area {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of ground.coordinates.flat(2) as [number, number][]) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { holder, words, ground, box: [west, south, east, north] };
}

/** The areas that a point lies in, a boundary among them. */
export function areasAt(areas: readonly Area[], [lng, lat]: readonly [number, number]): Area[] {
  return areas.filter(
    ({ box: [west, south, east, north], ground }) =>
      lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], ground),
  );
}

/** What a picture says of a place. */
export function answerAt(areas: readonly Area[], { point, precisionM }: Spot): Answer {
  const inside = areasAt(areas, point);
  const [first] = inside;
  if (first && (first.holder === null || inside.some(({ holder }) => holder !== first.holder))) return { is: 'several', areas: inside };
  const metres = toAnother(areas, point, first?.holder ?? null, precisionM);
  if (metres !== null) return { is: 'edge', metres, area: first ?? null };
  return first && first.holder !== null ? { is: 'held', holder: first.holder, area: first } : { is: 'none' };
}

/** How far from a point another answer begins, in metres; null where nowhere nearer than `within`. `holder`: there, null for nobody. */
function toAnother(areas: readonly Area[], [lng, lat]: readonly [number, number], holder: string | null, within: number): number | null {
  const aLng = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  const [reachLng, reachLat] = [within / aLng, within / METRES_A_DEGREE];
  const near: [metres: number, x: number, y: number][] = [];
  for (const { box, ground } of areas) {
    if (lng < box[0] - reachLng || lng > box[2] + reachLng || lat < box[1] - reachLat || lat > box[3] + reachLat) continue;
    for (const ring of ground.coordinates.flat()) addNear(near, ring, [lng, lat], [aLng, METRES_A_DEGREE], within);
  }
  for (const [metres, x, y] of near.sort((a, b) => a[0] - b[0])) {
    if (metres < SLIP_M / 2) return metres;
    // an edge between two areas of one holder is none
    const beyond = 1 + SLIP_M / metres;
    const there = areasAt(areas, [lng + (x * beyond) / aLng, lat + (y * beyond) / METRES_A_DEGREE]);
    const isSame = holder === null ? there.length === 0 : there.length > 0 && there.every((area) => area.holder === holder);
    if (!isSame) return metres;
  }
  return null;
}

/** Adds for each side of a ring that comes nearer than `within` its nearest point, in metres from the middle. */
function addNear(
  near: [number, number, number][],
  ring: readonly Position[],
  [lng, lat]: readonly [number, number],
  [aLng, aLat]: readonly [number, number],
  within: number,
): void {
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const [ay, by] = [(a[1]! - lat) * aLat, (b[1]! - lat) * aLat];
    if ((ay > within && by > within) || (ay < -within && by < -within)) continue;
    const [ax, bx] = [(a[0]! - lng) * aLng, (b[0]! - lng) * aLng];
    if ((ax > within && bx > within) || (ax < -within && bx < -within)) continue;
    const [dx, dy] = [bx - ax, by - ay];
    const long = dx * dx + dy * dy;
    const share = long === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long));
    const [x, y] = [ax + share * dx, ay + share * dy];
    const metres = Math.hypot(x, y);
    if (metres < within) near.push([metres, x, y]);
  }
}
