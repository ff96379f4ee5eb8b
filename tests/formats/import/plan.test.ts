import { expect, test } from 'vitest';
import { NO_CHOICES } from '../../../src/formats/import/choices';
import { planOf, type Said } from '../../../src/formats/import/plan';
import { tableOfCells } from '../../../src/formats/rows/cells-rows';

const cells = [
  ['Year', 'Country of origin', 'Country of asylum', 'Refugees', 'Asylum-seekers'],
  ['2024', 'Syria', 'Turkey', '100', '20'],
];
const plan = (said: Said) => planOf(tableOfCells(cells, []), NO_CHOICES, said);

test('which column counts the people that are meant is asked until it is said, and then told as what was said', async () => {
  const open = await plan({});
  expect(open.asks.map(({ about }) => about)).toEqual(['people']);
  expect(open.reasons).toContain('not read: “Refugees”, “Asylum-seekers”');
  const answered = await plan({ columns: { people: { column: 'Refugees' } } });
  expect(answered).toMatchObject({ asks: [], mapping: { columns: { people: { column: 'Refugees' }, date: { column: 'Year' } } } });
  expect(answered.reasons).toContain('people: “Refugees”, as you said');
  expect(answered.reasons).toContain('not read: “Asylum-seekers”');
});

test('a table that is said to be of something else than people asks for none', async () => {
  expect((await plan({ table: 'control' })).asks).toEqual([]);
  expect((await plan({ mapping: open(await plan({})) })).asks).toHaveLength(1);
});

function open({ mapping }: Awaited<ReturnType<typeof plan>>): typeof mapping {
  return { ...mapping, table: 'flows' };
}
