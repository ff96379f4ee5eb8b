import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPrecise, dateOrders, readDate } from '../../../src/core/import/dates';

describe('a date of a table', () => {
  test.each([
    ['2024-12-05', '2024-12-05'],
    ['2024/12/05', '2024-12-05'],
    ['2024-12-05T14:30:00', '2024-12-05'],
    ['20241205', '2024-12-05'],
    ['05 December 2024', '2024-12-05'],
    ['December 5, 2024', '2024-12-05'],
    ['5-Dec-2024', '2024-12-05'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['05.05.2024', '2024-05-05'],
    ['٠٥/٠٥/٢٠٢٤', '2024-05-05'],
    ['\u200f2024-12-05\u200e', '2024-12-05'],
    ['2024', '2024'],
    ['2024-12', '2024-12'],
    ['[2024-11-30..2024-12-01]', '[2024-11-30..2024-12-01]'],
    ['2024-12-05~', '2024-12-05~'],
  ])('%s is %s', (cell, day) => {
    expect(readDate(cell, null)).toEqual({ day });
  });

  test('hangs on the order of day and month where it can be read in both ways, and is not assumed', () => {
    expect(readDate('05/12/2024', null)).toEqual({ asks: 'order' });
    expect(readDate('05/12/2024', 'day-first')).toEqual({ day: '2024-12-05' });
    expect(readDate('05/12/2024', 'month-first')).toEqual({ day: '2024-05-12' });
  });

  test.each([
    ['', 'there is no date'],
    ['yesterday', 'no date'],
    ['31/02/2024', 'no day of a calendar'],
    ['2024-02-30', 'no day of a calendar'],
    ['20241399', 'no day of a calendar'],
    ['2202-12-05', 'the year 2202'],
    ['5/12/24', 'no year of four digits'],
    ['45632', 'looks like the number that a spreadsheet keeps'],
    ['45632.5', 'looks like the number'],
    ['456321', 'no date'],
    ['2024-12-05/45632', 'no date'],
    ['5 Foo 2024', 'no month'],
    ['1'.repeat(100), 'too long'],
  ])('%s is none, and says why', (cell, why) => {
    expect(readDate(cell, 'day-first')).toEqual({ why: expect.stringContaining(why) as string });
  });

  test.each([
    ['25/12/2024', 'month-first'],
    ['12/25/2024', 'day-first'],
  ] as const)('%s contradicts dates that are %s', (cell, order) => {
    expect(readDate(cell, order)).toHaveProperty('why');
  });

  test('every day that is written in an order is read back in it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1801-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(...dateOrders),
        (date, order) => {
          const day = date.toISOString().slice(0, 10);
          const [y, m, d] = day.split('-') as [string, string, string];
          expect(readDate((order === 'day-first' ? [d, m, y] : [m, d, y]).join('/'), order)).toEqual({ day });
        },
      ),
    );
  });

  test('no text is too strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(null, ...dateOrders), (text, order) => {
        expect(Object.keys(readDate(text, order))).toHaveLength(1);
      }),
    );
  });
});

test.each([
  [1, '2024-12-05'],
  [2, '[2024-12-02..2024-12-08]'],
  [3, '2024-12'],
  [NaN, '2024-12-05'],
])('a day of precision %d is %s', (precision, day) => {
  expect(asPrecise('2024-12-05', precision)).toBe(day);
});
