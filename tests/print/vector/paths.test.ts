import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linePath, ringPath, type Window } from '../../../src/print/vector/paths';
import type { XY } from '../../../src/core/geometry/plane';

const window: Window = [0, 0, 100, 80];

/** The points of a path. */
function pointsOf(path: string): XY[] {
  const points: XY[] = [];
  for (const [, command, x, y] of path.matchAll(/([Ml])(-?[\d.]+)\s?(-?[\d.]+)/g)) {
    const [beforeX, beforeY] = command === 'l' ? points.at(-1)! : [0, 0];
    points.push([Number(x) + beforeX, Number(y) + beforeY]);
  }
  return points;
}

describe('paths inside a window', () => {
  test('a square that reaches beyond a corner is cut off there', () => {
    const square: XY[] = [
      [90, 70],
      [120, 70],
      [120, 100],
      [90, 100],
    ];
    expect(pointsOf(ringPath(square, window))).toEqual(
      expect.arrayContaining([
        [90, 70],
        [100, 70],
        [100, 80],
        [90, 80],
      ]),
    );
    expect(
      ringPath(
        square.map(([x, y]): XY => [x + 50, y]),
        window,
      ),
    ).toBe('');
  });

  test('a line that leaves and comes back is two pieces', () => {
    const line: XY[] = [
      [50, 40],
      [150, 40],
      [150, 60],
      [50, 60],
    ];
    expect(linePath(line, window)).toBe('M50 40l50 0M100 60l-50 0');
  });

  test('nothing lies outside, whatever is cut', () => {
    const point = fc.tuple(fc.double({ min: -300, max: 300, noNaN: true }), fc.double({ min: -300, max: 300, noNaN: true }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 12 }), (points) => {
        for (const [x, y] of [...pointsOf(ringPath(points, window)), ...pointsOf(linePath(points, window))]) {
          expect(x).toBeGreaterThan(-0.02);
          expect(x).toBeLessThan(100.02);
          expect(y).toBeGreaterThan(-0.02);
          expect(y).toBeLessThan(80.02);
        }
      }),
    );
  });

  test('roundings do not add up along a line', () => {
    const line = Array.from({ length: 500 }, (_, i): XY => [i * 0.173_37, 40 + Math.sin(i / 9)]);
    const [x, y] = pointsOf(linePath(line, window)).at(-1)!;
    expect(x).toBeCloseTo(499 * 0.173_37, 1);
    expect(y).toBeCloseTo(40 + Math.sin(499 / 9), 1);
  });
});
