import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { guessMapping } from '../../../src/core/import/mapping';
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

  test('of GeoJSON tells areas beside points, and why they are no rows', async () => {
    const polygon = { type: 'Polygon', coordinates: [] };
    const features = [{ type: 'Point', coordinates: [36.7, 34.7] }, polygon, { type: 'GeometryCollection', geometries: [polygon] }].map(
      (geometry) => ({ type: 'Feature', geometry, properties: { holder: 'HTS' } }),
    );
    const { head, rows } = readJsonRows(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(head.reasons[1]).toMatch(/^of 3 features 2 are areas/);
    const faults = [];
    for await (const piece of rows) faults.push(...piece.map(({ fault }) => fault?.slice(0, 13) ?? null));
    expect(faults).toEqual([null, 'it is an area', 'it is an area']);
  });

  test('of a list of events has a row an event, members of members too, and pollutes nothing', async () => {
    const text = '\uFEFF[{"id":1,"location":{"lat":34,"lng":36},"sources":["A","B"]},{"id":2,"__proto__":{"polluted":1}}]';
    expect(await cellsOf(readJsonRows(text))).toEqual([
      ['id', 'location.lat', 'location.lng', 'sources'],
      ['1', '34', '36', 'A; B'],
      ['2', '', '', ''],
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('of timemap has its sources by their addresses', async () => {
    const text =
      '[{"id":"CIV1","date":"12/05/2024","location":"Homs","latitude":"34.7","longitude":"36.7","description":"A","sources":[{"id":"s1","path":"https://a.example"},{"path":"https://b.example"}],"filters":[{"key":"Type","value":"School"}]}]';
    expect((await cellsOf(readJsonRows(text)))[1]!.slice(-2)).toEqual([
      'https://a.example; https://b.example',
      '{"key":"Type","value":"School"}',
    ]);
  });

  // the forms in which programs that read GeoConfirmed expect it, of several years
  test.each([
    [
      '{"mapDataFolders":[{"name":"A","mapDataPlacemarks":[{"id":"1","date":"2024-12-05T16:20:00","coordinates":[36.7,34.7]}]},{"name":"B","mapDataPlacemarks":[]}]}',
    ],
    ['[{"id":"1","date":"2024-12-05T16:20:00","coordinates":["34.7","36.7"],"originalSource":"https://x"}]'],
    ['[{"factionId":1,"name":"A","icons":[{"iconId":2,"placemarks":[{"id":"1","date":"2024-12-05","la":34.7,"lo":36.7}]}]}]'],
    ['{"items":[{"id":"1","date":"2024-12-05","la":34.7,"lo":36.7,"icon":"/icons/E00000/False/92.png"}]}'],
    ['{"incidents":[{"id":"1","date":"2024-12-05","geoLocation":{"coordinates":{"lat":34.7,"lng":36.7}}}]}'],
    ['{"data":[{"id":"1","place":{"type":"Point","coordinates":[36.7,34.7]}}]}'],
  ])('of GeoConfirmed has a row an incident, where it is: %s', async (text) => {
    const [headings, ...rows] = await cellsOf(readJsonRows(text));
    expect(rows).toHaveLength(1);
    const { columns } = guessMapping(headings!, null, rows, null).mapping;
    const cell = (field: 'id' | 'latitude' | 'longitude') => rows[0]![headings!.indexOf((columns[field] as { column: string }).column)];
    expect([cell('id'), cell('latitude'), cell('longitude')]).toEqual(['1', '34.7', '36.7']);
  });

  test('in which order two numbers are coordinates is told', () => {
    expect(readJsonRows('[{"coordinates":[34.7,36.7]},{"coordinates":[35,36]}]').head.reasons).toEqual([
      'JSON: a row an event',
      'of the two numbers of “coordinates” the first is the latitude',
    ]);
  });

  test.each(['{', '5', '{"type":"Topology"}', 'null', '[]'])('%s is no table, and says why', (text) => {
    expect(() => readJsonRows(text)).toThrow(/no JSON|neither|no rows/);
  });
});
