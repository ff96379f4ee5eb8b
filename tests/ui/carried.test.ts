import { expect, test } from 'vitest';
import { carriedBy } from '../../src/ui/carried';
import { dossierOf, took } from '../core/fixture';

test('sources are counted by the reports that they carry, the most first, and those without any are left out', () => {
  const dossier = dossierOf([took('hts', '2024-12-05', ['paper5', 'copy1']), took('gov', '2024-12-06', ['paper6', 'copy1'])]);
  const carried = carriedBy(dossier);
  expect(carried.count).toBe(3);
  expect(carried.part(1, 9).map(({ source }) => source.id)).toEqual(['paper5', 'paper6']);
  expect(carried.part(0, 9).map(({ source, reports }) => [source.id, reports])).toEqual([
    ['copy1', 2],
    ['paper5', 1],
    ['paper6', 1],
  ]);
});
