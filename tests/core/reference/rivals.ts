import type { Evidence } from '../../../src/core/ledger';
import type { Dossier } from '../../../src/core/model';
import { overlaps } from '../../../src/core/time';
import { distinct, supports } from './reports';
import { sayersOf, type Said, type Statement, type TakeOver } from './take-overs';

/** Rules 3 and 5 in plain loops: what contradicts a take-over, and whether that is enough to dispute it. */

/** What one party has against a take-over; `party` is null for denials that speak for nobody who is said to be there. */
export interface Rival {
  readonly party: string | null;
  /** Its own holdings and take-overs that contradict. */
  readonly statements: readonly Statement[];
  readonly denials: readonly Evidence[];
  /** Whether it puts the take-over in dispute. */
  readonly enough: boolean;
}

/** Number of distinct origins that assert or observe any of the statements. */
export function supportersOf(statements: readonly Statement[]): number {
  return distinct(statements.flatMap(({ reports }) => reports.filter(supports).map(({ origin }) => origin))).length;
}

/** What contradicts a take-over, denials for nobody first, then by party. */
export function rivalsOf(takeOver: TakeOver, said: Said, dossier: Dossier): Rival[] {
  const contradicting = distinct([
    ...said.holdings.filter((holding) => contradicts(holding, takeOver, said)),
    ...said.takeOvers.filter((other) => other.holder !== takeOver.holder && overlaps(other.happened, takeOver.happened)).flatMap(sayersOf),
  ]);
  const denials = sayersOf(takeOver)
    .flatMap(({ reports }) => reports)
    .filter(({ mode }) => mode === 'denies')
    .map((denial) => ({ denial, ...speaksFor(denial, takeOver, said, dossier) }));
  const parties = distinct([...contradicting.map(({ claim }) => claim.holder), ...denials.map(({ party }) => party)]);
  parties.sort((a, b) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
  return parties.map((party) => {
    const statements = contradicting.filter(({ claim }) => claim.holder === party);
    const own = denials.filter((denial) => denial.party === party);
    return {
      party,
      statements,
      denials: own.map(({ denial }) => denial),
      // the loser's word alone does not dispute what two independent origins say
      enough: supportersOf(sayersOf(takeOver)) < 2 || supportersOf(statements) > 0 || own.some(({ disinterested }) => disinterested),
    };
  });
}

/**
 * Rule 3: a holding of another party that speaks of a time at which the take-over already counts, before either is over;
 * unless a take-over of that party's own, which somebody supports, lies between.
 */
function contradicts(holding: Statement, takeOver: TakeOver, { takeOvers }: Said): boolean {
  const own = takeOvers.filter((other) => other.holder === holding.claim.holder && supportersOf(sayersOf(other)) > 0);
  return (
    holding.claim.holder !== takeOver.holder &&
    holding.speaksUntil > takeOver.from &&
    holding.until > takeOver.from &&
    holding.happened.start < takeOver.until &&
    !own.some(
      (other) => other.from > takeOver.from && !overlaps(other.happened, takeOver.happened) && other.happened.start < holding.speaksUntil,
    )
  );
}

/**
 * For whom a denial speaks. Without a side, or of the taker's own success, it has no interest and speaks for nobody. A party's
 * speaks for that party, or for the first of its allies, where that is said at any time to hold or have taken the place; else
 * for nobody who is there, but it is still an interested word.
 */
function speaksFor({ speaker }: Evidence, { holder }: TakeOver, said: Said, dossier: Dossier) {
  const side = speaker === null ? undefined : dossier.speakers.get(speaker)!.party;
  if (side === undefined || side === holder) return { party: null, disinterested: true };
  const there = distinct([...said.holdings.map(({ claim }) => claim.holder), ...said.takeOvers.map((other) => other.holder)]).sort();
  const party = there.includes(side) ? side : (there.find((ally) => ally !== holder && allied(ally, side, dossier)) ?? null);
  return { party, disinterested: false };
}

/** Two parties are allied where their lines of alliance end at the same party, or in the same circle. */
function allied(a: string, b: string, dossier: Dossier): boolean {
  const [ends, others] = [endsOf(a, dossier), endsOf(b, dossier)];
  return ends.some((party) => others.includes(party));
}

/** Where a party's line of alliance ends: one party, or the whole of a circle. */
function endsOf(party: string, dossier: Dossier): string[] {
  const line = [party];
  for (;;) {
    const ally = dossier.parties.get(line.at(-1)!)?.alliedWith;
    if (ally === undefined) return line.slice(-1);
    if (line.includes(ally)) return line.slice(line.indexOf(ally));
    line.push(ally);
  }
}
