import type { Geometry, Position } from 'geojson';
import { between, distance, pointsOf, rowOf, toPlane, type Points, type XY } from './plane';

/** Where a movement from or to an area starts or ends: at the area's edge, never at its label point. */

/** Lines of geometries on the plane, kept because an outline may have thousands of points and is asked for again and again. */
const kept = new WeakMap<Geometry, readonly Points[]>();

/**
 * The point of an outline's edge towards `other`: the last crossing of the line from `centre` to `other`. Where `other` lies
 * inside, the nearest point of the edge. Null for a geometry without area.
 */
export function edgeTowards(geometry: Geometry, centre: XY, other: XY): XY | null {
  const rings = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? linesOf(geometry) : [];
  if (rings.length === 0) return null;
  const copies = copiesTo(rings, centre);
  // the lines are asked where they lie, and the answer is carried to the copy of the world that is meant
  const [from, to]: [XY, XY] = [moved(centre, -copies), moved(other, -copies)];
  const found = isInside(rings, to) ? nearestOn(rings, to) : (lastCrossing(rings, from, to) ?? nearestOn(rings, to));
  return moved(found, copies);
}

/** Where the way from `inside` to `outside` leaves a box; null where it does not. */
export function edgeOfBox(box: readonly [west: number, north: number, east: number, south: number], inside: XY, outside: XY): XY | null {
  const [west, north, east, south] = box;
  const corners = [west, north, east, north, east, south, west, south, west, north];
  for (let k = 0; k < 8; k += 2) {
    const share = crossing(inside, outside, corners[k]!, corners[k + 1]!, corners[k + 2]!, corners[k + 3]!);
    if (share !== null) return between(inside, outside, share);
  }
  return null;
}

/** The part of a road between the points nearest to `from` and `to`, in that direction; empty where no line of it passes both. */
export function alongRoad(geometry: Geometry, from: XY, to: XY): XY[] {
  const lines = geometry.type === 'LineString' || geometry.type === 'MultiLineString' ? linesOf(geometry) : [];
  const copies = copiesTo(lines, from);
  const vertices = lines.flatMap((points) => pointsOf(points).map((point) => moved(point, copies)));
  if (vertices.length < 2) return [];
  const [a, b] = [nearestIndex(vertices, from), nearestIndex(vertices, to)];
  const part = a <= b ? vertices.slice(a, b + 1) : vertices.slice(b, a + 1).reverse();
  return part.length > 2 ? part.slice(1, -1) : [];
}

/** A geometry's lines or rings on the plane, all in one copy of the world; none of a point. */
export function linesOf(geometry: Geometry): readonly Points[] {
  const known = kept.get(geometry);
  if (known) return known;
  const lines = positionsOf(geometry);
  const [lng = 0, lat = 0] = lines[0]?.[0] ?? [];
  const near = toPlane([lng, lat]);
  const made = lines.map((line) => rowOf(line.map(([x = 0, y = 0]) => toPlane([x, y], near))));
  kept.set(geometry, made);
  return made;
}

function positionsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** How many worlds a point lies east of lines. */
function copiesTo(lines: readonly Points[], [x]: XY): number {
  return Math.round(x - (lines[0]?.[0] ?? x));
}

function moved([x, y]: XY, worlds: number): XY {
  return [x + worlds, y];
}

/** Whether a point is inside an odd number of rings. */
export function isInside(rings: readonly Points[], [x, y]: XY): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0; k + 3 < ring.length; k += 2) {
      const [ax, ay, bx, by] = [ring[k]!, ring[k + 1]!, ring[k + 2]!, ring[k + 3]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** The last point at which the way from `from` to `to` crosses lines; null where it does not. */
function lastCrossing(lines: readonly Points[], from: XY, to: XY): XY | null {
  let furthest = -1;
  for (const line of lines)
    for (let k = 0; k + 3 < line.length; k += 2)
      furthest = Math.max(furthest, crossing(from, to, line[k]!, line[k + 1]!, line[k + 2]!, line[k + 3]!) ?? -1);
  return furthest < 0 ? null : between(from, to, furthest);
}

/** Share of the way from `a` to `b` at which it crosses `c`–`d`; null where it does not. */
function crossing(a: XY, b: XY, cx: number, cy: number, dx: number, dy: number): number | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((cx - a[0]) * sy - (cy - a[1]) * sx) / cross;
  const u = ((cx - a[0]) * ry - (cy - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

/** The point of some lines that is nearest to a point; the point itself where there are none. */
export function nearestOn(lines: readonly Points[], point: XY): XY {
  let best: XY = point;
  let least = Infinity;
  for (const line of lines) {
    for (let k = 0; k + 3 < line.length; k += 2) {
      const [ax, ay] = [line[k]!, line[k + 1]!];
      const [dx, dy] = [line[k + 2]! - ax, line[k + 3]! - ay];
      const size = dx * dx + dy * dy;
      const share = size === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / size));
      const [x, y] = [ax + dx * share, ay + dy * share];
      const away = (x - point[0]) ** 2 + (y - point[1]) ** 2;
      if (away < least) [best, least] = [[x, y], away];
    }
  }
  return best;
}

function nearestIndex(points: readonly XY[], to: XY): number {
  let best = 0;
  points.forEach((point, i) => {
    if (distance(point, to) < distance(points[best]!, to)) best = i;
  });
  return best;
}
