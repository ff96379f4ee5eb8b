import { describe, expect, test } from 'vitest';
import { differencesBetween } from '../../src/core/differences';
import type { Lens } from '../../src/core/ledger';
import { changesBetween, lookAt, situationAt, type Situation } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { syria } from '../geo/dossier';
import { situationOf, took } from './fixture';

const dossier = syria();
const days = daysOf(dossier.span, dossier.timeZone).slice(-5);
const on = (ledger: ReturnType<typeof weigh>, day: string): Situation => situationAt(ledger, lastInstant(day, dossier.timeZone));
const lenses: readonly Partial<Lens>[] = [{}, { knownBy: 'now' }, { partyClaims: false }, { without: ['guterres-de-escalation'] }];
const ledgers = lenses.map((lens) => weigh(dossier, { ...defaultLens, ...lens }));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();

/** Every mark of a situation with all that tells it from another, told from the situation in full. */
function marksOf(situation: Situation): Map<string, string> {
  const marks = new Map<string, string>();
  for (const { place } of situation.holdings) marks.set(`control:${place}`, JSON.stringify(lookAt(situation, place)));
  for (const kind of ['movement', 'flow', 'incident'] as const)
    for (const { claim, intended } of situation[`${kind}s`]) marks.set(`${kind}:${claim}`, String(intended));
  for (const { claim } of situation.figures) marks.set(`figure:${claim}`, '');
  return marks;
}

describe('what two situations do not have in common', () => {
  test('on two days of one ledger is what changes from either to the other', () => {
    for (const ledger of ledgers)
      for (const first of days)
        for (const second of days) {
          const [a, b] = [on(ledger, first), on(ledger, second)];
          const either = new Set([...changesBetween(a, b), ...changesBetween(b, a)].map(({ id }) => id));
          expect(
            differencesBetween(a, b)
              .filter(({ isIn, kind }) => kind === 'control' || isIn !== 'both')
              .map(({ id }) => id)
              .sort(),
          ).toEqual([...either].sort());
        }
  });

  test('through two lenses is every mark that one lacks or that looks different, and no other', () => {
    let found = 0;
    for (const first of ledgers)
      for (const second of ledgers)
        for (const day of days) {
          const [a, b] = [on(first, day), on(second, day)];
          const [marksA, marksB] = [marksOf(a), marksOf(b)];
          const expected = [...new Set([...marksA.keys(), ...marksB.keys()])].filter((id) => marksA.get(id) !== marksB.get(id));
          const differences = differencesBetween(a, b);
          found += differences.length;
          expect(ids(differences)).toEqual(expected.sort());
          for (const { id, isIn } of differences) expect(isIn).toBe(!marksA.has(id) ? 'second' : !marksB.has(id) ? 'first' : 'both');
        }
    expect(found).toBeGreaterThan(50);
  });

  test('disputes come first', () => {
    const differences = differencesBetween(on(ledgers[0]!, '2024-12-05'), on(ledgers[1]!, '2024-12-05'));
    expect(differences[0]).toEqual({ id: 'control:homs', kind: 'control', subject: 'homs', isIn: 'both' });
  });

  test('of two dossiers is not asked for', () => {
    const claims = [took('hts', '2024-12-05', ['copy1'])];
    expect(() => differencesBetween(situationOf(claims, '2024-12-06'), on(ledgers[0]!, '2024-12-06'))).toThrow('two dossiers');
  });
});
