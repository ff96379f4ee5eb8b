import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../src/core/check/grouped';
import { IssueTally } from '../../../src/core/check/tally';
import type { Issue } from '../../../src/core/issue';

const issue = (code: Issue['code'], at: number): Issue => ({
  file: 'claims.csv',
  at: `row ${at}`,
  id: null,
  code,
  found: '',
  expected: '',
  mend: '',
});

describe('issues in groups', () => {
  test('a group for each code, in the order of its first issue, each with all of its own', () => {
    const issues = [issue('json', 1), issue('value', 2), issue('json', 3), issue('row', 4)];
    expect(groupsOf(issues)).toEqual([
      { code: 'json', count: 2, issues: [issues[0], issues[2]] },
      { code: 'value', count: 1, issues: [issues[1]] },
      { code: 'row', count: 1, issues: [issues[3]] },
    ]);
    expect(groupsOf([])).toEqual([]);
  });

  test('where not all are at hand, the count is that of all', () => {
    const [group] = groupsOf([issue('value', 1)], new Map([['value', 12_000]]));
    expect(group).toMatchObject({ count: 12_000, issues: [{ at: 'row 1' }] });
    expect(groupsOf([issue('value', 1)], new Map())[0]!.count).toBe(1);
  });
});

test('of many issues the first thousand are kept, and the first ten of every code that comes later', () => {
  const tally = new IssueTally();
  const list = Array.from({ length: 3000 }, (_, i) => issue('value', i));
  tally.take(list);
  expect(list).toEqual([]);
  tally.take([...Array.from({ length: 30 }, (_, i) => issue('row', i)), issue('value', 3000)]);
  expect(tally.count).toBe(3031);
  expect([...tally.counts]).toEqual([
    ['value', 3001],
    ['row', 30],
  ]);
  expect(groupsOf(tally.kept, tally.counts).map(({ code, count, issues }) => [code, count, issues.length])).toEqual([
    ['value', 3001, 1000],
    ['row', 30, 10],
  ]);
});
