import { campOf } from './camp';
import type { Evidence } from './ledger';
import type { Dossier } from './model';
import { supportersOf, type Statement, type TakeOver } from './statement';
import { overlaps } from './time';

/** Rule 5: what contradicts a take-over, and whether that is enough to put it in dispute. */

/** One party's contradiction of a take-over; `party` is null where a denial speaks for nobody who is said to be there. */
export interface Rival {
  readonly party: string | null;
  /** The rival's own statements that the place is in its hands. */
  readonly statements: readonly Statement[];
  /** The denials of the take-over that speak for this party. */
  readonly denials: readonly Evidence[];
  /** Somebody other than the party itself says so. */
  readonly supported: boolean;
}

/** An interested party's word alone does not dispute what this many independent origins say. */
export const OUTWEIGHS_ONE_WORD = 2;

/** Every contradiction of a take-over, by party in the order of ids, denials for nobody first. */
function rivalsOf(takeOver: TakeOver, takeOvers: readonly TakeOver[], holds: readonly Statement[], dossier: Dossier): Rival[] {
  const byParty = new Map<string | null, { statements: Statement[]; denials: Evidence[]; neutral: boolean }>();
  const rival = (party: string | null) => {
    let entry = byParty.get(party);
    if (!entry) byParty.set(party, (entry = { statements: [], denials: [], neutral: false }));
    return entry;
  };
  for (const s of holds) {
    // only from when the take-over counts: what was so earlier on an uncertain day is a sequence
    const speaksOfIt = s.speaksUntil > takeOver.from && s.until > takeOver.from && takeOver.until > s.happened.start;
    if (s.claim.holder !== takeOver.holder && speaksOfIt && !tookBetween(s, takeOver, takeOvers)) rival(s.claim.holder).statements.push(s);
  }
  for (const other of takeOvers)
    if (other.holder !== takeOver.holder && overlaps(other.happened, takeOver.happened))
      rival(other.holder).statements.push(...other.members);
  const standing = new Set([...holds.map((s) => s.claim.holder), ...takeOvers.map((t) => t.holder)]);
  for (const denial of takeOver.members.flatMap((m) => m.evidence.filter((e) => e.mode === 'denies'))) {
    const side = denial.speaker ? (dossier.speakers.get(denial.speaker)?.party ?? null) : null;
    // a party that denies its own success, like a speaker of no party, speaks for nobody's interest
    const interested = side !== null && side !== takeOver.holder;
    const entry = rival(interested ? speaksFor(side, takeOver.holder, standing, dossier) : null);
    entry.denials.push(denial);
    if (!interested) entry.neutral = true;
  }
  return [...byParty]
    .map(([party, { statements, denials, neutral }]) => ({
      party,
      statements,
      denials,
      supported: neutral || supportersOf(statements) > 0,
    }))
    .sort((a, b) => ((a.party ?? '') < (b.party ?? '') ? -1 : 1));
}

/** For whom a party's denial speaks: itself, where it is said to hold or have taken the place, else an ally that is, else nobody. */
function speaksFor(side: string, taker: string, standing: ReadonlySet<string>, { parties }: Dossier): string | null {
  if (standing.has(side)) return side;
  const camp = campOf(side, parties);
  return [...standing].sort().find((holder) => holder !== taker && campOf(holder, parties) === camp) ?? null;
}

/** Whether a rival took the place itself after the take-over and by the time its `holds` speaks of: then it is a sequence. */
function tookBetween(holds: Statement, takeOver: TakeOver, takeOvers: readonly TakeOver[]): boolean {
  return takeOvers.some(
    (t) =>
      t.holder === holds.claim.holder &&
      t.from > takeOver.from &&
      !overlaps(t.happened, takeOver.happened) &&
      t.happened.start < holds.speaksUntil,
  );
}

/** Whether a rival puts the take-over in dispute. */
export function disputes(rival: Rival, takeOver: TakeOver): boolean {
  return rival.supported || takeOver.supporters < OUTWEIGHS_ONE_WORD;
}

/** A take-over with everything that contradicts it. */
export interface Weighed {
  readonly takeOver: TakeOver;
  readonly rivals: readonly Rival[];
  readonly disputed: boolean;
}

/** Weighs a take-over against what else is known of the place, at whatever time. */
export function weigh(takeOver: TakeOver, takeOvers: readonly TakeOver[], holds: readonly Statement[], dossier: Dossier): Weighed {
  const rivals = rivalsOf(takeOver, takeOvers, holds, dossier);
  return { takeOver, rivals, disputed: rivals.some((rival) => disputes(rival, takeOver)) };
}
