import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { XY } from '../../src/core/geometry/plane';
import { anchors, awayFrom, CLEAR, standingOf, textBox, type Disc, type Standing } from '../../src/style/standing';

const coordinate = fc.integer({ min: -120, max: 120 });
const discs = fc.array(fc.record({ at: fc.tuple(coordinate, coordinate), radius: fc.integer({ min: 4, max: 28 }) }), { maxLength: 8 });
const own: Disc = { at: [0, 0], radius: 12 };
const written = { text: 'Ma’arat al-Numan', size: 14, offset: 1 };
const pairs = (standing: Standing) =>
  standing.flatMap((each, i) => (typeof each === 'string' ? [[each, standing[i + 1] as XY] as const] : []));

test('a name that stands alone may stand on every side, a city’s a little off four of them too, and a little higher or lower', () => {
  expect(pairs(standingOf(written, own, []))).toHaveLength(2 * anchors.length);
  expect(pairs(standingOf({ ...written, size: 12 }, own, [])).map(([anchor]) => anchor)).toEqual([...anchors]);
});

test('wherever a name may stand, its own mark is nearer than any other', () => {
  fc.assert(
    fc.property(
      discs,
      fc.constantFrom('Hama', 'Tal Rifaat', 'حماة', 'Ma’arat al-Numan'),
      fc.constantFrom(11, 12.5, 14),
      (others, text, size) => {
        for (const [anchor, shift] of pairs(standingOf({ text, size, offset: 13.5 / size }, own, others))) {
          const box = textBox({ text, size, offset: 0 }, own.at, anchor, shift);
          for (const other of others) expect(awayFrom(box, other)).toBeGreaterThanOrEqual(awayFrom(box, own) + CLEAR);
        }
      },
    ),
  );
});

test('another mark takes only the sides on which it is', () => {
  const beneath: Disc = { at: [0, 30], radius: 12 };
  const kept = pairs(standingOf({ ...written, size: 12 }, own, [beneath])).map(([anchor]) => anchor);
  expect(kept).toContain('bottom');
  expect(kept).toContain('left');
  expect(kept).not.toContain('top');
});

test('between marks on all sides there is none', () => {
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map((i): Disc => ({
    at: [20 * Math.cos((i * Math.PI) / 4), 20 * Math.sin((i * Math.PI) / 4)],
    radius: 14,
  }));
  expect(standingOf(written, own, around)).toEqual([]);
});
