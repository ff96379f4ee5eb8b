import { area, booleanPointInPolygon, featureCollection, intersect, multiPolygon, polygon } from '@turf/turf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, pieceAt, within, type Ring, type Spot } from '../../../src/core/geometry/clip';

const closed = (ring: Ring) => [...ring, ring[0]!].map(([x, y]) => [x, y]);
const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];
/** A ring around a point that touches itself nowhere: a spot a turn, each as far away as it will. */
const star = ([x, y]: Spot, reaches: readonly number[]): Ring =>
  reaches.map((reach, i): Spot => {
    const turn = (2 * Math.PI * i) / reaches.length;
    return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
  });

test('the piece around any spot is the one that turf finds', () => {
  const reach = fc.double({ min: 0.2, max: 3, noNaN: true });
  const shift = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(reach, { minLength: 5, maxLength: 40 }),
      shift,
      shift,
      fc.integer({ min: 3, max: 20 }),
      (reaches, x, y, corners) => {
        const land = star([0, 0], reaches);
        const cell = star(
          [x, y],
          Array.from({ length: corners }, () => 1),
        );
        const piece = pieceAt(within([land], cell), [x, y]);
        const found = intersect(featureCollection([polygon([closed(land)]), polygon([closed(cell)])]))?.geometry;
        const all = found?.type === 'Polygon' ? [found.coordinates] : (found?.coordinates ?? []);
        const expected = all.filter((rings) => booleanPointInPolygon([x, y], polygon(rings)));
        const sizeOf = (pieces: number[][][][]) => area(multiPolygon(pieces));
        expect(sizeOf(piece ? [piece.map(closed)] : [])).toBeCloseTo(sizeOf(expected), -3);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

test('what a border cuts off is left out, and a hole stays one', () => {
  // two strips of land, and in the first a lake
  const land = [square(0, 0, 10), square(3, 3, 1), square(12, 0, 10)];
  const cell = square(2, 2, 12);
  expect(pieceAt(within(land, cell), [5, 5])?.map((ring) => ring.length)).toEqual([4, 4]);
  expect(pieceAt(within(land, cell), [3.5, 3.5])).toBeNull();
  expect(pieceAt(within(land, cell), [11, 5])).toBeNull();
  expect(pieceAt(within(land, cell), [13, 5])).toHaveLength(1);
  // an island in the lake is a piece of its own
  expect(pieceAt(within([...land, square(3.4, 3.4, 0.2)], cell), [3.5, 3.5])).toEqual([square(3.4, 3.4, 0.2)]);
});

test('sides that lie on one another part nothing', () => {
  const land = [square(0, 0, 4)];
  expect(within(land, square(0, 0, 4))[0]).toHaveLength(4);
  expect(isInside(within(land, square(0, 0, 2))[0]!, [1, 1])).toBe(true);
  expect(pieceAt(within(land, square(4, 0, 4)), [5, 1])).toBeNull();
});
