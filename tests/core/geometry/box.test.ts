import { expect, test } from 'vitest';
import { boxAround, boxOf, contains, grown, isIn, meet, middleOf, type Box } from '../../../src/core/geometry/box';

const box: Box = [0.2, 0.3, 0.4, 0.6];

test('bounds in degrees become a box with y downwards, beyond the antimeridian too', () => {
  const [west, north, east, south] = boxOf([-90, -10, 90, 10]);
  expect([west, east]).toEqual([0.25, 0.75]);
  expect(north).toBeLessThan(0.5);
  expect(south).toBeCloseTo(1 - north, 12);
  expect(boxOf([170, 0, 190, 10])[2]).toBeGreaterThan(1);
});

test('boxes hold points and one another', () => {
  expect([isIn(box, [0.2, 0.6]), isIn(box, [0.1, 0.5]), isIn(box, [0.3, 0.61])]).toEqual([true, false, false]);
  expect([contains(box, box), contains(box, [0.21, 0.3, 0.4, 0.5]), contains(box, [0.1, 0.3, 0.4, 0.5])]).toEqual([true, true, false]);
  expect(boxAround([Float64Array.of(3, 4, 1, 9), Float64Array.of(2, 0)])).toEqual([1, 0, 3, 9]);
  expect(middleOf([1, 0, 3, 9])).toEqual([2, 4.5]);
});

test('boxes meet where they touch in some copy of the world', () => {
  expect(meet(box, [0.4, 0.6, 0.5, 0.7])).toBe(true);
  expect(meet(box, [0.41, 0.3, 0.5, 0.7])).toBe(false);
  expect(meet(box, [0.2, 0.61, 0.4, 0.7])).toBe(false);
  expect(meet([0.98, 0, 1.02, 1], [0.01, 0, 0.015, 1])).toBe(true);
  expect(meet([0.98, 0, 1.02, 1], [0.03, 0, 0.04, 1])).toBe(false);
  expect(meet([-3.02, 0, -2.98, 1], [0.97, 0, 0.985, 1])).toBe(true);
});

test('a box that is too small to shrink becomes its middle', () => {
  const larger = grown(box, 0.05);
  expect(larger.map((side) => Math.round(side * 1e6) / 1e6)).toEqual([0.15, 0.25, 0.45, 0.65]);
  const [west, north, east, south] = grown(box, -0.11);
  expect([west, east].map((side) => Math.round(side * 1e6) / 1e6)).toEqual([0.3, 0.3]);
  expect(south - north).toBeCloseTo(0.08, 9);
});
