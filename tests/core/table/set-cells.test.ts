import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvReader } from '../../../src/core/table/csv-reader';
import { setCells } from '../../../src/core/table/set-cells';

const set = (text: string, ...changes: [string, Record<string, string | number>][]) => setCells(text, new Map(changes));
const cellsOf = (text: string) => {
  const reader = new CsvReader();
  return [...reader.push(text), ...reader.end()].map((row) => ('cells' in row ? row.cells : row.fault));
};

describe('cells are set', () => {
  test('where they stand, and nothing else changes: marks, delimiters and line ends stay', () => {
    const text = '\uFEFFid;"start" ;summary\r\na;1;"one; ""two"""\r\n\r\nb;"2";"x\ny"\r\n';
    expect(set(text, ['row 4', { start: 20 }])).toBe('\uFEFFid;"start" ;summary\r\na;1;"one; ""two"""\r\n\r\nb;20;"x\ny"\r\n');
  });
  test('in new columns where they are not there', () => {
    expect(set('id,exact\na,so\n\nb,no\n', ['row 2', { start: 1, end: 3 }])).toBe('id,exact,start,end\na,so,1,3\n\nb,no,,\n');
  });
  test('in quotation marks where they need some', () => {
    expect(set('id,exact\na,so', ['row 2', { exact: 'so, "he" said' }])).toBe('id,exact\na,"so, ""he"" said"');
  });
  test('nowhere where there is no such row', () => expect(() => set('id\na', ['row 3', { start: 1 }])).toThrow('no row 3'));

  test('so that any table reads back the same but for them', () => {
    const cell = fc.constantFrom('', 'a', 'a b', 'x,y', 'x;y', 'say "so"', 'say "so", or; not', '"', 'two\nlines', 'نهر', '1', ' led');
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    const quote = (text: string, always: boolean) => (always || /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(
        table,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(',', ';'),
        fc.nat(),
        fc.nat(),
        (rows, q, end, by, at, value) => {
          const whole = [['id', 'start', 'summary'], ...rows.map((row, i) => [`c${i}`, ...row.slice(1)])];
          const text = whole.map((row) => row.map((each) => quote(each!, q)).join(by)).join(end);
          const row = 2 + (at % rows.length);
          const expected = whole.map((cells, i) => (i + 1 === row ? [cells[0], String(value), cells[2]] : cells));
          expect(cellsOf(set(text, [`row ${row}`, { start: value }]))).toEqual(expected);
        },
      ),
    );
  });
});
