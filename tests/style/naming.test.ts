import { expect, test } from 'vitest';
import type { Dossier, Source } from '../../src/core/model';
import { originName, placeName, speakerName, textName, titleLanguage } from '../../src/style/naming';
import { dossierOf } from '../core/fixture';

const base = dossierOf([]);
const source = (title: string, publisher: string | null): Source => ({ ...base.sources.get('paper5')!, title, publisher });
const dossier: Dossier = {
  ...base,
  sources: new Map([
    ['ours', source('[the text nobody has seen]', null)],
    ['theirs', source('A headline', null)],
    ['paper', source('A headline', 'The Paper')],
  ]),
};

test('a title in square brackets is ours: it stands without brackets and quotation marks', () => {
  expect(textName(dossier, 'ours', 'en')).toBe('the text nobody has seen');
  expect([textName(dossier, 'theirs', 'en'), textName(dossier, 'theirs', 'ar')]).toEqual(['“A headline”', '«A headline»']);
});

test('a title that is ours may be in several languages', () => {
  const both = { ...source('', null), title: { en: '[the text nobody has seen]', ar: '[النص الذي لم يره أحد]' } };
  const translated: Dossier = { ...base, sources: new Map([['ours', both]]) };
  expect([textName(translated, 'ours', 'en'), textName(translated, 'ours', 'ar')]).toEqual([
    'the text nobody has seen',
    'النص الذي لم يره أحد',
  ]);
  expect([titleLanguage(both, 'ar'), titleLanguage({ ...both, title: 'A headline', language: 'fr' }, 'ar')]).toEqual(['ar', 'fr']);
});

test('an origin is a speaker, else the publisher of its text, else the title', () => {
  const names = ['speaker:army', 'speaker:gov', 'source:paper', 'source:theirs', 'source:ours', 'source:nowhere'];
  expect(names.map((origin) => originName(dossier, origin, 'en'))).toEqual([
    'army',
    'gov',
    'The Paper',
    '“A headline”',
    'the text nobody has seen',
    'nowhere',
  ]);
});

test('what the dossier does not list goes by its id', () => {
  expect([placeName(dossier, 'moon', 'ar'), speakerName(dossier, 'moon', 'en')]).toEqual(['moon', 'moon']);
});
