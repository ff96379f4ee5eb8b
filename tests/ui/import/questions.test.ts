import { expect, test } from 'vitest';
import type { CandidatePlace } from '../../../src/formats/import/outcome';
import { nameQuestions, nothingChosen, placeQuestions, withChoice, wordQuestions } from '../../../src/ui/import/questions';

const place = (id: string): CandidatePlace => ({ id, title: id, titleAr: null, kind: 'town', point: null });
const open = (key: string, rows: number, ...ids: string[]) => ({ key, text: key, rows, why: 'why', candidates: ids.map(place) });

test('what was chosen stays in the list, in its place; what is no longer asked goes', () => {
  const before = placeQuestions([], { open: [open('Tell', 2, 'a', 'b'), open('Atlantis', 1)], guessed: [] }, nothingChosen);
  const chosen = withChoice(nothingChosen, 'Tell', 'a');
  const after = placeQuestions(before, { open: [open('New', 1)], guessed: [] }, chosen);
  expect(after.map(({ key }) => key)).toEqual(['Tell', 'New']);
  expect(after[0]!.candidates.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(placeQuestions(after, { open: [], guessed: [] }, withChoice(chosen, 'Tell', null))).toEqual([]);
});

test('one name with several coordinates is one question, for a choice is of the name', () => {
  const [only, ...others] = placeQuestions([], { open: [open('Tell', 2, 'a'), open('Tell', 3, 'a', 'b')], guessed: [] }, nothingChosen);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ rows: 5, candidates: [{ id: 'a' }, { id: 'b' }], guess: null });
});

test('a guess is a question too, which is answered already', () => {
  const guessed = [{ key: 'حماة', text: 'حماة', rows: 1, place: 'hama', title: 'Hama', why: 'the town' }];
  expect(placeQuestions([], { open: [], guessed }, nothingChosen)).toMatchObject([{ key: 'حماة', guess: 'Hama', candidates: [] }]);
});

test('a word that was said stays in the list, in its place; one that is no longer asked goes', () => {
  const word = (text: string) => ({ about: 'status', text, rows: 1 }) as const;
  const before = wordQuestions([], [word('a'), word('b'), word('c')], []);
  expect(wordQuestions(before, [word('d'), word('c')], [['status', 'a', 'took']]).map(({ text }) => text)).toEqual(['a', 'c', 'd']);
});

test('a party and a speaker of one name are two questions', () => {
  const added = { parties: [{ id: 'hts', name: 'HTS', initials: 'HTS' }], speakers: [{ id: 'hts', name: 'HTS', party: 'hts' }] };
  expect(nameQuestions([], added, nothingChosen)).toEqual([
    { key: 'HTS', kind: 'party', side: null },
    { key: 'HTS', kind: 'speaker', side: 'hts' },
  ]);
});
