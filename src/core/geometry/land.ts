import type { MultiPolygon, Polygon, Position } from 'geojson';
import { isInside, pieceAt, within, type Ring, type Spot } from './clip';
import { toLngLat, toPlane, type LngLat } from './plane';

/** A country's ground, and what of a convex piece of the plane belongs to it. */

/** The least and the greatest x and y, as least x, least y, greatest x, greatest y. */
type Bounds = readonly [number, number, number, number];

/** Degrees of longitude on a plane where a distance is the same in every direction, as the map shows it. */
export const SCALE = 360;

/** A point in degrees on that plane. */
export function flat(at: LngLat): [x: number, y: number] {
  const [x, y] = toPlane(at);
  return [x * SCALE, y * SCALE];
}

/** The part of a convex ring (its inside to the left, not closed) on the plane that is a country's and not cut off from a spot in it; none where the spot is not. */
export function inLand(cell: readonly Spot[], spot: Spot, land: Land): Position[][][] {
  const xs = cell.map(([x]) => x);
  const ys = cell.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  const key = cell.join();
  const known = land.parts.get(key);
  if (known) return known;
  const piece = land.edges.some((edge) => isNear(edge, box)) ? pieceAt(within(within(land.rings, around(box)), cell), spot) : [cell];
  const parts = piece ? [piece.map(closed)] : [];
  if (land.parts.size >= REMEMBERED) land.parts.clear();
  land.parts.set(key, parts);
  return parts;
}

/** A box with some room around it: a border has thousands of corners, and most lie elsewhere. */
function around([west, south, east, north]: Bounds): Ring {
  const room = (east - west) * 0.05;
  const [left, low, right, high] = [west - room, south - room, east + room, north + room];
  return [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ];
}

function closed(ring: Ring): Position[] {
  return [...ring, ring[0]!].map(([x, y]) => [x, y]);
}

/** Whether an edge may touch a box. */
function isNear([ax, ay, bx, by]: Edge, [west, south, east, north]: Bounds): boolean {
  return Math.max(ax, bx) >= west && Math.min(ax, bx) <= east && Math.max(ay, by) >= south && Math.min(ay, by) <= north;
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** A country on the plane: its rings, their edges, and what it leaves of cells, most of which are the same on the next day. */
export interface Land {
  readonly rings: readonly Ring[];
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
    const rings = (country.type === 'Polygon' ? country.coordinates : country.coordinates.flat()).map((ring) =>
      ring.slice(1).map(([lng, lat]): Spot => flat([lng!, lat!])),
    );
    const edges = rings.flatMap((ring) => ring.map(([x, y], i): Edge => [...ring.at(i - 1)!, x, y]));
    planes.set(country, (land = { rings, edges, parts: new Map() }));
  }
  return land;
}

/** Whether a country has a point in degrees. */
export function isInLand(at: LngLat, { rings }: Land): boolean {
  const spot = flat(at);
  return rings.filter((ring) => isInside(ring, spot)).length % 2 === 1;
}

/** Rings of the plane in degrees. */
export function inDegrees(rings: Position[][]): Position[][] {
  return rings.map((ring) => ring.map(([x, y]) => toLngLat([x! / SCALE, y! / SCALE])));
}
