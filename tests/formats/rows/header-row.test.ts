import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { headerAt } from '../../../src/core/import/header-row';
import type { RowRead, TableReading } from '../../../src/core/import/table';
import { readCsvRows } from '../../../src/formats/rows/csv-rows';
import { readXlsxRows } from '../../../src/formats/rows/xlsx-rows';

async function csv(text: string, length = 1 << 20): Promise<{ head: TableReading['head']; rows: RowRead[] }> {
  const bytes = new TextEncoder().encode(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }
  return all(await readCsvRows(pieces()));
}
async function all({ head, rows }: TableReading): Promise<{ head: TableReading['head']; rows: RowRead[] }> {
  const read: RowRead[] = [];
  for await (const piece of rows) read.push(...piece);
  return { head, rows: read };
}

describe('what stands above the headings', () => {
  const title = '"Who holds what, as of\r\nDecember";;\r\n\r\n;;\r\nNotes: draft, not for release;;\r\nPlace;Date;Holder\r\n';
  test.each([1, 7, 1 << 20])(
    'of a CSV file is left out and told; rows below stand where they do in the file (in pieces of %i)',
    async (length) => {
      const text = `${title}Homs;2024-12-07;HTS\r\nHama;2024-12-05;HTS\r\n`;
      const { head, rows } = await csv(text, length);
      expect(head.headings).toEqual(['Place', 'Date', 'Holder']);
      expect(head.reasons.slice(1)).toEqual([
        'cells are parted by semicolons',
        'left out, for they stand above the headings: row 1, “Who holds what, as of December”; row 4, “Notes: draft, not for release”',
      ]);
      expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
        [6, 'Homs'],
        [7, 'Hama'],
      ]);
      for (const row of rows) expect(text.slice(row.start, row.end)).toBe(row.text);
    },
  );

  test('of a sheet likewise, with merged cells of groups', async () => {
    const texts = [
      ['Sites, December'],
      [null],
      [null, null, 'Population'],
      ['Site', 'Survey date', 'Number of IDPs'],
      ['Camp A', '2024-12-05', '120'],
    ];
    const made = await writeXlsxFile(texts.map((row) => row.map((value) => (value === null ? null : { value })))).toBlob();
    const { head, rows } = await all(await readXlsxRows(new Uint8Array(await made.arrayBuffer())));
    expect(head.headings).toEqual(['Site', 'Survey date', 'Number of IDPs']);
    expect(head.reasons).toEqual([
      'XLSX: the first sheet',
      'left out, for they stand above the headings: row 1, “Sites, December”; row 3, “Population”',
    ]);
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([[5, 'Camp A']]);
  });

  test('is nothing where the first row is one of headings, or where none is: then that is the first row', async () => {
    const first = await csv('Place,Date\nTown,When\nHoms,2024-12-07\n');
    expect([first.head.headings, first.rows.length]).toEqual([['Place', 'Date'], 2]);
    const none = await csv('Ort,Tag\nHoms,2024-12-07\n');
    expect([none.head.headings, none.rows.length, none.head.reasons.length]).toEqual([['Ort', 'Tag'], 1, 2]);
  });

  test('does not say what parts the cells', async () => {
    const { head, rows } = await csv('Who holds what, as of December, draft\nPlace;Date;Holder\nHoms;2024-12-07;HTS\n');
    expect(head.headings).toEqual(['Place', 'Date', 'Holder']);
    expect(rows.map(({ cells }) => cells)).toEqual([['Homs', '2024-12-07', 'HTS']]);
  });

  test('may stand above headings that only hashtags explain', async () => {
    const { head, rows } = await csv('Une liste\nLieu,Jour\n#loc+name,#date\nHoms,2024-12-07\n');
    expect(head).toMatchObject({ headings: ['Lieu', 'Jour'], hashtags: ['#loc+name', '#date'] });
    expect(rows.map(({ number }) => number)).toEqual([4]);
  });

  test('is looked for in ten rows, no further', () => {
    const below = (n: number) => [...Array.from({ length: n }, () => ['a note']), ['Place', 'Date']];
    expect([headerAt(below(9)), headerAt(below(10))]).toEqual([9, null]);
    expect(headerAt([['المكان', 'التاريخ']])).toBe(0);
    expect(headerAt([['Refugees', 'IDPs']])).toBeNull();
  });
});
