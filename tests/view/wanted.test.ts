import { expect, test } from 'vitest';
import { defaultLens } from '../../src/core/weigh/weigh';
import { daysOf, lastInstant } from '../../src/core/time';
import { besideOf, choicesOf, lensOf, sameLens, wantedOf } from '../../src/view/wanted';
import { dossierOf, ZONE } from '../core/fixture';

const head = dossierOf([]);
const { usual, days } = choicesOf(head, daysOf(head.span, head.timeZone), 'ar');

test('the usual view is the opening day through the usual lens, in the reader’s language', () => {
  expect([usual.day, usual.language, days.length]).toEqual(['2024-12-06', 'ar', 12]);
  expect(lensOf(usual, head)).toEqual(defaultLens);
});

test('a day by which something was known is its end where the dossier is', () => {
  expect(lensOf({ ...usual, known: '2024-12-05' }, head).knownBy).toBe(lastInstant('2024-12-05', ZONE));
  expect(lensOf({ ...usual, known: 'now' }, head).knownBy).toBe('now');
});

test('a side is compared with itself as known now, or, where it is that, with the day before', () => {
  expect(besideOf(usual, days)).toMatchObject({ day: '2024-12-06', known: 'now' });
  expect(besideOf({ ...usual, known: 'now' }, days)).toMatchObject({ day: '2024-12-05', known: 'now' });
});

test('what a lens asks for gives the lens again', () => {
  const lens = lensOf({ ...usual, known: '2024-12-05', without: ['wire'], partyClaims: false }, head);
  expect(lensOf(wantedOf(lens, ZONE), head)).toEqual(lens);
});

test('lenses are the same where they weigh alike', () => {
  expect(sameLens(defaultLens, { ...defaultLens, without: [] })).toBe(true);
  const others = [{ without: ['wire'] }, { knownBy: 'now' }, { counting: 'articles' }, { partyClaims: false }] as const;
  for (const other of others) expect(sameLens(defaultLens, { ...defaultLens, ...other })).toBe(false);
});
