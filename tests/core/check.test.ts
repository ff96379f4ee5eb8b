import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { claimFiles } from '../../src/core/claim-schema';
import type { Issue } from '../../src/core/issue';
import { checkFolder } from '../formats/folder';
import { filesOf, gazetteer } from '../geo/dossier';

/**
 * `good/` is a dossier without a fault. Each folder of `bad/` holds one file with one fault, that takes the place of the good
 * one, and `issues.txt`, what is said of it; `npx vitest run check -u` rewrites those.
 */

const places = gazetteer();
const good = filesOf('tests/good');

const allIds = ['flight', 'hama-taken', 'homs-held', 'march', 'strike', 'total'];

const asText = (issues: readonly Issue[]) =>
  issues
    .map(
      ({ file, at, id, code, found, expected, mend }) =>
        `${code}: ${file} ${at} ${id ?? ''}\n  found ${found}\n  expected ${expected}\n  mend: ${mend}\n`,
    )
    .join('');

test('the good dossier has no issues, and keeps what it does not know', () => {
  const { dossier, issues } = checkDossier(good, places);
  expect(issues).toEqual([]);
  expect([...dossier!.claims].map(({ id }) => id)).toEqual(allIds);
  expect(dossier!.claims.get('homs-held')).toHaveProperty('desk-note', 'kept on a round trip');
  expect([...dossier!.places.keys()]).toEqual(['hama', 'homs', 'rastan', 'rastan-bridge', 'syria', 'tartus']);
});

test('what it gives is frozen through and through', () => {
  const { dossier } = checkDossier(good, places);
  const march = dossier!.claims.get('march')!;
  expect(() => Object.assign(march.reports[0]!.anchor, { start: 5 })).toThrow(TypeError);
});

const cases = readdirSync('tests/bad', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const isTable = (name: string) => name.startsWith('table-');

describe('bad files', () => {
  const inJson = cases.filter((name) => !isTable(name));
  test('there are some', () => expect(inJson.length).toBeGreaterThan(50));
  test.each(inJson)('%s', async (name) => {
    const { dossier, issues } = checkDossier(new Map([...good, ...filesOf(`tests/bad/${name}`)]), places);
    expect(issues.length).toBeGreaterThan(0);
    await expect(asText(issues)).toMatchFileSnapshot(`../bad/${name}/issues.txt`);
    // what is rejected is named, and everything else is still there
    const named = new Set(issues.map(({ id }) => id));
    if (dossier && ![...named].includes(null))
      expect([...dossier.claims].some(({ id }) => named.has(id)) && dossier.claims.size < 6).toBe(name === 'id-twice');
  });
});

describe('bad tables', () => {
  const inTables = cases.filter(isTable);
  test('there are some', () => expect(inTables.length).toBeGreaterThan(10));
  test.each(inTables)('%s', async (name) => {
    const [table] = readdirSync(`tests/bad/${name}`).filter((file) => file.startsWith('claims.'));
    const bare = [...good].filter(([file]) => !Object.hasOwn(claimFiles, file));
    const bytes = new Uint8Array(readFileSync(`tests/bad/${name}/${table}`));
    const { dossier, issues } = await checkFolder(new Map<string, string | Uint8Array>([...bare, [table!, bytes]]));
    expect(issues.length).toBeGreaterThan(0);
    await expect(asText(issues)).toMatchFileSnapshot(`../bad/${name}/issues.txt`);
    const named = new Set(issues.map(({ id }) => id));
    if (![...named].includes(null))
      expect([...dossier!.claims].map(({ id }) => id)).toEqual(allIds.filter((id) => !named.has(id) || name === 'table-claim-torn-apart'));
  });
});

test('a missing file is missed, and a file of claims may be', () => {
  const without = (name: string) => checkDossier(new Map([...good].filter(([file]) => file !== name)), places);
  expect(without('dossier.json')).toMatchObject({ dossier: null, issues: [{ file: 'dossier.json', code: 'missing' }] });
  expect(without('incidents.geojson').issues).toEqual([]);
});

describe('whatever a file holds, it gives issues and never throws', () => {
  const hostile = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$name',
    'type',
    'coordinates',
    'properties',
    'geometry',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      hostile,
      fc.array(tie('any'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(fc.oneof(hostile, fc.string()), tie('any'), { maxKeys: 4 }),
  })).any;
  const feature = fc.record(
    { type: fc.constantFrom('Feature', 'toString'), id: fc.oneof(fc.constant('hama-taken'), value), geometry: value, properties: value },
    { requiredKeys: [] },
  );
  const files = fc.constantFrom(...(Object.keys(claimFiles) as (keyof typeof claimFiles)[]));
  test('in a collection', () => {
    fc.assert(
      fc.property(files, fc.array(feature, { maxLength: 3 }), (file, features) => {
        const { issues } = checkDossier(new Map([...good, [file, JSON.stringify({ type: 'FeatureCollection', features })]]), places);
        expect(new Set(issues.filter((issue) => issue.file === file).map(({ at }) => at.split('/')[2])).size).toBeGreaterThanOrEqual(
          features.length,
        );
      }),
      { numRuns: 200 },
    );
  });
  test('in any file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dossier.json', 'sources.json', ...Object.keys(claimFiles), 'places.geojson'),
        fc.oneof(
          value.map((v) => JSON.stringify(v)),
          fc.string(),
        ),
        (file, text) => {
          const { issues } = checkDossier(new Map([...good, [file, text]]), places);
          expect(issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
