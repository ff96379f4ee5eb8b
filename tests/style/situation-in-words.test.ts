import { describe, expect, test } from 'vitest';
import type { Lens } from '../../src/core/ledger';
import { situationAt, type Situation } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { looks } from '../../src/style/palette';
import { pictureOf } from '../../src/style/picture';
import { eachAlive } from '../../src/style/records/alive-records';
import { styleAt, type Records } from '../../src/style/records/records';
import { recordsOf } from '../../src/style/records/records-of';
import { languages } from '../../src/style/strings';
import { wordsOf, type Sentence } from '../../src/style/words';
import { syria } from '../geo/dossier';

const dossier = syria();
const days = daysOf(dossier.span, dossier.timeZone);

/** Every lens that differs from the usual one in one respect, what is known at any day's end included. */
const lenses: readonly (readonly [name: string, lens: Lens])[] = [
  ['usual', defaultLens],
  ['known now', { ...defaultLens, knownBy: 'now' }],
  ['known by 4 December', { ...defaultLens, knownBy: lastInstant('2024-12-04', dossier.timeZone) }],
  ['counting articles', { ...defaultLens, counting: 'articles' }],
  ['without the parties’ own words', { ...defaultLens, partyClaims: false }],
  ...[...dossier.sources.keys()].map((id): [string, Lens] => [`without ${id}`, { ...defaultLens, knownBy: 'now', without: [id] }]),
];

/** Everything drawn, thinned out or not: discs and icons by their records, arrows and bands by their strokes. */
function drawnIds(situation: Situation, records: Records): string[] {
  const { ledger, at } = situation;
  const { strokes } = pictureOf(situation, records, { palette: looks.light, language: 'en', zoom: 7, frame: [10, 0, 90, 60] });
  const ids = new Set(strokes.map(({ id }) => id));
  eachAlive(records, { at, off: [] }, (record) => {
    const subject = records.subject[record]!;
    const style = records.styles[styleAt(records.data, record)]!;
    if (style.kind === 'control') ids.add(`control:${dossier.claims.columns.places[ledger.control.place[subject]!]}`);
    else
      ids.add(`${/^(coming|leaving)$/.test(style.event) ? 'movement' : 'incident'}:${dossier.claims.idOf(ledger.dated.claim[subject]!)}`);
  });
  return [...ids].sort();
}

/** What is wrong with a telling of marks: those that have no sentence, or several, and sentences that are no mark's, or no sentence. */
function faultsOf(sentences: readonly Sentence[], drawn: readonly string[]): string[] {
  const told = new Map<string, number>();
  for (const { id } of sentences) told.set(id, (told.get(id) ?? 0) + 1);
  return [
    ...drawn.filter((id) => !told.has(id)).map((id) => `${id}: no sentence`),
    ...[...told].filter(([, count]) => count > 1).map(([id, count]) => `${id}: ${count} sentences`),
    ...[...told.keys()].filter((id) => !id.startsWith('figure:') && !drawn.includes(id)).map((id) => `${id}: no mark`),
    // one full stop, at the end; none is left to be filled in
    ...sentences.filter(({ text }) => !/^[^{}]+\.\p{Cf}?$/u.test(text)).map(({ id, text }) => `${id}: “${text}”`),
  ];
}

describe.each(lenses)('%s', (_, lens) => {
  const ledger = weigh(dossier, lens);
  const records = recordsOf(ledger);

  test('on every day each mark has exactly one sentence, and each sentence but those of figures a mark', () => {
    for (const day of days) {
      const situation = situationAt(ledger, lastInstant(day, dossier.timeZone));
      const drawn = drawnIds(situation, records);
      for (const language of languages) expect([day, language, faultsOf(wordsOf(situation, language), drawn)]).toEqual([day, language, []]);
    }
  });
});

test('a sentence that is missing, said twice, of nothing, or not finished is found', () => {
  const ledger = weigh(dossier, defaultLens);
  const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));
  const drawn = drawnIds(situation, recordsOf(ledger));
  const all = wordsOf(situation, 'en');
  const homs = all.find(({ id }) => id === 'control:homs')!;
  const others = all.filter((each) => each !== homs);
  expect(drawn).toContain('control:homs');
  expect(faultsOf(others, drawn)).toEqual(['control:homs: no sentence']);
  expect(faultsOf([...all, homs], drawn)).toEqual(['control:homs: 2 sentences']);
  expect(faultsOf([...all, { ...homs, id: 'control:atlantis' }], drawn)).toEqual(['control:atlantis: no mark']);
  expect(faultsOf([...others, { ...homs, text: 'Homs: held by {party}.' }], drawn)).toEqual(['control:homs: “Homs: held by {party}.”']);
});

/** Of publishers, and of a road: names that have no Arabic form. */
const latin = new Set(['Defence', 'Talks', 'Lou', 'Press', 'M5', 'M4']);

test('in Arabic nothing is told in Latin letters but names that have no other form', () => {
  const told = days.flatMap((day) => wordsOf(situationAt(weigh(dossier, defaultLens), lastInstant(day, dossier.timeZone)), 'ar'));
  // headlines of the texts themselves stand in quotation marks
  const left = told.flatMap(({ text }) => text.replace(/«[^»]*»/g, '').match(/[A-Za-z]\w*/g) ?? []);
  expect([...new Set(left)].filter((word) => !latin.has(word))).toEqual([]);
});

test('what was so before the first day says since when, in both languages', () => {
  const situation = situationAt(weigh(dossier, defaultLens), lastInstant(days[0]!, dossier.timeZone));
  const said = languages.map((language) => wordsOf(situation, language).find(({ id }) => id === 'control:aleppo')?.text);
  expect(said).toEqual([
    expect.stringContaining('since before 26 November 2024'),
    expect.stringContaining('منذ ما قبل ٢٦ تشرين الثاني ٢٠٢٤'),
  ]);
});
