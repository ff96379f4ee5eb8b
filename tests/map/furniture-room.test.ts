import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesOf, squaresOf } from '../../src/map/furniture-room';

const length = fc.double({ min: 1, max: 900, noNaN: true });
const place = fc.double({ min: -200, max: 900, noNaN: true });

describe('the room of furniture', () => {
  test('squares cover all of a box, and nothing beyond it by more than a pixel', () => {
    fc.assert(
      fc.property(place, place, length, length, (left, top, width, height) => {
        const { side, middles } = squaresOf({ left, top, width, height });
        for (const [from, size, index] of [
          [left, width, 0],
          [top, height, 1],
        ] as const) {
          const found = [...new Set(middles.map((middle) => middle[index]))].sort((a, b) => a - b);
          expect(found[0]! - side / 2).toBeLessThanOrEqual(from + 1e-6);
          expect(found[0]! - side / 2).toBeGreaterThanOrEqual(from - 1);
          expect(found.at(-1)! + side / 2).toBeGreaterThanOrEqual(from + size - 1e-6);
          expect(found.at(-1)! + side / 2).toBeLessThanOrEqual(from + size + 1);
          found.slice(1).forEach((at, i) => expect(at - found[i]!).toBeLessThanOrEqual(side + 1e-6));
        }
      }),
    );
  });

  test('what is not drawn takes none', () => {
    expect(squaresOf({ left: 10, top: 10, width: 0, height: 20 }).middles).toEqual([]);
  });

  test('the edges lie around the map and not on it', () => {
    for (const { left, top, width, height } of edgesOf(390, 350)) {
      const isBeside = left + width <= 0 || left >= 390 || top + height <= 0 || top >= 350;
      expect(isBeside).toBe(true);
    }
  });
});
