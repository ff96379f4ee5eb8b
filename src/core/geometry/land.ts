import { bboxClip, booleanPointInPolygon, feature, featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { toLngLat, toPlane, type LngLat } from './plane';

/** A country's ground, and what of a convex piece of the plane belongs to it. */

type Ground = Feature<Polygon | MultiPolygon>;
export type Spot = readonly [x: number, y: number];
/** The least and the greatest x and y, as least x, least y, greatest x, greatest y. */
type Bounds = readonly [number, number, number, number];

/** Degrees of longitude on a plane where a distance is the same in every direction, as the map shows it. */
export const SCALE = 360;

/** A point in degrees on that plane. */
export function flat(at: LngLat): [x: number, y: number] {
  const [x, y] = toPlane(at);
  return [x * SCALE, y * SCALE];
}

/** The parts of a convex ring (not closed) on the plane that are a country's and not cut off from a spot in it. */
export function inLand(cell: readonly Spot[], spot: Spot, land: Land): Position[][][] {
  const xs = cell.map(([x]) => x);
  const ys = cell.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  const ring = cell.map((corner): Position => [...corner]);
  ring.push(ring[0]!);
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

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** A country on the plane: its ground, the edges of its border, and what it leaves of cells, most of which are the same on the next day. */
export interface Land {
  readonly ground: Ground;
  readonly edges: readonly Edge[];
  readonly parts: Map<string, Position[][][]>;
}

/** How many cells are remembered. */
const REMEMBERED = 4000;

const planes = new WeakMap<Polygon | MultiPolygon, Land>();

/** A country, in degrees, on the plane; made once. */
export function landOf(country: Polygon | MultiPolygon): Land {
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

/** Rings of the plane in degrees. */
export function inDegrees(rings: Position[][]): Position[][] {
  return rings.map((ring) => ring.map(([x, y]) => toLngLat([x! / SCALE, y! / SCALE])));
}
