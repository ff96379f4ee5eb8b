import { expect, test } from 'vitest';
import { partOf, pathOf, pathThrough, stepAt, type Path } from '../../../src/core/geometry/path';
import { distance, metresOnPlane, pixelAt, pointsOf, rowOf, toLngLat, toPlane, type XY } from '../../../src/core/geometry/plane';

const pathPoints = (path: Path): XY[] => pointsOf(partOf(path, 0, path.length));
const a: XY = [0, 0];
const b: XY = [100, 0];

test('a point comes back from the plane as it went in, and the corners of the square are where the projection has them', () => {
  const [lng, lat] = toLngLat(toPlane([36.72, 34.73]));
  expect(lng).toBeCloseTo(36.72, 9);
  expect(lat).toBeCloseTo(34.73, 9);
  expect(toPlane([-180, 85.051129])[0]).toBeCloseTo(0, 6);
  expect(toPlane([-180, 85.051129])[1]).toBeCloseTo(0, 6);
  expect(toPlane([0, 0])).toEqual([0.5, 0.5]);
  // EPSG:3857 of Homs is 4087651.7 east: of 20037508.34 each way
  expect((toPlane([36.72, 34.73])[0] - 0.5) * 40_075_016.68).toBeCloseTo(4_087_651.7, 0);
});

test('a pixel at zoom 0 is a 512th of the world, and a kilometre grows away from the equator', () => {
  expect(pixelAt(0)).toBe(1 / 512);
  expect(pixelAt(3)).toBe(1 / 4096);
  expect(metresOnPlane(1000, 60) / metresOnPlane(1000, 0)).toBeCloseTo(2, 9);
});

test('a way across the antimeridian is the short one', () => {
  const from = toPlane([179, 10]);
  expect(distance(from, toPlane([-179, 10], from))).toBeCloseTo(2 / 360, 9);
});

test('a path starts and ends at its first and last stop and passes through those between', () => {
  const stops: XY[] = [a, [30, 20], [60, -10], b];
  const path = pathThrough(stops);
  const points = pathPoints(path);
  expect(points[0]).toEqual(a);
  expect(points.at(-1)).toEqual(b);
  for (const stop of stops) expect(Math.min(...points.map((point) => distance(point, stop)))).toBeLessThan(2);
});

test('a bend stands as far aside in the middle as it says, to the right of the way', () => {
  const points = pathPoints(pathThrough([a, b], 0.2));
  expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(20, 1);
  expect(Math.min(...pathPoints(pathThrough([a, b], -0.2)).map(([, y]) => y))).toBeCloseTo(-20, 1);
});

test('a shift keeps its distance over most of the way and none at the ends', () => {
  const path = pathThrough([a, [50, 0], b], 0, 5);
  for (const share of [0.3, 0.5, 0.7]) expect(stepAt(path, path.length * share).point[1]).toBeGreaterThan(4.5);
  expect(pathPoints(path).at(-1)).toEqual(b);
});

test('beyond its ends a path goes on straight', () => {
  const path = pathThrough([a, b]);
  expect(stepAt(path, -10).point[0]).toBeCloseTo(-10);
  expect(stepAt(path, 110).point[0]).toBeCloseTo(110);
  expect(path.curvature).toBe(0);
});

test('one point, or the same twice, makes a path without length', () => {
  expect(pathThrough([a]).length).toBe(0);
  expect(pathThrough([a, [0, 0]]).length).toBe(0);
  expect(stepAt(pathThrough([b]), 3).point).toEqual(b);
});

test('the curvature of an arc is one over its radius', () => {
  const arc = (radius: number) => Array.from({ length: 17 }, (_, i): XY => [Math.cos(i / 10) * radius, Math.sin(i / 10) * radius]);
  for (const radius of [1, 20]) expect(1 / pathOf(rowOf(arc(radius))).curvature).toBeCloseTo(radius, 1);
});

test('fewer samples make the same way', () => {
  const [many, few] = [pathThrough([a, [50, 20], b], 0, 5), pathThrough([a, [50, 20], b], 0, 5, 24)];
  expect(pathPoints(few)).toHaveLength(25);
  expect(few.length / many.length).toBeCloseTo(1, 2);
  for (const share of [0.2, 0.5, 0.8])
    expect(distance(stepAt(few, few.length * share).point, stepAt(many, many.length * share).point)).toBeLessThan(0.5);
});
