import { expect, test } from 'vitest';
import { pixelAt, toLngLat, toPlane, distance } from '../../src/core/geometry/plane';
import type { Place } from '../../src/core/model';
import { routeOf, slotsOf, type RouteRequest } from '../../src/style/route';
import { syria } from '../geo/dossier';

const places = syria().places;
const place = (id: string): Place => places.get(id)!;
const route = (from: string, to: string, part: Partial<RouteRequest> = {}) =>
  routeOf({ from: place(from), via: [], to: place(to), slot: 0, frame: [34, 32, 43, 38], pixel: pixelAt(7), gapAt: () => 18, ...part });
const ends = (found: ReturnType<typeof routeOf>) => found && [found.path.points[0]!, found.path.points.at(-1)!].map(toLngLat);

test('routes that join the same two places bend apart, whichever way they run', () => {
  expect(
    slotsOf([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'c'],
    ]),
  ).toEqual([0, 1, 0]);
  // both bend to their own right, so they lie on different sides already
  expect(
    slotsOf([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toEqual([0, 0]);
  const middles = [0, 1, 2, 3].map((slot) => route('hama', 'homs', { slot })!.path.points[32]!);
  for (const [i, a] of middles.entries()) for (const b of middles.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(4 * pixelAt(7));
});

test('a way to a province ends at its edge, and one between towns at the towns, with room for their marks', () => {
  const [, end] = ends(route('homs', 'latakia-governorate'))!;
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
  return { from: place('hama'), via: [], to: place('homs'), slot: 0, frame: [34, 32, 43, 38], pixel: pixelAt(7), gapAt: () => 18 };
}
