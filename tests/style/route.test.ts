import { expect, test } from 'vitest';
import { boxOf, isIn } from '../../src/core/geometry/box';
import { nearestOn } from '../../src/core/geometry/edge';
import { pixelAt, pointsOf, toLngLat, toPlane, distance } from '../../src/core/geometry/plane';
import { partOf, pathThrough, stepAt } from '../../src/core/geometry/path';
import type { Place } from '../../src/core/model';
import { Apart, routeOf, type RouteRequest } from '../../src/style/strokes/route';
import { syria } from '../geo/dossier';

const places = syria().places;
const place = (id: string): Place => places.get(id)!;
const route = (from: string, to: string, part: Partial<RouteRequest> = {}) =>
  routeOf({
    from: place(from),
    via: [],
    to: place(to),
    slot: 0,
    frame: boxOf([34, 32, 43, 38]),
    pixel: pixelAt(7),
    gapAt: () => 18,
    ...part,
  });
const pathPoints = (found: ReturnType<typeof routeOf>) => pointsOf(partOf(found!.path, 0, found!.path.length));
const ends = (found: ReturnType<typeof routeOf>) => [pathPoints(found)[0]!, pathPoints(found).at(-1)!].map(toLngLat);

test('routes that join the same two places bend apart, whichever way they run', () => {
  const apart = new Apart();
  const slots = (ends: readonly (readonly [pair: number, forward: boolean])[]) => ends.map(([pair, forward]) => apart.take(pair, forward));
  expect(
    slots([
      [0, true],
      [0, true],
      [1, true],
    ]),
  ).toEqual([0, 1, 0]);
  // both bend to their own right, so they lie on different sides already
  expect(
    slots([
      [2, true],
      [2, false],
      [2, true],
      [2, false],
    ]),
  ).toEqual([0, 0, 2, 2]);
  const crowd = new Set(Array.from({ length: 30 }, () => apart.take(3, true)));
  expect(crowd.size).toBe(30);
  expect(apart.take(3, true)).toBe(29);
  const middles = [0, 1, 2, 3].map((slot) => {
    const { path } = route('hama', 'homs', { slot })!;
    return stepAt(path, path.length / 2).point;
  });
  for (const [i, a] of middles.entries()) for (const b of middles.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(4 * pixelAt(7));
});

test('a way to a province ends at its edge, and one between towns at the towns, with room for their marks', () => {
  const [, end] = ends(route('homs', 'latakia-governorate'));
  expect(end![0]).toBeLessThan(36.72);
  expect(distance(toPlane([end![0], end![1]]), toPlane(place('latakia-governorate').point!))).toBeGreaterThan(pixelAt(7) * 10);
  const towns = route('hama', 'homs')!;
  expect([towns.startGap, towns.endGap]).toEqual([18, 18]);
});

test('neighbours are joined by a short way across their border', () => {
  const { path, beyond } = route('lebanon', 'syria')!;
  expect(path.length / pixelAt(7)).toBeCloseTo(84, 0);
  expect(beyond).toBeNull();
});

test('a way from beyond the frame starts at the frame, and says where it comes from', () => {
  const { beyond } = route('iran', 'syria')!;
  expect(beyond?.place.id).toBe('iran');
  expect(toLngLat(beyond!.at)[0]).toBeCloseTo(43, 6);
});

test('a place without coordinates, or a way from a place to itself, has no route', () => {
  expect(route('homs', 'homs')).toBeNull();
  expect(routeOf({ ...base(), to: { ...place('homs'), id: 'nowhere', point: null } })).toBeNull();
});

function base(): RouteRequest {
  return { from: place('hama'), via: [], to: place('homs'), slot: 0, frame: boxOf([34, 32, 43, 38]), pixel: pixelAt(7), gapAt: () => 18 };
}

test('a route is the same in every frame around what it needs, and is so near its like with more samples that nobody sees it', () => {
  const [wide, narrow] = [route('hama', 'homs')!, route('hama', 'homs', { frame: boxOf([36, 34, 38, 36]) })!];
  expect(narrow).toEqual(wide);
  expect(isIn(boxOf([36, 34, 38, 36]), [wide.needs[0], wide.needs[1]])).toBe(true);
  // a frame that lacks an end cuts the way short
  expect(route('hama', 'homs', { frame: boxOf([36, 35, 38, 36]) })!.beyond?.place.id).toBe('homs');
  const [start, end] = [toPlane(place('hama').point!), toPlane(place('homs').point!)];
  // so short a way bends by ten pixels, and not by the usual share of its length
  const bend = (10 * pixelAt(7)) / distance(start, end);
  expect(bend).toBeGreaterThan(0.08);
  const fine = pathThrough([start, end], bend);
  for (const point of pathPoints(wide))
    expect(distance(nearestOn([partOf(fine, 0, fine.length)], point), point)).toBeLessThan(0.15 * pixelAt(7));
});

test('a way over the antimeridian is the short one, in whichever copy of the world the frame is', () => {
  const [fiji, samoa] = [170, -170].map((lng, i): Place => ({ ...place('homs'), id: `isle-${i}`, point: [lng, 0], geometry: null }));
  for (const frame of [boxOf([160, -20, 200, 20]), boxOf([-200, -20, -160, 20])]) {
    const found = routeOf({ ...base(), from: fiji!, to: samoa!, frame })!;
    expect(found.beyond).toBeNull();
    expect(found.path.length).toBeCloseTo(20 / 360, 2);
    expect(isIn(frame, pathPoints(found)[3]!)).toBe(true);
  }
});
