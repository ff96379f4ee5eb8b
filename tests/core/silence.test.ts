import { expect, test } from 'vitest';
import type { MovementClaim } from '../../src/core/model';
import { silenceOf } from '../../src/core/silence';
import { holds, report, situationOf, took } from './fixture';

const silent = (...[claims, day, lens]: Parameters<typeof situationOf>) => silenceOf(situationOf(claims, day, lens));
const hama = holds('gov', '2024-12-01', ['paper5'], { place: 'hama' });

test('a town is silent on a day of which no report speaks, and says when it was last spoken of', () => {
  const claims = [took('hts', '2024-12-05', ['paper5']), hama];
  expect(silent(claims, '2024-12-05')).toEqual({ silent: [{ place: 'hama', lastSpoken: '2024-12-01' }], towns: 2 });
  expect(silent(claims, '2024-12-06').silent).toEqual([
    { place: 'hama', lastSpoken: '2024-12-01' },
    { place: 'homs', lastSpoken: '2024-12-05' },
  ]);
  // what is said of a later day says nothing of this one
  expect(silent(claims, '2024-12-04', { knownBy: 'now' }).silent).toContainEqual({ place: 'homs', lastSpoken: null });
});

test('a report that is not known yet, or left out, breaks no silence', () => {
  const claims = [took('hts', '2024-12-05', ['paper6'])];
  expect(silent(claims, '2024-12-05').silent).toEqual([{ place: 'homs', lastSpoken: null }]);
  expect(silent(claims, '2024-12-05', { knownBy: 'now' }).silent).toEqual([]);
  expect(silent(claims, '2024-12-05', { knownBy: 'now', without: ['paper6'] }).silent).toHaveLength(1);
});

test('a span speaks of each of its days, an open end of nothing later', () => {
  expect(silent([took('hts', '2024-12-02/2024-12-05', ['paper5'])], '2024-12-05').silent).toEqual([]);
  expect(silent([holds('hts', '2024-12-02/..', ['paper5'])], '2024-12-05').silent).toEqual([{ place: 'homs', lastSpoken: '2024-12-02' }]);
});

test('a movement speaks of the places that it joins, and a denial of the place that it is about', () => {
  const advance: MovementClaim = {
    ...{ id: 'm1', happened: '2024-12-05', recorded: '2024-12-07', summary: '', geometry: null, kind: 'movement' },
    ...{ party: 'hts', movement: 'advance', from: 'hama', to: 'homs', reports: [report('paper5')] },
  };
  expect(silent([hama, advance], '2024-12-05')).toEqual({ silent: [], towns: 2 });
  expect(silent([took('hts', '2024-12-05', ['paper5 denies/army'])], '2024-12-05').silent).toEqual([]);
});
