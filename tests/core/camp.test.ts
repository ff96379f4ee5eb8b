import { expect, test } from 'vitest';
import { campOf } from '../../src/core/claims/camp';
import type { Party } from '../../src/core/model';

const parties = (allies: Record<string, string | undefined>) =>
  new Map(
    Object.entries(allies).map(([id, alliedWith]): [string, Party] => [
      id,
      { id, name: { en: id }, initials: id, ...(alliedWith && { alliedWith }) },
    ]),
  );

test('an ally is on the side at the end of its line of allies', () => {
  const known = parties({ gov: undefined, iran: 'gov', militia: 'iran', rebels: undefined });
  expect(['gov', 'iran', 'militia'].map((party) => campOf(party, known))).toEqual(['gov', 'gov', 'gov']);
  expect(campOf('rebels', known)).toBe('rebels');
});

test('allies of each other are one side, and a circle ends', () => {
  const known = parties({ a: 'b', b: 'c', c: 'a', d: 'c' });
  expect(new Set(['a', 'b', 'c', 'd'].map((party) => campOf(party, known))).size).toBe(1);
});
