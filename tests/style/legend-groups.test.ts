import { expect, test } from 'vitest';
import { groupLegend } from '../../src/style/legend-groups';

const entry = (id: string) => ({ id, label: id, svg: '', width: 1, height: 1 });

test('every entry of a legend is in exactly one group, in the order of the groups and then of the legend', () => {
  const entries = ['flow:fan', 'party:gov', 'disputed', 'past', 'party:hts', 'arrow:advance', 'extent:parts', 'event:strike'].map(entry);
  const groups = groupLegend(entries);
  expect(groups.map(({ group, entries }) => [group, entries.map(({ id }) => id)])).toEqual([
    ['party', ['party:gov', 'party:hts']],
    ['place', ['disputed', 'extent:parts']],
    ['movement', ['past', 'arrow:advance']],
    ['flow', ['flow:fan']],
    ['event', ['event:strike']],
  ]);
});

test('an empty legend has no groups', () => {
  expect(groupLegend([])).toEqual([]);
});
