import fc from 'fast-check';
import { unparse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import { NoTable, type RowRead } from '../../../src/core/import/table';
import { readCsvRows } from '../../../src/formats/rows/csv-rows';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function read(bytes: Uint8Array, length = 1 << 20, encoding?: string) {
  const { head, rows } = await readCsvRows(inPieces(bytes, length), encoding);
  const all: RowRead[] = [];
  for await (const piece of rows) all.push(...piece);
  return { head, rows: all };
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a CSV table', () => {
  test('in any dialect, cut anywhere, has the cells that were written, and each row stands where it says', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ب', '😀', '"', ',', ';', '\t', '|', '\n', '\r\n', ' ', "'"), maxLength: 8 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((wide) => fc.array(fc.array(cell, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (cells, delimiter, newline, length, mark) => {
          const headings = cells[0]!.map((_, i) => `column${i}`);
          const text = unparse([headings, ...cells], { delimiter, newline, quotes: true }) + newline;
          const { head, rows } = await read(utf8((mark ? '\uFEFF' : '') + text), length);
          expect(head.headings).toEqual(headings);
          expect(rows.map((row) => row.cells)).toEqual(cells);
          for (const row of rows) expect(text.slice(row.start, row.end)).toBe(row.text);
          expect(rows.map(({ number }) => number)).toEqual(cells.map((_, i) => i + 2));
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('place,date\nحمص,2024\n', 'utf16le')]), 'حمص'],
    ['windows-1252', Buffer.from('place,date\nDéir,2024\n', 'latin1'), 'Déir'],
    ['windows-1256', Buffer.concat([Buffer.from('place,date\n'), Buffer.from([0xcd, 0xe3, 0xd5]), Buffer.from(',2024\n')]), 'حمص'],
  ])('in %s is read as that, and says so', async (label, bytes, place) => {
    const { head, rows } = await read(bytes);
    expect(rows[0]!.cells[0]).toBe(place);
    expect(head.reasons[0]).toContain(label);
  });

  test('an encoding that was said is taken; one that is none is refused', async () => {
    expect((await read(Buffer.from([0x61, 0x0a, 0xc8, 0x0a]), 10, 'windows-1251')).rows[0]!.cells).toEqual(['И']);
    await expect(read(utf8('a\nb\n'), 10, 'klingon')).rejects.toThrow(/“klingon” is no encoding/);
  });

  test('a row of HXL hashtags is none of the data', async () => {
    const { head, rows } = await read(utf8('Place,Number\n#loc+name,#affected\nHoms,5\n'));
    expect(head.hashtags).toEqual(['#loc+name', '#affected']);
    expect(rows.map(({ cells, number }) => [number, ...cells])).toEqual([[3, 'Homs', '5']]);
  });

  test('a quotation mark that nothing closes is told of, and what stands before it is read', async () => {
    const { rows } = await read(utf8('place,date\nHoms,1\n"Hama,2\n' + 'x,y\n'.repeat(3)));
    expect(rows[0]).toMatchObject({ cells: ['Homs', '1'] });
    expect(rows.at(-1)!.fault).toMatch(/quotation mark/);
    const long = await read(utf8('place,date\nHoms,1\n"Hama,2\n' + 'x,y\n'.repeat(400_000)), 1 << 16);
    expect(long.rows.at(-1)!.fault).toMatch(/is not closed/);
  });

  test('a file without anything in it is none', async () => {
    await expect(read(new Uint8Array())).rejects.toThrow(NoTable);
  });
});
