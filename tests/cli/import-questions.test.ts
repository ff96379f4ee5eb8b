import { expect, test } from 'vitest';
import { answersTo, isYes, type Question } from '../../src/cli/import-questions';
import type { Outcome } from '../../src/formats/import/outcome';

const outcome: Outcome = {
  reasons: [],
  asks: [
    { about: 'table', why: 'its headings do not say what it is about' },
    { about: 'dates', why: '“05/12/2024” can be read in both ways' },
    { about: 'published', why: 'when the table was published' },
    { about: 'headings', why: '“place” stands twice' },
  ],
  read: 0,
  accepted: 0,
  rejected: 0,
  rejects: [],
  open: [
    {
      text: 'Tell',
      key: 'Tell',
      rows: 2,
      why: '2 places are called so',
      candidates: ['a', 'b'].map((id) => ({ id, title: id, titleAr: null, kind: 'town', point: null })),
    },
    { text: 'Atlantis', key: 'Atlantis', rows: 1, why: 'no gazetteer has it', candidates: [] },
  ],
  guessed: [],
  words: [{ about: 'status', text: 'still there', rows: 3 }],
  added: { source: null, parties: [], speakers: [], places: 0 },
  outside: 0,
  later: 0,
};

/** Types these answers one after another, and keeps the questions. */
function typing(...typed: string[]): { question: Question; questions: string[] } {
  const questions: string[] = [];
  return { questions, question: (text) => (questions.push(text), Promise.resolve(typed[questions.length - 1] ?? '')) };
}

test('what is open is asked once, with numbers to choose by; what has no answer at a terminal is left', async () => {
  const { question, questions } = typing('2', '1', '2024-12-31', '2', '2');
  const asked = new Set<string>();
  expect(await answersTo(outcome, question, asked)).toEqual({
    table: 'events',
    order: 'day-first',
    published: '2024-12-31',
    chosen: new Map([['Tell', 'b']]),
    meant: [['status', 'still there', 'holds']],
  });
  expect(questions).toHaveLength(5);
  expect(questions[3]).toContain('“Tell” in 2 rows: 2 places are called so\n  1  a, town (a)\n  2  b, town (b)');
  expect(questions[4]).toContain('“still there” mean, in 3 rows?\n  1  took\n  2  holds');
  expect(await answersTo(outcome, question, asked)).toBeNull();
  expect(questions).toHaveLength(5);
});

test('which column counts the people that are meant is asked by their headings', async () => {
  const ask = { about: 'people', why: '2 columns count people', among: ['Refugees', 'IDPs'] } as const;
  const { question, questions } = typing('2');
  expect(await answersTo({ asks: [ask], open: [], words: [] }, question, new Set())).toEqual({
    columns: { people: { column: 'IDPs' } },
    chosen: new Map(),
    meant: [],
  });
  expect(questions[0]).toContain('2 columns count people\n  1  Refugees\n  2  IDPs');
});

test('nothing typed, or no number of the list, chooses nothing', async () => {
  expect(await answersTo(outcome, typing('', '3', 'soon', 'a').question, new Set())).toBeNull();
});

test.each([
  ['y', true],
  [' Yes ', true],
  ['', false],
  ['yesterday', false],
])('“%s” is a yes: %s', async (typed, is) => {
  expect(await isYes(typing(typed).question, 'Write?')).toBe(is);
});
