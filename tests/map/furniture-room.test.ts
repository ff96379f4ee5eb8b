import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesOf, piecesOf } from '../../src/map/furniture-room';

const length = fc.double({ min: 1, max: 900, noNaN: true });
const place = fc.double({ min: -200, max: 900, noNaN: true });

describe('the room of furniture', () => {
  test('pieces cover all of a box, and nothing beyond it by more than a pixel', () => {
    fc.assert(
      fc.property(place, place, length, length, (left, top, width, height) => {
        const { size, middles } = piecesOf({ left, top, width, height });
        for (const [from, whole, index] of [
          [left, width, 0],
          [top, height, 1],
        ] as const) {
          const side = size[index];
          const found = [...new Set(middles.map((middle) => middle[index]))].sort((a, b) => a - b);
          expect(Number.isInteger(side) && side <= 64).toBe(true);
          expect(found[0]! - side / 2).toBeLessThanOrEqual(from + 1e-6);
          expect(found[0]! - side / 2).toBeGreaterThanOrEqual(from - 1);
          expect(found.at(-1)! + side / 2).toBeGreaterThanOrEqual(from + whole - 1e-6);
          expect(found.at(-1)! + side / 2).toBeLessThanOrEqual(from + whole + 1);
          found.slice(1).forEach((at, i) => expect(at - found[i]!).toBeLessThanOrEqual(side + 1e-6));
        }
      }),
    );
  });

  test('what is not drawn takes none', () => {
    expect(piecesOf({ left: 10, top: 10, width: 0, height: 20 }).middles).toEqual([]);
  });

  test('the edges are thin, and their middles lie on the map', () => {
    for (const edge of edgesOf(390, 350)) {
      expect(Math.min(edge.width, edge.height)).toBe(1);
      for (const [x, y] of piecesOf(edge).middles) expect(x > 0 && x < 390 && y > 0 && y < 350).toBe(true);
    }
  });
});
