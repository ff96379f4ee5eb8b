import { expect, test } from 'vitest';
import { levelMembers, levelsIn } from '../../../src/core/import/levels';

test('districts are found by the headings of humanitarian tables, or by their hashtags', () => {
  const headings = ['ADM1_EN', 'ADM2_PCODE', 'admin2Name', 'adm3code', 'Place P-code', 'Notes'];
  expect([...levelsIn(headings, null)]).toEqual([
    ['adm1_name', 0],
    ['adm2_pcode', 1],
    ['adm2_name', 2],
    ['adm3_pcode', 3],
    ['place_pcode', 4],
  ]);
  expect([...levelsIn(['a', 'b', 'c'], ['#adm2+name', '#adm2+code', '#loc+code'])]).toEqual([
    ['adm2_name', 0],
    ['adm2_pcode', 1],
    ['place_pcode', 2],
  ]);
});

test('of two columns for one level the first counts, and an empty cell says nothing', () => {
  const levels = levelsIn(['adm2_pcode', 'Admin2Pcode', 'adm1_name'], null);
  expect(levelMembers(levels, ['SY0701', 'SY9999', ' '])).toEqual({ adm2_pcode: 'SY0701' });
});
