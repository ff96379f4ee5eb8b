import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { claimline, root } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-anchor-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

const HEADINGS = ['Place', 'Date', 'Holder', 'Status', 'Source'];
const ROWS = [
  ['Palmyra', '2024-12-05', 'HTS', 'captured', 'SOHR'],
  ['حماة', '2024-12-06', 'HTS', 'held', 'SOHR'],
  ['Homs', '2024-12-06', 'HTS', 'captured', 'SOHR'],
];
const csv = (rows: readonly (readonly string[])[] = ROWS) => [HEADINGS, ...rows].map((row) => row.join(';')).join('\r\n');
const objects = ROWS.map((row) => Object.fromEntries(row.map((cell, i) => [HEADINGS[i]!.toLowerCase(), cell])));
const xlsx = async (rows: readonly (readonly string[])[]) => {
  const blob = await writeXlsxFile([HEADINGS, ...rows].map((row) => row.map((value) => ({ value })))).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${objects
  .map((each) => `<Placemark><TimeStamp><when>${each['date']}</when></TimeStamp><ExtendedData>${data(each)}</ExtendedData></Placemark>`)
  .join('')}</Document></kml>`;

function data(each: Readonly<Record<string, string>>): string {
  return Object.entries(each)
    .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    .join('');
}

/** The letters of `حماة` as Windows writes them. */
function windows1256(text: string): Uint8Array {
  const letters: Readonly<Record<string, number>> = { ح: 0xcd, م: 0xe3, ا: 0xc7, ة: 0xc9 };
  return Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0));
}

/** A dossier into which a table was brought, and the table in a folder of texts. */
function brought(name: string, content: string | Uint8Array, ...more: string[]) {
  const [dossier, texts] = [join(folder, `dossier-${++made}`), join(folder, `texts-${made}`)];
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true, filter: (path) => !/\.geojson$|\.md$/.test(path) });
  mkdirSync(texts);
  const table = join(texts, name);
  writeFileSync(table, content);
  const { err, out } = claimline('import', table, '--into', dossier, '--table', 'control', '--published', '2024-12-07', '--yes', ...more);
  const anchor = (...args: string[]) => claimline('anchor', dossier, '--texts', texts, ...args);
  return { dossier, texts, table, anchor, said: err + out };
}

describe('anchors into a table that was brought in', () => {
  test.each([
    ['rows.xlsx', () => xlsx(ROWS)],
    ['rows.json', () => JSON.stringify(objects)],
    ['rows.kml', () => kml],
    ['rows-of-windows.csv', () => windows1256(csv())],
    ['rows-of-windows.txt', () => windows1256(csv())],
    ['rows-of-utf-16.csv', () => Buffer.from(`\uFEFF${csv()}`, 'utf16le')],
    ['lines-in-cells.csv', () => csv(ROWS.map((row) => row.map((cell, i) => (i === 4 ? `"SOHR,\n a newspaper"` : cell))))],
    ['empty-lines.csv', () => csv().replace('\r\n', '\r\n\r\n;;;;\r\n')],
  ])('%s are held against its rows', async (name, content) => {
    const { anchor, said, dossier, texts } = brought(name, await content());
    expect(said).toContain('3');
    const { code, out, err } = anchor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/: 3 anchors, 3 in place\n$/);
    expect(claimline('validate', dossier, '--texts', texts)).toMatchObject({ code: 0 });
  });

  test('in an encoding that a person had to name are known by their hashes', () => {
    const { anchor } = brought('rows.csv', windows1256(csv()), '--encoding', 'windows-1252', '--choose', 'ÍãÇÉ=hama');
    expect(anchor().out).toMatch(/: 3 anchors, 3 in place\n$/);
  });

  test('move with their row, and --write follows; a row that says something else now is gone', async () => {
    const { anchor, table, dossier } = brought('rows.xlsx', await xlsx(ROWS));
    const before = readFileSync(join(dossier, 'claims.csv'), 'utf8');
    writeFileSync(
      table,
      await xlsx([
        ['Idlib', '2024-12-04', 'HTS', 'held', 'SOHR'],
        ROWS[0]!,
        ROWS[1]!,
        [...ROWS[2]!.slice(0, 4), 'SOHR; but a resident denies it'],
      ]),
    );
    const { out, code } = anchor('--write');
    expect(code).toBe(1);
    expect(out).toMatch(/broken\n.*has no such words/);
    expect(out).toMatch(/: 3 anchors, 2 in place, 1 broken\n$/);
    const after = readFileSync(join(dossier, 'claims.csv'), 'utf8');
    const changed = after.split('\r\n').filter((row, i) => row !== before.split('\r\n')[i]);
    expect(changed).toHaveLength(2);
    expect(changed.join()).not.toContain('"Homs');
  });

  test('of areas are not checked, and that is said', () => {
    const square = (south: number, north: number) => [
      [
        [35.5, south],
        [39, south],
        [39, north],
        [35.5, north],
        [35.5, south],
      ],
    ];
    const features = [square(34.9, 37), square(32, 34.9)].map((coordinates, i) => ({
      type: 'Feature',
      properties: { holder: i === 0 ? 'HTS' : 'Government' },
      geometry: { type: 'Polygon', coordinates },
    }));
    const { anchor } = brought(
      'control_2024-12-05.geojson',
      JSON.stringify({ type: 'FeatureCollection', features }),
      '--publisher',
      'Archive A',
    );
    const { code, out } = anchor();
    expect(out).toContain('control_2024-12-05.geojson: a file of areas');
    expect(out).toMatch(/: (\d+) anchors, \1 not checked\n$/);
    expect(code).toBe(1);
  });
});
