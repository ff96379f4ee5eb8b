import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { unlikeOf } from '../../src/ui/unlike';
import { syria } from '../geo/dossier';

const dossier = syria();
const { figures } = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-06', dossier.timeZone));

test('every two figures that stand next to one another differ in something, and it is named', () => {
  const pairs = unlikeOf(figures, dossier);
  expect(pairs.length).toBeGreaterThan(1);
  for (const { first, second, differ } of pairs) {
    expect(differ.length, `${first.id} and ${second.id}`).toBeGreaterThan(0);
    expect(differ.includes('measure')).toBe(first.measure !== second.measure);
    expect(differ.includes('counts')).toBe(first.counts !== second.counts);
    expect(differ.includes('since')).toBe(first.since !== second.since);
  }
});

test('one figure alone is joined to nothing', () => {
  expect(unlikeOf(figures.slice(0, 1), dossier)).toEqual([]);
});
