import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { claimFiles } from '../../src/core/claim-schema';
import type { Claim, Dossier } from '../../src/core/model';
import { tableOfGeojson, tableOfWorkbook } from '../../src/formats/way-back';
import { wayOutOf, waysOut, written, type WayOutName } from '../../src/formats/ways-out';
import { filesOf, gazetteer } from '../geo/dossier';
import { checkFolder } from './folder';
import { randomDossier } from './random-collections';

/** Out and in again: in every format that can hold the claims they are the same claims. */

const places = gazetteer();
const good = filesOf('tests/good');

function checked(files: ReadonlyMap<string, string>): Dossier {
  const { dossier, issues } = checkDossier(files, places);
  expect(issues).toEqual([]);
  return dossier!;
}

const withoutClaims = (files: ReadonlyMap<string, string>) => new Map([...files].filter(([name]) => !Object.hasOwn(claimFiles, name)));

async function bytesOf(dossier: Dossier, name: WayOutName): Promise<Buffer> {
  return Buffer.concat([...(await written(dossier, name)).pieces].map((piece) => Buffer.from(piece)));
}

/** By format: the claims of a file of it, beside a dossier's head. */
const readers: Partial<Record<WayOutName, (bytes: Buffer, head: ReadonlyMap<string, string>) => Promise<Claim[]>>> = {
  csv: (bytes, head) => claimsIn(bytes, head),
  xlsx: async (bytes, head) => claimsIn(await tableOfWorkbook(Uint8Array.from(bytes)), head),
  geojson: (bytes, head) => claimsIn([...tableOfGeojson(JSON.parse(bytes.toString('utf8')))].join(''), head),
};

/** The claims of a table. */
async function claimsIn(table: string | Uint8Array, head: ReadonlyMap<string, string>): Promise<Claim[]> {
  const { dossier, issues } = await checkFolder(new Map<string, string | Uint8Array>([...head, ['claims.csv', table]]));
  expect(issues).toEqual([]);
  return [...dossier!.claims];
}

describe.each(Object.entries(readers))('%s', (name, reader) => {
  const same = async (files: ReadonlyMap<string, string>) => {
    const dossier = checked(files);
    expect(await reader(await bytesOf(dossier, name as WayOutName), withoutClaims(files))).toEqual([...dossier.claims]);
  };

  test.each(['tests/good', 'geo/syria-2024'])('of %s is read back as the same claims', async (folder) => same(filesOf(folder)));

  test('of any dossier is read back as the same claims', async () => {
    await fc.assert(fc.asyncProperty(randomDossier(good), same), { numRuns: 60 });
  });
});

test('the end of a name chooses the format, and the longer end counts', () => {
  for (const name of Object.keys(waysOut) as WayOutName[]) expect(wayOutOf(`claims${waysOut[name].ending}`)).toBe(name);
  expect([wayOutOf('A.HXL.CSV'), wayOutOf('a.json')]).toEqual(['hxl', null]);
});

test('what is no export is refused, and why', async () => {
  await expect(tableOfWorkbook(new TextEncoder().encode('id,kind'))).rejects.toThrow();
  expect(() => tableOfGeojson({ type: 'FeatureCollection' })).toThrow('no GeoJSON collection');
  const feature = { type: 'Feature', id: 'a', geometry: null, properties: { kind: 'control', reports: 'not json' } };
  expect(() => [...tableOfGeojson({ features: [feature] })]).toThrow('feature 1 is no claim');
  expect(() => [...tableOfGeojson({ features: [null] })]).toThrow('feature 1 is no claim');
});

test('what a GIS adds for what a feature has not is nothing', () => {
  const feature = {
    type: 'Feature',
    id: 'a',
    geometry: null,
    properties: { kind: 'control', place: null, axis: '', reports: '[{"source":"s"}]' },
  };
  expect([...tableOfGeojson({ features: [feature] })].join('')).toBe('id,kind,source,mode\r\na,control,s,\r\n');
});
