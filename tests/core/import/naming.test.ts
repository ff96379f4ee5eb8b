import { expect, test } from 'vitest';
import { Namer, slugOf } from '../../../src/core/import/naming';
import { syria } from '../../geo/dossier';

const dossier = syria();
const named = (chosen: readonly (readonly [string, string])[] = []) => new Namer(dossier, new Map(), new Map(chosen));

test('a party is the dossier’s own by name, initials or choice, and else a new one with a colour that none has', () => {
  const namer = named([['The rebels', 'hts-led']]);
  expect(['HTS', 'Syrian Government', 'الحكومة السورية', 'hts-led', 'The rebels'].map((text) => namer.party(text))).toEqual([
    'hts-led',
    'government',
    'government',
    'hts-led',
    'hts-led',
  ]);
  expect(namer.added.parties.size).toBe(0);
  const ids = ['Party A', 'party a', 'Party B', 'حزب', 'حزب آخر'].map((text) => namer.party(text));
  expect(ids).toEqual(['party-a', 'party-a', 'party-b', 'party', 'party-2']);
  const colours = [...dossier.parties.values(), ...namer.added.parties.values()].flatMap(({ colour }) => colour ?? []);
  expect(new Set(colours).size).toBe(colours.length);
  // the first dossier has a blue and an orange red already
  expect(namer.added.parties.get('party-a')).toEqual({ id: 'party-a', name: { en: 'Party A' }, initials: 'PA', colour: '#009E73' });
});

test('a party that a person names and the dossier lacks is a new one, by the text’s name, or of a colour by the id’s', () => {
  const namer = named([
    ['Opposition', 'fsa'],
    ['#ff0000', 'fsa'],
    ['#00ff00', 'local-council'],
    ['#0000ff', 'sna'],
    ['#00f', 'hts-led'],
    ['#0f0', 'hayat-tahrir-al-sham'],
    ['Hayat Tahrir al-Sham', 'hayat-tahrir-al-sham'],
  ]);
  const ids = ['#0f0', 'Opposition', '#ff0000', '#00ff00', '#0000ff', '#00f'].map((text) => namer.party(text));
  expect(ids).toEqual(['hayat-tahrir-al-sham', 'fsa', 'fsa', 'local-council', 'sna', 'hts-led']);
  expect(Array.from(namer.added.parties.values(), ({ id, name, initials }) => [id, name.en, initials])).toEqual([
    ['hayat-tahrir-al-sham', 'Hayat Tahrir al-Sham', 'HTS'],
    ['fsa', 'Opposition', 'O'],
    ['local-council', 'Local Council', 'LC'],
    ['sna', 'SNA', 'SNA'],
  ]);
});

test('where every colour is taken a new party has none', () => {
  const namer = named();
  const colours = Array.from({ length: 16 }, (_, i) => namer.added.parties.get(namer.party(`Group ${i}`))!.colour);
  expect(colours.at(-1)).toBeUndefined();
});

test('who has the name of a party speaks for it, whichever of the two the table names first', () => {
  const namer = named();
  const before = namer.speaker('Party A');
  namer.party('Party A');
  namer.party('Party B');
  const [after, known, nobody] = ['party b', 'HTS', 'A news agency'].map((text) => namer.speaker(text));
  const sides = [before, after!, known!, nobody!].map((id) => (namer.added.speakers.get(id) ?? dossier.speakers.get(id))?.party);
  expect(sides).toEqual(['party-a', 'party-b', 'hts-led', undefined]);
});

test('a speaker is on the side that a person says, also of a party that is new', () => {
  const namer = named([
    ['The ministry', 'party-a'],
    ['The palace', 'hts-led'],
    ['The town', 'homs'],
  ]);
  const ids = ['The ministry', 'The palace', 'The town'].map((text) => namer.speaker(text));
  namer.party('Party A');
  expect(ids.map((id) => namer.added.speakers.get(id)?.party)).toEqual(['party-a', 'hts-led', undefined]);
});

test('a place that is new gets one id for one name and point, and never one that is taken', () => {
  const namer = named();
  const place = (name: string, point: readonly [number, number]) => namer.place({ is: 'new', name, point }).id;
  expect([place('Homs', [36, 34]), place('Homs', [36.001, 34.001]), place('Homs', [38, 34])]).toEqual(['homs-2', 'homs-2', 'homs-3']);
});

test.each([
  ['SYR 12/b', 'syr-12-b'],
  ['Déir ez-Zor', 'deir-ez-zor'],
  ['حمص', ''],
  ['__proto__', 'proto'],
])('%s as an id is “%s”', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});
