import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import type { HoldingState, Look } from '../../../src/core/ledger';
import { changeDays, changesBetween, disputeOf, holdingOf, situationAt, type Situation } from '../../../src/core/situation';
import { addDays, lastInstant, startOfDay } from '../../../src/core/time';
import { weigh } from '../../../src/core/weigh/weigh';
import { count, type Census } from './census';
import { referenceChanges, referenceLook } from './changes';
import { dossierOf } from './dossier-of';
import { DAYS, FIRST_OF_SPAN } from './random-date';
import { FEW, randomCase, type RandomCase } from './random';
import { referenceSituation, type ReferenceSituation } from './situation';

/** The core against the reference, on one case and on many. */

/**
 * Throws where the core says anything else than the reference: of a day, of the day before, of what changed, and at an odd time;
 * where claims are few, of every day.
 */
export function compare(random: RandomCase, census: Census): void {
  const dossier = dossierOf(random);
  const { lens, zone, first, day, odd, claims } = random;
  const ledger = weigh(dossier, lens);
  const both = (time: number): [Situation, ReferenceSituation] => {
    const [situation, wanted] = [situationAt(ledger, time), referenceSituation(dossier, lens, time)];
    deepStrictEqual(listsOf(situation), wanted);
    deepStrictEqual(
      looksOf(situation),
      wanted.holdings.map((holding) => [holding.place, referenceLook(holding, dossier)]),
    );
    deepStrictEqual(situation.counts, countsOf(wanted));
    count(census, dossier, lens, wanted);
    return [situation, wanted];
  };
  const daysOfChange = changeDays(ledger);
  const [from, to] = claims.length > FEW ? [day - 1, day] : [0, DAYS];
  let earlier = both(lastInstant(addDays(first, from), zone));
  for (let n = from + 1; n <= to; n++) {
    const shown = addDays(first, n);
    const later = both(lastInstant(shown, zone));
    const changes = referenceChanges(earlier[1], later[1], dossier);
    deepStrictEqual(
      changesBetween(earlier[0], later[0]).map(({ id }) => id),
      changes,
    );
    // the first day of the span has none before it
    if (n > FIRST_OF_SPAN) deepStrictEqual(daysOfChange.includes(shown), changes.length > 0);
    earlier = later;
  }
  both(startOfDay(addDays(first, odd[0]), zone) + odd[1]);
}

/** A situation's lists, as plain data; places and their disputes are asked for one by one too. */
function listsOf(situation: Situation): ReferenceSituation {
  const { at, knownBy, holdings, movements, flows, incidents, figures, disputes } = situation;
  for (const holding of holdings) {
    deepStrictEqual(holdingOf(situation, holding.place), holding);
    deepStrictEqual(disputeOf(situation, holding.place), disputes.find(({ id }) => id === `holder:${holding.place}`) ?? null);
  }
  return { at, knownBy, holdings, movements, flows, incidents, figures, disputes };
}

/** The places of which a situation says something, each with its look. */
function looksOf({ ledger, rows }: Situation): [string, Look][] {
  const { control, looks, dossier } = ledger;
  return [...rows].flatMap((row, entry) =>
    row < 0 ? [] : [[dossier.claims.columns.places[control.place[entry]!]!, looks[control.look[row]!]!]],
  );
}

function countsOf({ holdings }: ReferenceSituation): Record<HoldingState, number> {
  const of = (state: HoldingState) => holdings.filter((holding) => holding.state === state).length;
  return { held: of('held'), disputed: of('disputed'), claimed: of('claimed'), unknown: of('unknown') };
}

/** Compares `runs` random dossiers; a failing one is shrunk and printed whole, with the seed that gives it again. */
export function compareRandom(seed: number, runs: number, census: Census): void {
  fc.assert(
    fc.property(randomCase, (random) => compare(random, census)),
    { seed, numRuns: runs },
  );
}
