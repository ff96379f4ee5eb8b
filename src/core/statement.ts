import { states, supports } from './evidence';
import type { Evidence } from './ledger';
import type { ControlClaim, Dossier, Instant, Interval } from './model';
import { intervalOf, latestStartOf } from './time';

/** What is known of one place at one time, in the shape that the rule speaks about: statements, and take-overs made of them. */

/** One control claim, as far as it is known. */
export interface Statement {
  readonly claim: ControlClaim;
  readonly happened: Interval;
  /** The last time it speaks of: an open end says nothing about later. */
  readonly speaksUntil: Instant;
  /** From when it counts. */
  readonly from: Instant;
  readonly until: Instant;
  /** A `holds` that began before the span: known at every date. */
  readonly background: boolean;
  readonly evidence: readonly Evidence[];
}

/** One party's taking of a place, pooled over the claims of it whose dates overlap. */
export interface TakeOver {
  readonly holder: string;
  readonly members: readonly Statement[];
  readonly happened: Interval;
  readonly from: Instant;
  readonly until: Instant;
  readonly supporters: number;
}

/** Reads a claim with the evidence known of it; `known` is false for a background claim whose reports are not published yet. */
export function statementOf(claim: ControlClaim, evidence: readonly Evidence[], known: boolean, dossier: Dossier): Statement {
  const happened = intervalOf(claim.happened, dossier.timeZone);
  const background = claim.says === 'holds' && latestStartOf(claim.happened, dossier.timeZone) < dossier.span.start;
  const published = Math.min(...evidence.filter(states).map((e) => e.knownFrom));
  const speaksUntil = happened.end === Infinity ? Math.max(happened.start, -Infinity) + 1 : happened.end;
  return {
    claim,
    happened,
    // what it says of the span is news like any other, and waits for its publication
    speaksUntil: known ? speaksUntil : Math.min(speaksUntil, dossier.span.start),
    from: claim.says === 'holds' ? happened.start : Math.min(happened.end - 1, published),
    until: claim.until ? intervalOf(claim.until, dossier.timeZone).end - 1 : Infinity,
    background,
    evidence,
  };
}

/** Whether anybody says it: a claim that is only denied makes no position. */
export function isStated(statement: Statement): boolean {
  return statement.evidence.some(states);
}

/** Number of distinct origins that assert or observe any of the statements. */
export function supportersOf(statements: readonly Statement[]): number {
  return new Set(statements.flatMap((s) => s.evidence.filter(supports).map((e) => e.origin))).size;
}
