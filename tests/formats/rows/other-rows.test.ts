import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import type { TableReading } from '../../../src/core/import/table';
import { readJsonRows } from '../../../src/formats/rows/json-rows';
import { readXlsxRows } from '../../../src/formats/rows/xlsx-rows';

async function cellsOf({ head, rows }: TableReading): Promise<(readonly string[])[]> {
  const all = [head.headings];
  for await (const piece of rows) all.push(...piece.map(({ cells }) => cells));
  return all;
}

describe('a workbook', () => {
  test('has the cells of its first sheet, days without a time zone, and nothing of a formula', async () => {
    const made = await writeXlsxFile([
      [{ value: 'place' }, { value: 'date' }, { value: 'people' }],
      [{ value: 'حمص' }, { value: new Date(Date.UTC(2024, 11, 5)), type: Date, format: 'dd/mm/yyyy' }, { value: 12500, type: Number }],
      [{ value: '=1+1' }, null, null],
    ]).toBlob();
    const bytes = new Uint8Array(await made.arrayBuffer());
    expect(await cellsOf(await readXlsxRows(bytes))).toEqual([
      ['place', 'date', 'people'],
      ['حمص', '2024-12-05', '12500'],
      ['=1+1', '', ''],
    ]);
  });

  test('that unpacks to too much, is cut off or is another archive is refused in words', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) });
    // says of itself that it is larger than it is
    const view = new DataView(bomb.buffer);
    const central = bomb.findLastIndex((byte, i) => byte === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1 && bomb[i + 3] === 2);
    view.setUint32(central + 24, 0xf0000000, true);
    await expect(readXlsxRows(bomb)).rejects.toThrow(/unpacks to \d+ MB/);
    await expect(readXlsxRows(bomb.slice(0, 100))).rejects.toThrow(/cannot be unpacked/);
    await expect(readXlsxRows(zipSync({ 'a.txt': new Uint8Array(3) }))).rejects.toThrow(/first sheet cannot be read/);
  });
});

describe('JSON', () => {
  test('of GeoJSON has a row a feature, with the coordinates of its point', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 7, geometry: { type: 'Point', coordinates: [36.7, 34.7] }, properties: { name: 'Homs', tags: ['a', 'b'] } },
        { type: 'Feature', geometry: null, properties: { name: 'Hama', __proto__: { polluted: true } } },
      ],
    });
    expect(await cellsOf(readJsonRows(text))).toEqual([
      ['id', 'name', 'tags', 'longitude', 'latitude'],
      ['7', 'Homs', 'a; b', '36.7', '34.7'],
      ['', 'Hama', '', '', ''],
    ]);
  });

  test('of a list of events has a row an event, members of members too, and pollutes nothing', async () => {
    const text = '\uFEFF[{"id":1,"location":{"lat":34,"lng":36},"sources":["A","B"]},{"id":2,"__proto__":{"polluted":1}}]';
    expect(await cellsOf(readJsonRows(text))).toEqual([
      ['id', 'location lat', 'location lng', 'sources'],
      ['1', '34', '36', 'A; B'],
      ['2', '', '', ''],
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each(['{', '5', '{"type":"Topology"}', 'null', '[]'])('%s is no table, and says why', (text) => {
    expect(() => readJsonRows(text)).toThrow(/no JSON|neither|no rows/);
  });
});
