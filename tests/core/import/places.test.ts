import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gazetteerOf, readGazetteer } from '../../../src/core/gazetteer/gazetteer';
import { PlaceResolver, type Said } from '../../../src/core/import/places';

const read = (name: string) => gazetteerOf(readGazetteer(readFileSync(`geo/gazetteer/${name}.geojson`, 'utf8'), name).places);
const gazetteers = [read('places'), read('levant')];
const homs = gazetteers[0]!.places.get('homs')!;
const resolver = new PlaceResolver(gazetteers, new Map([['the old town', 'homs']]));
const resolve = (said: Partial<Said>) => resolver.resolve({ name: '', ...said });

describe('which place a row means', () => {
  test.each([
    [{ name: 'Palmyra' }],
    [{ name: 'تدمر' }],
    [{ name: 'nowhere', geonames: String(homs.geonames) }],
    [{ name: 'the old town' }],
    [{ id: 'homs', name: 'another word for it' }],
    [{ name: 'Homs', point: [36.72, 34.73] as const }],
  ])('%j is known', (said) => {
    expect(resolve(said).is).toBe('known');
  });

  test('a code decides over a name, and a choice over both', () => {
    expect(resolve({ name: 'Aleppo', geonames: String(homs.geonames) })).toMatchObject({ is: 'known', place: { id: 'homs' } });
    expect(
      new PlaceResolver(gazetteers, new Map([['Aleppo', 'hama']])).resolve({ name: 'Aleppo', geonames: String(homs.geonames) }),
    ).toMatchObject({
      place: { id: 'hama' },
    });
  });

  test('a town that shares its name with its governorate is a guess that is told', () => {
    expect(resolve({ name: 'Homs' })).toMatchObject({
      is: 'guessed',
      place: { id: 'homs' },
      why: expect.stringContaining('not the governorate') as string,
    });
  });

  test('a slip of one letter is a guess; a name that is only somewhat like another is none', () => {
    expect(resolve({ name: 'Palmyrra' })).toMatchObject({ is: 'guessed', place: { title: 'Palmyra' } });
    expect(resolve({ name: 'Trkyh' }).is).toBe('open');
    expect(resolve({ name: 'Atlantis' })).toEqual({ is: 'open', candidates: [], why: 'no gazetteer has it' });
  });

  test('several places of one name are left to a person, unless coordinates tell them apart', () => {
    const doubled = [...new Map(gazetteers[1]!.spellings.map(({ folded, place }) => [folded, place]))].find(([folded]) => {
      const all = gazetteers[1]!.spellings.filter((each) => each.folded === folded && each.place.featureClass === 'P');
      return new Set(all.map(({ place }) => place.id)).size > 1;
    })!;
    const towns = gazetteers[1]!.spellings.filter(({ folded }) => folded === doubled[0]);
    const { place, spelling } = towns[0]!;
    const without = resolve({ name: spelling });
    expect(without.is).toBe('open');
    expect(without.is === 'open' && without.candidates.length).toBeGreaterThan(1);
    expect(resolve({ name: spelling, point: place.point! })).toMatchObject({ is: 'known', place: { id: place.id } });
  });

  test('coordinates far from every place of the name, or swapped, are no place', () => {
    expect(resolve({ name: 'Homs', point: [44.4, 33.3] })).toMatchObject({
      is: 'open',
      why: expect.stringMatching(/coordinates lie \d+ km/) as string,
    });
    expect(resolve({ name: 'Homs', point: [34.73, 36.72] })).toMatchObject({ is: 'open', why: 'latitude and longitude look swapped' });
  });

  test('a place that no gazetteer has is new where its row says where it is', () => {
    expect(resolve({ name: 'Checkpoint 17', point: [37, 35] })).toEqual({ is: 'new', name: 'Checkpoint 17', point: [37, 35] });
  });

  test('coordinates without a name are the town that they may be in, and nowhere else', () => {
    const [lng, lat] = homs.point!;
    expect(resolve({ point: [lng + 0.005, lat] })).toMatchObject({ is: 'guessed', place: { id: 'homs' } });
    expect(resolve({ point: [39.5, 33.5] })).toMatchObject({
      is: 'open',
      why: expect.stringMatching(/nearest town, .* lies \d+/) as string,
    });
  });

  test.each([
    [{ name: 'Homs town' }, 'known', 'homs'],
    [{ name: 'Aleppo city' }, 'known', 'aleppo'],
    [{ name: 'Homs city', point: [36.72, 34.73] as const }, 'known', 'homs'],
    [{ name: 'Homs Governorate' }, 'known', 'homs-governorate'],
    [{ name: 'Homs province' }, 'known', 'homs-governorate'],
    [{ name: 'Hims governorate' }, 'known', 'homs-governorate'],
  ])('%j is %s, by the word at the end of its name', (said, is, id) => {
    expect(resolve(said)).toMatchObject({ is, place: { id } });
  });

  test('a governorate, a district or a village is no city of its name', () => {
    expect(resolve({ name: 'Daraa governorate' })).toEqual({
      is: 'open',
      candidates: [],
      why: 'no gazetteer has a governorate of that name',
    });
    expect(resolve({ name: 'Daraa governorate', point: [36.1, 32.62] }).is).toBe('open');
    expect(resolve({ name: 'Homs village' })).toMatchObject({ is: 'open', candidates: [{ id: 'homs' }] });
    for (const said of [
      { name: 'Homs district' },
      { name: 'Homs sub-district' },
      { name: 'Homs subdistrict', point: [36.75, 34.75] as const },
    ])
      expect(resolve(said)).toMatchObject({ is: 'open', candidates: [{ id: 'homs' }] });
    const village = [...gazetteers[1]!.places.values()].find(
      ({ title, kind }) => kind === 'village' && resolve({ name: title }).is === 'known',
    )!;
    expect(resolve({ name: `${village.title} village` })).toMatchObject({ is: 'known', place: { id: village.id } });
    // its very name comes first, and what only looks like such a word is none
    expect(resolve({ name: 'Sadad district', point: [38.5, 33.5] })).toMatchObject({ is: 'new', name: 'Sadad district' });
    expect(resolve({ name: 'City' })).toMatchObject({ is: 'open' });
  });

  test.each([[''], ['  '], ['---'], ['\u200f\u200e']])('“%s” is no name', (name) => {
    expect(resolve({ name })).toMatchObject({ is: 'open', candidates: [] });
  });
});
