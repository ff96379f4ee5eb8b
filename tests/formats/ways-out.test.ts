import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Feature } from 'geojson';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { checkGeometry } from '../../src/core/check/geometry';
import { gazetteerOf } from '../../src/core/gazetteer/gazetteer';
import { formulaStart, guarded, unguarded } from '../../src/core/table/formula';
import type { Dossier } from '../../src/core/model';
import { claimsAsGeojson } from '../../src/formats/geojson';
import * as losses from '../../src/formats/losses';
import { tableOfWorkbook } from '../../src/formats/way-back';
import { waysOut, written, type WayOutName } from '../../src/formats/ways-out';
import { LONGEST_CELL } from '../../src/formats/xlsx-out';
import { filesOf, gazetteer, syria } from '../geo/dossier';

const names = Object.keys(waysOut) as WayOutName[];
const places = gazetteer();

/** The good dossier with some of its files changed. */
function changed(changes: Readonly<Record<string, (text: string) => string>>, own?: Parameters<typeof gazetteerOf>[0]): Dossier {
  const files = filesOf('tests/good');
  for (const [name, change] of Object.entries(changes)) {
    const before = files.get(name)!;
    expect(change(before)).not.toBe(before);
    files.set(name, change(before));
  }
  const { dossier, issues } = checkDossier(files, own ? gazetteerOf(own) : places);
  expect(issues).toEqual([]);
  return dossier!;
}

async function textOf(dossier: Dossier, name: WayOutName): Promise<string> {
  const bytes = Buffer.concat([...(await written(dossier, name)).pieces].map((piece) => Buffer.from(piece)));
  if (name !== 'xlsx') return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n');
}

const dossier = syria();
const claims = [...dossier.claims];
const texts = new Map<WayOutName, string>();
beforeAll(async () => {
  for (const name of names) texts.set(name, await textOf(dossier, name));
});

describe('every format', () => {
  test.each(names)('%s holds every claim, and every text that speaks of one', (name) => {
    const text = texts.get(name)!;
    const titles = new Set(claims.flatMap(({ reports }) => reports.map(({ source }) => source)));
    for (const { id, summary } of claims) expect(text.includes(id) || text.includes(summary), id).toBe(true);
    // the table names sources by their ids
    for (const source of titles) {
      const { title } = dossier.sources.get(source)!;
      const known = name === 'csv' ? source : typeof title === 'string' ? title : title.en;
      expect(text.includes(known.replaceAll('"', name === 'hxl' ? '""' : '"')), known).toBe(true);
    }
  });

  test.each(names)('%s has nothing of where a sensitive place is but its coarsened point', async (name) => {
    const hama = [...places.places.values()].map((place) => (place.id === 'hama' ? { ...place, sensitive: true } : place));
    const secret = changed({ 'control.geojson': (text) => text.replaceAll('36.7,', '36.71234,') }, hama);
    expect(secret.claims.get('hama-taken')!.geometry).not.toBeNull();
    expect(await textOf(secret, name)).not.toContain('36.71234');
    expect((await written(secret, name)).lost).toContain(losses.exactPlaces.what);
    const open = changed({ 'control.geojson': (text) => text.replaceAll('36.7,', '36.71234,') });
    expect((await written(open, name)).lost).not.toContain(losses.exactPlaces.what);
  });

  test('nor has the page’s own download', () => {
    const hama = [...places.places.values()].map((place) => (place.id === 'hama' ? { ...place, sensitive: true } : place));
    const secret = changed({ 'control.geojson': (text) => text.replaceAll('36.7,', '36.71234,') }, hama);
    expect(JSON.stringify(claimsAsGeojson(secret, [...secret.claims]))).not.toContain('36.71234');
  });

  test('what it cannot hold is listed for makers, in the words in which it is told', () => {
    const documented = readFileSync('geo/README.md', 'utf8').replaceAll(/\s+/g, ' ');
    for (const name of names)
      for (const { what } of [...waysOut[name].losses, losses.exactPlaces]) expect(documented, name).toContain(what);
  });
});

describe('a text that a spreadsheet would run', () => {
  test.each(['=1+1', '+44 20', '-5', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', "'=1", "''+x", "'", "'tis", 'plain', ''])(
    '%j is a text, and comes back',
    (text) => {
      const cell = guarded(text);
      expect(/^[=+\-@\t\r\n＝＋－＠]/.test(cell)).toBe(false);
      expect(unguarded(cell)).toBe(text);
    },
  );

  test.each(['csv', 'hxl', 'xlsx'] as const)('in %s no cell begins with it', async (name) => {
    const evil = '=HYPERLINK(\\"http://x\\",\\"y\\")';
    const harmful = changed({
      'control.geojson': (text) => text.replace('The northern army took Hama.', evil).replace('"extent"', `"+member": "@x", "extent"`),
      'sources.json': (text) => text.replace('"The Gazette"', `"${evil}"`).replace('"Gazette"', '"-2+3"'),
      'dossier.json': (text) => text.replace('"A doctor"', `"${evil}"`),
    });
    const text = await textOf(harmful, name);
    if (name === 'xlsx') expect(text).not.toMatch(/<f[ >]|<t[^>]*>[=+@]/);
    else
      for (const cell of Papa.parse<string[]>(text).data.flat()) expect(formulaStart.test(cell) && !cell.startsWith("'"), cell).toBe(false);
    expect(text).toContain("'=HYPERLINK");
  });
});

describe('GeoJSON', () => {
  const collection = () => JSON.parse(texts.get('geojson')!) as { features: Feature[]; sources: { id: string }[] };

  test('is flat, so that an attribute table shows all of it', () => {
    for (const { properties } of collection().features)
      for (const value of Object.values(properties!)) expect(['string', 'number', 'boolean']).toContain(typeof value);
    expect(collection().sources.map(({ id }) => id)).toEqual([...dossier.sources.keys()]);
  });

  test('has geometry wherever a place has coordinates, as RFC 7946 wants it', () => {
    for (const { id, geometry, properties } of collection().features) {
      expect(geometry === null, String(id)).toBe(properties!['shown.geometry'] === 'none');
      const issues: never[] = [];
      checkGeometry(geometry, { file: '', at: '', id: null }, issues);
      expect(issues).toEqual([]);
    }
  });
});

describe('XLSX', () => {
  test('has a sheet of claims, and of all that they name', () => {
    for (const sheet of ['claims', 'sources', 'places', 'parties', 'speakers', 'about'])
      expect(texts.get('xlsx')).toContain(`name="${sheet}"`);
  });

  test('a text that no cell holds is cut, says so, and is told', async () => {
    const long = changed({ 'control.geojson': (text) => text.replace('The northern army took Hama.', 'x'.repeat(LONGEST_CELL + 1)) });
    const { pieces, lost } = await written(long, 'xlsx');
    expect(lost).toContain(losses.longCells.what);
    const back = Papa.parse<Record<string, string>>(await tableOfWorkbook(Uint8Array.from([...pieces][0] as Uint8Array)), {
      header: true,
    }).data;
    const summary = back.find(({ id }) => id === 'hama-taken')!['summary']!;
    expect(summary).toHaveLength(LONGEST_CELL - 1);
    expect(summary).toMatch(/x \[… cut: 32768 characters\]$/);
    expect(
      (await written(changed({ 'control.geojson': (text) => text.replace('took Hama.', 'x'.repeat(30_000)) }), 'xlsx')).lost,
    ).not.toContain(losses.longCells.what);
  });
});

describe('KML', () => {
  test('what was withdrawn says so in its name, and a moment is a moment', async () => {
    const text = await textOf(
      changed({
        'control.geojson': (file) =>
          file.replace(
            '"happened": "2024-12-05"',
            '"withdrawn": { "on": "2024-12-09", "reason": "misread" }, "happened": "2024-12-05T22:00+03:00"',
          ),
      }),
      'kml',
    );
    expect(text).toContain(
      '<name>Withdrawn: The northern army took Hama.</name><TimeStamp><when>2024-12-05T19:00:00.000Z</when></TimeStamp>',
    );
  });

  test('no member of a claim becomes a description, which a globe would show as HTML', async () => {
    const text = await textOf(
      changed({ 'control.geojson': (file) => file.replace('"extent"', '"description": "<b>x</b>", "extent"') }),
      'kml',
    );
    expect(text).toContain('<Data name="claim.description">');
    expect(text.match(/<description>/g)).toHaveLength(1);
  });
});
