import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gazetteerOf } from '../../../src/core/gazetteer/gazetteer';
import { RowReader } from '../../../src/core/import/claims-of-rows';
import { guessMapping } from '../../../src/core/import/mapping';
import { Namer } from '../../../src/core/import/naming';
import { PlaceResolver } from '../../../src/core/import/places';
import { NoTable, type TableReading } from '../../../src/core/import/table';
import { readCsvRows } from '../../../src/formats/rows/csv-rows';
import { readAreas } from '../../../src/formats/rows/area-files';
import { readKmlRows } from '../../../src/formats/rows/kml-rows';
import { readJsonRows } from '../../../src/formats/rows/json-rows';
import { readXlsxRows } from '../../../src/formats/rows/xlsx-rows';
import { syria } from '../../geo/dossier';

/** Mutilated tables of every format: each row becomes a draft or a reason, and nothing else is thrown but that it is no table. `npm run test:long -- fuzz` tries 20,000. */

const RUNS = Number(process.env['FUZZ'] ?? 300);
const dossier = syria();
const gazetteer = gazetteerOf([...dossier.places.values()]);

const csv = [
  'event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes,fatalities',
  'SYR1,05/12/2024,Battles,Air/drone strike,HTS,Hama,35.13,36.75,"SOHR; X","a ""b""\nc",5',
  'SYR2,2024-12-06,x,Non-state actor overtakes territory,__proto__,حمص,,,SOHR,=1+1,0',
].join('\r\n');
const json = JSON.stringify([
  { id: 1, date: '2024-12-05', location: 'Homs', type: 'strike', sources: ['A'] },
  { id: 2, constructor: { a: 1 } },
]);
const kml =
  '<?xml version="1.0"?><kml><Document><Folder><name>A &amp; B</name><Placemark><name>Homs</name><description><![CDATA[<b>x</b>]]></description><TimeStamp><when>2024-12-05</when></TimeStamp><ExtendedData><Data name="holder"><value>HTS</value></Data></ExtendedData><Point><coordinates>36.7,34.7</coordinates></Point></Placemark><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>36,34 37,34 37,35 36,34</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>';
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { holder: 'HTS' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [36, 34],
            [37, 34],
            [37, 35],
            [36, 34],
          ],
        ],
      },
    },
  ],
});
const strange = [
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#xffffffff;&#0;',
  '[[[[',
  '__proto__',
  '\u202e',
  '\u200b',
  '"',
  '\0',
  '9'.repeat(400),
  'NaN',
  '-1e999',
  ';',
  '\n',
  '2202-13-45',
  '=cmd|x',
  '{',
  '\ud800',
  'ـــ',
];

async function read(reading: TableReading): Promise<number> {
  const { head, rows } = reading;
  const { mapping } = guessMapping(head.headings, head.hashtags, [], 'day-first');
  const reader = new RowReader(
    { ...mapping, table: mapping.table ?? 'control' },
    head,
    new PlaceResolver([gazetteer], new Map()),
    new Namer(dossier, new Map(), new Map()),
  );
  let count = 0;
  for await (const piece of rows)
    for (const row of piece) {
      count++;
      const said = row.fault === undefined ? reader.read(row) : { code: 'csv', why: row.fault };
      expect('code' in said ? said.why : said.claim['summary']).toBeTypeOf('string');
      if ('claim' in said) expect(Object.getPrototypeOf(said.claim)).toBe(Object.prototype);
    }
  return count;
}

const mutations = fc.array(fc.record({ at: fc.nat(2000), cut: fc.nat(30), put: fc.constantFrom('', ...strange) }), {
  minLength: 1,
  maxLength: 5,
});
const mutated = (text: string, all: readonly { at: number; cut: number; put: string }[]): string =>
  all.reduce((now, { at, cut, put }) => now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + cut), text);

test('mutilated KML becomes rows or areas or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(kml, geojson), mutations, fc.boolean(), async (whole, all, isZipped) => {
      const text = mutated(whole, all);
      const bytes = new TextEncoder().encode(text);
      const file = isZipped ? zipSync({ 'doc.kml': bytes }, { level: 0 }) : bytes;
      for (const way of [async () => read(readKmlRows(file)), () => Promise.resolve(readAreas(file)?.areas.length)])
        try {
          await way();
        } catch (error) {
          if (!(error instanceof NoTable)) throw error;
          expect(error.message).not.toBe('');
        }
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

test('an archive with bytes changed at random is rows, or a reason', async () => {
  const whole = zipSync({ 'doc.kml': new TextEncoder().encode(kml.repeat(2).slice(0, kml.length)) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(whole.length),
      async (changes, end) => {
        const file = whole.slice(0, end === 0 ? undefined : whole.length);
        for (const [at, byte] of changes) file[at] = byte;
        const cut = end % 3 === 0 ? file.subarray(0, end) : file;
        const outcome: unknown = await Promise.resolve()
          .then(() => read(readKmlRows(cut)))
          .catch((error: unknown) => error);
        if (typeof outcome !== 'number') expect(outcome).toBeInstanceOf(NoTable);
      },
    ),
    { numRuns: RUNS },
  );
});

test('mutilated CSV and JSON become rows with reasons, and pollute nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('csv', 'json'), mutations, fc.integer({ min: 1, max: 50 }), async (format, all, length) => {
      const text = mutated(format === 'csv' ? csv : json, all);
      const bytes = new TextEncoder().encode(text);
      async function* pieces(): AsyncGenerator<Uint8Array> {
        await Promise.resolve();
        for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
      }
      try {
        await read(format === 'csv' ? await readCsvRows(pieces()) : readJsonRows(text));
      } catch (error) {
        if (!(error instanceof NoTable)) throw error;
        expect(error.message).not.toBe('');
      }
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

test('random bytes, whole or behind the mark of an archive, are no workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isMarked) => {
      const file = Uint8Array.from(isMarked ? [0x50, 0x4b, 3, 4, ...bytes] : bytes);
      const outcome = await readXlsxRows(file).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(NoTable);
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});
