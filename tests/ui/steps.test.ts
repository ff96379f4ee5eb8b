import { expect, test, vi } from 'vitest';
import * as core from '../../src/core/situation';
import { daysOf } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { Steps } from '../../src/ui/steps';
import { dossierOf, took } from '../core/fixture';

vi.mock('../../src/core/situation', { spy: true });

const dossier = dossierOf([took('hts', '2024-12-05', ['paper5'])]);
const days = daysOf(dossier.span, dossier.timeZone);
const steps = () => new Steps(weigh(dossier, defaultLens), days);

test('a day is told with what changed since the day before', () => {
  const step = steps().on('2024-12-05');
  expect(step.changes.map(({ id }) => id)).toEqual(['control:homs']);
  expect(step.before?.counts.held).toBe(0);
  expect(steps().on('2024-12-06').changes).toEqual([]);
});

test('before the first day there is nothing to compare with', () => {
  expect(steps().on(days[0]!)).toMatchObject({ before: null, changes: [] });
});

test('a step on asks for one situation, and the way back for none', () => {
  const walk = steps();
  walk.on('2024-12-04');
  vi.mocked(core.situationAt).mockClear();
  const fifth = walk.on('2024-12-05');
  expect(core.situationAt).toHaveBeenCalledTimes(1);
  walk.on('2024-12-04');
  expect(walk.on('2024-12-05')).toBe(fifth);
  expect(core.situationAt).toHaveBeenCalledTimes(1);
});
