import { booleanPointInPolygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { between, distance, toPlane, type XY } from './plane';

/** Where a movement from or to an area starts or ends: at the area's edge, never at its label point. */

/**
 * The point of an outline's edge towards `other`: the last crossing of the line from `centre` to `other`. Where `other` lies
 * inside, the nearest point of the edge. Null for a geometry without area.
 */
export function edgeTowards(geometry: Geometry, centre: XY, other: XY): XY | null {
  const polygons = polygonsOf(geometry).map((polygon) => polygon.map((ring) => ring.map((position) => onPlane(position, centre))));
  const rings = polygons.flat();
  if (rings.length === 0) return null;
  // turf's test is planar, so it takes the plane's coordinates as they are
  if (booleanPointInPolygon([...other], { type: 'MultiPolygon', coordinates: polygons })) return nearestOnRings(rings, other);
  let best: XY | null = null;
  let furthest = -1;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const share = crossing(centre, other, ring[i]!, ring[i + 1]!);
      if (share !== null && share > furthest) {
        furthest = share;
        best = between(centre, other, share);
      }
    }
  }
  return best ?? nearestOnRings(rings, other);
}

/** Where the way from `inside` to `outside` leaves a box; null where it does not. */
export function edgeOfBox(box: readonly [west: number, north: number, east: number, south: number], inside: XY, outside: XY): XY | null {
  const [west, north, east, south] = box;
  const corners: XY[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ];
  for (let i = 0; i < 4; i++) {
    const share = crossing(inside, outside, corners[i]!, corners[i + 1]!);
    if (share !== null) return between(inside, outside, share);
  }
  return null;
}

/** The part of a road between the points nearest to `from` and `to`, in that direction; empty where no line of it passes both. */
export function alongRoad(geometry: Geometry, from: XY, to: XY): XY[] {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  const vertices = lines.flat().map((position) => onPlane(position, from));
  if (vertices.length < 2) return [];
  const [a, b] = [nearestIndex(vertices, from), nearestIndex(vertices, to)];
  const part = a <= b ? vertices.slice(a, b + 1) : vertices.slice(b, a + 1).reverse();
  return part.length > 2 ? part.slice(1, -1) : [];
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function onPlane([lng = 0, lat = 0]: Position, near: XY): [number, number] {
  return [...toPlane([lng, lat], near)];
}

/** Share of the way from `a` to `b` at which it crosses `c`–`d`; null where it does not. */
function crossing(a: XY, b: XY, c: XY, d: XY): number | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

function nearestOnRings(rings: readonly (readonly [number, number][])[], point: XY): XY {
  let best: XY = point;
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const candidate = nearestOnSegment(ring[i]!, ring[i + 1]!, point);
      const away = distance(candidate, point);
      if (away < least) [best, least] = [candidate, away];
    }
  }
  return best;
}

function nearestOnSegment(a: XY, b: XY, point: XY): XY {
  const size = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  const share = size === 0 ? 0 : ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / size;
  return between(a, b, Math.min(1, Math.max(0, share)));
}

function nearestIndex(points: readonly XY[], to: XY): number {
  let best = 0;
  points.forEach((point, i) => {
    if (distance(point, to) < distance(points[best]!, to)) best = i;
  });
  return best;
}
