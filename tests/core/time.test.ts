import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../src/core/edtf';
import { addDays, dayOf, daysOf, lastInstant, overlaps, startOfDay } from '../../src/core/time';

const ZONE = 'Asia/Damascus';
const utc = (text: string) => Date.parse(`${text}Z`);

describe('an EDTF text covers a half-open interval of the dossier’s own time zone', () => {
  // Damascus is three hours ahead of UTC, the machine of these tests three and a half behind
  const table: [string, number, number][] = [
    ['2024-12-05', utc('2024-12-04T21:00'), utc('2024-12-05T21:00')],
    ['2024-12-05?', utc('2024-12-04T21:00'), utc('2024-12-05T21:00')],
    ['2024-12-05~', utc('2024-12-03T21:00'), utc('2024-12-06T21:00')],
    ['2024-12', utc('2024-11-30T21:00'), utc('2024-12-31T21:00')],
    ['2024-12~', utc('2024-10-31T21:00'), utc('2025-01-31T21:00')],
    ['2024', utc('2023-12-31T21:00'), utc('2024-12-31T21:00')],
    ['2024-12-05T22:00+03:00', utc('2024-12-05T19:00'), utc('2024-12-05T19:01')],
    ['2024-12-05T22:00', utc('2024-12-05T19:00'), utc('2024-12-05T19:01')],
    ['2024-12-05T22:00:30Z', utc('2024-12-05T22:00:30'), utc('2024-12-05T22:00:31')],
    ['[2024-11-30..2024-12-01]', utc('2024-11-29T21:00'), utc('2024-12-01T21:00')],
    ['[2024-11-30,2024-12-02]', utc('2024-11-29T21:00'), utc('2024-12-02T21:00')],
    ['[..2024-12-06]', -Infinity, utc('2024-12-06T21:00')],
    ['2024-12-01/2024-12-05', utc('2024-11-30T21:00'), utc('2024-12-05T21:00')],
    ['../2024-11-26', -Infinity, utc('2024-11-26T21:00')],
    ['2024-12-05/..', utc('2024-12-04T21:00'), Infinity],
    ['2024-12-05/', utc('2024-12-04T21:00'), Infinity],
    ['2024-12-01~/2024-12-05', utc('2024-11-29T21:00'), utc('2024-12-05T21:00')],
  ];
  test.each(table)('%s', (text, start, end) => expect(intervalOf(text, ZONE)).toEqual({ start, end }));

  test.each([
    '',
    'Thursday',
    '05.12.2024',
    '2024-02-30',
    '2024-13',
    '2024-12-05/2024-12-01',
    '..',
    '../..',
    '2024-12-05T25:00',
    '[2024]/2025',
    '{2024..2025}',
  ])('what is none is refused: «%s»', (text) => expect(() => intervalOf(text, ZONE)).toThrow(RangeError));
});

test('the last instant of a day is a millisecond before the next begins, also on the days when clocks change', () => {
  for (const [day, zone, hours] of [
    ['2024-12-05', ZONE, 24],
    ['2024-03-31', 'Europe/Berlin', 23],
    ['2024-10-27', 'Europe/Berlin', 25],
    // midnight itself is leapt over
    ['2024-09-08', 'America/Santiago', 23],
    ['2024-03-10', 'America/Havana', 23],
    ['2024-11-03', 'America/Havana', 25],
  ] as const) {
    expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
    expect(lastInstant(day, zone)).toBe(startOfDay(addDays(day, 1), zone) - 1);
    expect((lastInstant(day, zone) + 1 - startOfDay(day, zone)) / 3_600_000).toBe(hours);
  }
});

test('every instant lies in the day that it is said to be of', () => {
  const zones = fc.constantFrom(ZONE, 'UTC', 'America/St_Johns', 'Pacific/Apia', 'Europe/Berlin', 'America/Santiago', 'Atlantic/Azores');
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2202, 0) }), zones, (instant, zone) => {
      const day = dayOf(instant, zone);
      expect(startOfDay(day, zone)).toBeLessThanOrEqual(instant);
      expect(lastInstant(day, zone)).toBeGreaterThanOrEqual(instant);
    }),
  );
});

test('the days of a span are all its days, in order', () => {
  const span = { start: startOfDay('2024-11-29', ZONE), end: lastInstant('2024-12-02', ZONE) + 1 };
  expect(daysOf(span, ZONE)).toEqual(['2024-11-29', '2024-11-30', '2024-12-01', '2024-12-02']);
});

test('intervals that only touch do not overlap', () => {
  const [thursday, friday] = [intervalOf('2024-12-05', ZONE), intervalOf('2024-12-06', ZONE)];
  expect(overlaps(thursday, friday)).toBe(false);
  expect(overlaps(thursday, intervalOf('2024-12-05T23:59', ZONE))).toBe(true);
});

test('a plain day is read as the grammar reads it, and one that never was is none', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = fc
    .tuple(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, date]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`);
  fc.assert(
    fc.property(fc.oneof(day, fc.constantFrom('0100-01-01', '2023-02-29', '2024-02-29', '2024-02-30', '2024-04-31')), (text) => {
      const read = (by: () => unknown) => {
        try {
          return by();
        } catch {
          return 'none';
        }
      };
      const grammar = read(() => ({ start: edtf(text).min, end: edtf(text).max + 1 }));
      expect(read(() => ({ ...intervalOf(text, 'UTC') }))).toEqual(grammar);
      expect(read(() => ({ ...intervalOf(`${text}?`, 'UTC') }))).toEqual(grammar);
    }),
    { numRuns: 500 },
  );
});
