import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { booleanPointInPolygon, distance, kinks } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { basemapParts } from '../../src/style/basemap';
import { find, gazetteerOf, readGazetteer } from '../../src/core/gazetteer/gazetteer';

const text = (path: string) => readFileSync(new URL(`../../geo/${path}`, import.meta.url), 'utf8');
const dossierFile = text('gazetteer/places.geojson');
const largeFile = text('gazetteer/levant.geojson');
const own = readGazetteer(dossierFile, 'places.geojson');
const large = readGazetteer(largeFile, 'levant.geojson');
const places = new Map(own.places.map((place) => [place.id, place]));
const gazetteer = gazetteerOf([...own.places, ...large.places]);

/** Spelling, and the places that it names with their classes. */
const SPELLINGS: readonly [string, Readonly<Record<string, string>>][] = [
  ['Idlib', { idlib: 'P', 'idlib-governorate': 'A' }],
  ['Idleb', { idlib: 'P', 'idlib-governorate': 'A' }],
  ['ادلب', { idlib: 'P', 'idlib-governorate': 'A' }],
  ['Aleppo', { aleppo: 'P', 'aleppo-governorate': 'A' }],
  ['Ḩalab', { aleppo: 'P', 'aleppo-governorate': 'A' }],
  ['Hama', { hama: 'P', 'hama-governorate': 'A' }],
  ['Ḩamāh', { hama: 'P', 'hama-governorate': 'A' }],
  ['حماه', { hama: 'P', 'hama-governorate': 'A' }],
  ['Hama province', { 'hama-governorate': 'A' }],
  ['محافظة حماة', { 'hama-governorate': 'A' }],
  ['Rastan', { rastan: 'P' }],
  ['Ar-Rastan', { rastan: 'P' }],
  ['الرستن', { rastan: 'P' }],
  ['Talbisa', { talbisa: 'P' }],
  ['Talbiseh', { talbisa: 'P' }],
  ['Tallbīsah', { talbisa: 'P' }],
  ['تلبيسه', { talbisa: 'P' }],
  ['Homs', { homs: 'P', 'homs-governorate': 'A' }],
  ['Hims', { homs: 'P', 'homs-governorate': 'A' }],
  ['Lattakia', { latakia: 'P', 'latakia-governorate': 'A' }],
  ['اللاذقيه', { latakia: 'P', 'latakia-governorate': 'A' }],
  ['Tartous', { tartus: 'P', 'tartus-governorate': 'A' }],
  ['Golan', { 'golan-heights': 'L' }],
  ['golan heights', { 'golan-heights': 'L' }],
  ['الجولان', { 'golan-heights': 'L' }],
  ['Damascus', { damascus: 'P', 'damascus-governorate': 'A' }],
  ['Rural Damascus', { 'rif-dimashq-governorate': 'A' }],
  ['Tal Rifaat', { 'tal-rifaat': 'P' }],
  ['Tall Rif‘at', { 'tal-rifaat': 'P' }],
  ['Tal Rifaat region', { 'tal-rifaat-region': 'L' }],
  ['Deir Al-Zor', { 'deir-ez-zor': 'P', 'deir-ez-zor-governorate': 'A' }],
  ['deir ez zor', { 'deir-ez-zor': 'P', 'deir-ez-zor-governorate': 'A' }],
  ['al-Raqqa', { raqqa: 'P', 'raqqa-governorate': 'A' }],
  ['الرقه', { raqqa: 'P', 'raqqa-governorate': 'A' }],
  ['Rastan bridge', { 'rastan-bridge': 'S' }],
  ['M5', { m5: 'R' }],
  ['Turkiye', { turkey: 'A' }],
  ['Türkiye', { turkey: 'A' }],
  ['U.S.', { 'united-states': 'A' }],
  ['Gaza', { gaza: 'A', 'gn-281133': 'P' }],
  ['Manbij', { 'gn-167357': 'P' }],
];

/** Longitude and latitude as encyclopaedias print them, mostly to the minute. */
const PRINTED: Readonly<Record<string, readonly [number, number]>> = {
  idlib: [36.6333, 35.9333],
  aleppo: [37.16, 36.2],
  hama: [36.75, 35.1333],
  rastan: [36.7333, 34.9167],
  talbisa: [36.7308, 34.8408],
  homs: [36.7094, 34.7308],
  latakia: [35.7833, 35.5167],
  tartus: [35.8833, 34.8833],
  damascus: [36.2919, 33.5131],
  'tal-rifaat': [37.0972, 36.4733],
  'deir-ez-zor': [40.15, 35.3333],
  raqqa: [39.01, 35.95],
  beirut: [35.5131, 33.8869],
  ankara: [32.85, 39.93],
};

describe('the packaged gazetteers', () => {
  test('have no issues', () => {
    expect([...own.issues, ...large.issues]).toEqual([]);
    expect([own.places.length, large.places.length]).toEqual([56, 3179]);
  });

  test('are small enough to be fetched', () => {
    expect(dossierFile.length).toBeLessThan(150_000);
    expect(gzipSync(largeFile).length).toBeLessThan(300_000);
  });

  test.each(SPELLINGS)('find %s, and nothing else of that name', (spelling, expected) => {
    const same = find(gazetteer, spelling).filter(({ match }) => match === 'exact' || match === 'folded');
    expect(Object.fromEntries(same.map(({ place }) => [place.id, place.featureClass]))).toEqual(expected);
  });

  test('list a town before the province that shares its name', () => {
    for (const name of ['Hama', 'حمص', 'raqqa', 'Idleb']) expect(find(gazetteer, name)[0]!.place.featureClass, name).toBe('P');
  });

  test('find any place by any of its spellings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...gazetteer.spellings), ({ place, spelling, folded }) => {
        if (folded === '') return;
        expect(find(gazetteer, spelling)).toContainEqual({ place, spelling, match: 'exact' });
        expect(find(gazetteer, ` ${spelling.toLowerCase()}\u200F`).map((candidate) => candidate.place)).toContain(place);
      }),
      { numRuns: 150 },
    );
  });

  test('have no name that folds to nothing', () => {
    expect(gazetteer.spellings.filter(({ folded }) => folded === '')).toEqual([]);
  });

  test('do not take a person for a place', () => {
    for (const name of [
      'al-Golani',
      'Abu Mohammed Al-Golani',
      'Golani',
      'al-Jolani',
      'al-Joulani',
      'al-Julani',
      'al-Jawlani',
      'أبو محمد الجولاني',
      'الجولاني',
    ])
      expect(
        find(gazetteer, name).map(({ place }) => place.id),
        name,
      ).not.toContain('golan-heights');
  });

  test('make one place of what both know', () => {
    const shared = own.places.filter(({ geonames }) => large.places.some((place) => place.geonames === geonames));
    expect(shared).toHaveLength(15);
    expect(gazetteer.places.size).toBe(own.places.length + large.places.length - shared.length);
    for (const place of shared) {
      const other = large.places.find(({ geonames }) => geonames === place.geonames)!;
      expect(distance([...place.point!], [...other.point!]), place.id).toBeLessThan(place.precisionM / 1000);
      expect(gazetteer.places.get(place.id)!.spellings).toEqual(expect.arrayContaining([...place.spellings, ...other.spellings]));
    }
  });
});

describe('the places of the dossier', () => {
  test.each(Object.entries(PRINTED))('put %s within 3 km of where encyclopaedias do', (id, point) => {
    expect(distance([...places.get(id)!.point!], [...point])).toBeLessThan(3);
  });

  test('have a name in Arabic, and say in words where their coordinates come from', () => {
    expect(own.places.filter(({ titleAr }) => titleAr === null)).toEqual([]);
    const features = JSON.parse(dossierFile).features as { properties: { coordinatesFrom: string } }[];
    expect(features.filter(({ properties }) => properties.coordinatesFrom.length < 10)).toEqual([]);
  });

  test.each(own.places.filter(({ kind }) => kind === 'governorate').map(({ id }) => id))(
    'draw %s around its town, with its P-code',
    (id) => {
      const governorate = places.get(id)!;
      const outline = governorate.geometry as Polygon;
      const town = places.get(id.replace('-governorate', ''));
      expect(governorate.pcode).toMatch(/^SY(0[1-9]|1[0-4])$/);
      expect(booleanPointInPolygon([...governorate.point!], outline)).toBe(true);
      if (town) expect(booleanPointInPolygon([...town.point!], outline)).toBe(true);
      if (town) expect(distance([...town.point!], [...governorate.point!])).toBeGreaterThan(4);
    },
  );

  test('keep a region without an outline honest about its precision', () => {
    const vague = own.places.filter(({ geometry }) => (geometry as { certainty?: string } | null)?.certainty === 'uncertain');
    expect(vague).toHaveLength(15);
    for (const { id, kind, precisionM } of vague) {
      expect(precisionM, id).toBeGreaterThanOrEqual(20_000);
      expect(['area', 'region', 'country'], id).toContain(kind);
    }
  });

  test('have outlines that do not cross themselves', () => {
    const areas = own.places.filter(({ geometry }) => geometry?.type.endsWith('Polygon'));
    expect(areas).toHaveLength(19);
    for (const { id, geometry, point } of areas) {
      expect(kinks(structuredClone(geometry) as Polygon).features, id).toEqual([]);
      expect(booleanPointInPolygon([...point!], geometry as Polygon), id).toBe(true);
    }
  });

  test('put the Golan into Syria, under its own name', () => {
    expect(places.get('golan-heights')).toMatchObject({ countries: ['SY'], kind: 'region' });
    expect(booleanPointInPolygon([35.75, 33.02], places.get('israel')!.geometry as Polygon)).toBe(false);
    expect(booleanPointInPolygon([35.75, 33.02], places.get('syria')!.geometry as Polygon)).toBe(true);
  });
});

describe('the basemap', () => {
  const basemap = JSON.parse(text('base/levant.topo.json')) as { attribution: string; objects: Record<string, unknown> };

  test('names every source and licence that it owes', () => {
    for (const owed of [
      '© OpenStreetMap contributors',
      'ODbL',
      'Natural Earth',
      'GSHHG/WDBII',
      'LGPL',
      'GeoNames',
      'CC BY 4.0',
      'NOAA ETOPO5',
      'Roads schematic',
    ])
      expect(basemap.attribution).toContain(owed);
  });

  test('has the layers that the map draws', () => {
    expect(Object.keys(basemap.objects).sort()).toEqual([...basemapParts].sort());
  });
});
