import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { claimFiles } from '../../src/core/claim-schema';
import type { Claims } from '../../src/core/claims/claims';
import type { Claim } from '../../src/core/model';
import { tableAsParquet } from '../../src/formats/parquet-out';
import { tableAsCsv } from '../../src/formats/table';
import { filesOf, gazetteer } from '../geo/dossier';
import { checkFolder } from './folder';
import { randomDossier } from './random-collections';

const places = gazetteer();
const good = filesOf('tests/good');
const csv = (claims: Iterable<Claim>) => [...tableAsCsv(claims)].join('');
const read = (files: ReadonlyMap<string, string>): Claims => {
  const { dossier, issues } = checkDossier(files, places);
  expect(issues).toEqual([]);
  return dossier!.claims;
};

/** The same dossier with its claims in a table. */
const withTable = (files: ReadonlyMap<string, string>, name: string, table: string | Uint8Array): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([...[...files].filter(([file]) => !Object.hasOwn(claimFiles, file)), [name, table]]);

async function expectSame(files: ReadonlyMap<string, string>, claims: Claims, chunk?: number): Promise<void> {
  for (const [name, table] of [['claims.csv', csv(claims)] as const, ['claims.parquet', tableAsParquet(claims)] as const]) {
    const { dossier, issues } = await checkFolder(withTable(files, name, table), chunk);
    expect(issues, name).toEqual([]);
    expect([...dossier!.claims], name).toEqual([...claims]);
  }
}

describe('a table of a dossier is the same dossier', () => {
  test.each(['tests/good', 'geo/syria-2024'])('%s', async (folder) => {
    const files = filesOf(folder);
    await expectSame(files, read(files));
  });

  test('also in chunks that cut through characters, line ends and quotation marks', async () => {
    const files = filesOf('tests/good');
    const strange = JSON.parse(files.get('incidents.geojson')!) as { features: { properties: Record<string, unknown> }[] };
    strange.features[0]!.properties['summary'] = 'حمص: “a”, "b",\r\nand a line; \'c\'';
    files.set('incidents.geojson', JSON.stringify(strange));
    for (const chunk of [1, 7, 64]) await expectSame(files, read(files), chunk);
  });

  test('any', async () => {
    await fc.assert(
      fc.asyncProperty(randomDossier(good), fc.constantFrom(undefined, 5), async (files, chunk) => {
        await expectSame(files, read(files), chunk);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the table', () => {
  const rows = Papa.parse<Record<string, string>>(csv(read(good)), { header: true, skipEmptyLines: true }).data;

  test('has one row a report, the columns in order, and no column that nothing needs', () => {
    expect(rows.map(({ id }) => id)).toEqual(['flight', 'hama-taken', 'hama-taken', 'homs-held', 'march', 'strike', 'total']);
    const columns = Object.keys(rows[0]!);
    expect(columns.slice(0, 3)).toEqual(['id', 'kind', 'displacement']);
    expect(columns).toContain('people.min');
    expect(columns).not.toContain('killed.min');
    expect(columns.at(-1)).toBe('desk-note');
  });

  test('says what is of a claim in its first row alone', () => {
    expect(rows[1]).toMatchObject({ kind: 'control', holder: 'north', source: 'gazette' });
    expect(rows[2]).toMatchObject({ kind: '', holder: '', source: 'digest' });
  });

  test('of no claims is a header', async () => {
    expect(csv([])).toBe('id,kind,source,mode\r\n');
    const { issues, dossier } = await checkFolder(withTable(good, 'claims.parquet', tableAsParquet([])));
    expect([issues, dossier!.claims.size]).toEqual([[], 0]);
  });
});
