import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../../src/core/check/check';
import { filesOf, gazetteer as readGazetteer } from '../../geo/dossier';

const gazetteer = readGazetteer();
const good = filesOf('tests/good');

type Change = readonly [file: string, is: string, becomes: string];

/** What is said of the good dossier once it is changed, and what is read of it. */
function checked(...changes: readonly Change[]) {
  const files = new Map(good);
  for (const [file, is, becomes] of changes) {
    const text = files.get(file) ?? '';
    expect(text).toContain(is);
    files.set(file, is === '' ? becomes : text.replace(is, becomes));
  }
  const { dossier, issues } = checkDossier(files, gazetteer);
  return { dossier, said: issues.map(({ file, at, code }) => `${file} ${at} ${code}`) };
}

const place = (id: string) =>
  JSON.stringify({
    type: 'Feature',
    '@id': `#${id}`,
    geometry: { type: 'Point', coordinates: [36, 35] },
    properties: { id, title: 'A place', ccodes: ['SY'], fclasses: ['P'], kind: 'town', precisionM: 100, coordinatesFrom: 'a map' },
    names: [{ toponym: 'A place' }],
  });
const places = (...features: string[]): Change => [
  'places.geojson',
  '',
  `{"type": "FeatureCollection", "features": [${features.join(', ')}]}`,
];
const LATER_WRONG: readonly Change[] = [
  ['sources.json', '"title":', '"titel":'],
  ['control.geojson', '"took"', '"tok"'],
  ['movements.geojson', '"advance"', '"advanced"'],
];
const SAID_OF_LATER = [
  'sources.json /sources/0/title missing',
  'control.geojson /features/0/properties/says value',
  'movements.geojson /features/0/properties/movement value',
];

describe('one fault hides no other', () => {
  test.each([
    ['a member that is missing', '"span"', '"spam"', 'dossier.json /span missing'],
    ['a wrong time zone', 'Asia/Damascus', 'Asia/Damascsu', 'dossier.json /timeZone value'],
    ['a broken dossier.json', '"opening":', '"opening"', 'dossier.json  json'],
    ['another version', '"schemaVersion": 1', '"schemaVersion": 2', 'dossier.json /schemaVersion value'],
  ])('%s', (_, is, becomes, said) => {
    const { dossier, said: all } = checked(['dossier.json', is, becomes], ...LATER_WRONG);
    expect(dossier).toBeNull();
    expect(all).toEqual([said, ...SAID_OF_LATER]);
  });

  test('of what dossier.json says of its days, each part is told', () => {
    const { said } = checked(
      ['dossier.json', 'Asia/Damascus', 'Asia/Damascsu'],
      ['dossier.json', '"from": "2024-12-01"', '"from": "2024-12-31"'],
      ['dossier.json', '[36, 34, 37, 36]', '[37, 34, 36, 36]'],
    );
    expect(said).toEqual(['dossier.json /timeZone value', 'dossier.json /span value', 'dossier.json /opening/bounds value']);
  });

  test('a day that never was is none, and the opening day is held against a span that is sound', () => {
    expect(checked(['dossier.json', '"to": "2024-12-07"', '"to": "2024-02-30"']).said).toEqual(['dossier.json /span/to value']);
    const { said } = checked(
      ['dossier.json', 'Asia/Damascus', 'Asia/Damascsu'],
      ['dossier.json', '"day": "2024-12-05"', '"day": "2024-12-25"'],
    );
    expect(said).toEqual(['dossier.json /timeZone value', 'dossier.json /opening/day value']);
  });

  test('what schemas cannot see is told of the sound entries beside those at fault', () => {
    const { said } = checked(
      ['dossier.json', '"initials": "N"', '"initials": ""'],
      ['dossier.json', '"alliedWith": "south"', '"alliedWith": "sooth"'],
      ['dossier.json', '"disclaimer": {', '"translations": {"ar": {"12 dead": "١٣"}}, "disclaimer": {'],
      ['sources.json', '"title":', '"titel":'],
      ['sources.json', '"id": "unseen"', '"id": "digest"'],
    );
    expect(said).toEqual([
      'dossier.json /parties/0/initials value',
      'dossier.json /parties/2/alliedWith party',
      'dossier.json /translations/ar/12 dead figures',
      'sources.json /sources/0/title missing',
      'sources.json /sources/2/id duplicate',
    ]);
  });

  test('references into what is sound are judged although the head is not', () => {
    const { said } = checked(
      ['dossier.json', 'Asia/Damascus', 'Asia/Damascsu'],
      ['control.geojson', '"holder": "north"', '"holder": "nrth"'],
      ['movements.geojson', '"happened": "2024-12-05/2024-12-06"', '"happened": "on Thursday"'],
    );
    expect(said).toEqual([
      'dossier.json /timeZone value',
      'control.geojson /features/0/properties/holder party',
      'movements.geojson /features/0/properties/happened date',
    ]);
  });

  test('of a claim that is there twice the second is checked as well', () => {
    const { said } = checked(
      ['control.geojson', '"homs-held"', '"hama-taken"'],
      ['control.geojson', '"took"', '"tok"'],
      ['control.geojson', '"holds"', '"holts"'],
    );
    expect(said).toEqual([
      'control.geojson /features/0/properties/says value',
      'control.geojson /features/1/id duplicate',
      'control.geojson /features/1/properties/says value',
    ]);
  });
});

describe('what a fault hides is not called missing', () => {
  test.each([
    ['dossier.json', '"parties":', '"partys":', 'dossier.json /parties missing'],
    ['dossier.json', '"speakers":', '"speaker":', 'dossier.json /speakers missing'],
    ['dossier.json', '"initials": "S"', '"initials": ""', 'dossier.json /parties/1/initials value'],
    ['dossier.json', '"id": "north"', '"id": "The North"', 'dossier.json /parties/0/id value'],
    ['sources.json', '"sources":', '"source":', 'sources.json /sources missing'],
    ['sources.json', '"id": "gazette"', '"id": "The Gazette"', 'sources.json /sources/0/id value'],
    ['sources.json', '[', '[[', 'sources.json  json'],
  ])('%s: %s', (file, is, becomes, said) => {
    expect(checked([file, is, becomes]).said).toEqual([said]);
  });

  test('a place at fault leaves the claims there out, and each is named with the reason', () => {
    const named: Change = ['control.geojson', '"place": "hama"', '"place": "our-town"'];
    expect(checked(named, places(place('our-town'))).said).toEqual([]);
    const wrong = place('our-town').replace('"town"', '"twon"');
    const { dossier, said } = checked(named, places(wrong));
    expect(said).toEqual(['places.geojson /features/0/properties/kind value', 'control.geojson /features/0/properties/place place']);
    expect(dossier!.claims.get('hama-taken')).toBeUndefined();
    const { said: ofBroken } = checked(named, ['places.geojson', '', '{'], ['dossier.json', 'Asia/Damascus', 'Asia/Damascsu']);
    expect(ofBroken).toEqual(['dossier.json /timeZone value', 'places.geojson  json']);
  });

  test('labels of movements that could not be read are no fault of their own', () => {
    const labels: Change = ['dossier.json', '"disclaimer": {', '"labels": {"movements": {"march": {"hidden": true}}}, "disclaimer": {'];
    expect(checked(labels).said).toEqual([]);
    expect(checked(labels, ['movements.geojson', '"advance"', '"advanced"']).said).toHaveLength(1);
    expect(checked(labels, ['movements.geojson', '[', '[[']).said).toHaveLength(1);
    expect(checked(labels, ['movements.geojson', '"march"', '"marsh"']).said).toEqual(['dossier.json /labels/movements/march claim']);
  });
});
