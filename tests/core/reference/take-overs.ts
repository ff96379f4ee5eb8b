import type { Evidence, Lens } from '../../../src/core/ledger';
import type { ControlClaim, Dossier, Instant, Interval } from '../../../src/core/model';
import { intervalOf, latestStartOf } from '../../../src/core/edtf';
import { overlaps } from '../../../src/core/time';
import { knownAt, notTakenBack, reportsOf, states, supports } from './reports';

/** Rules 1 to 4 in plain loops: what is said of a place, and the take-overs among it. */

/** A control claim that somebody says, as far as it is known. */
export interface Statement {
  readonly claim: ControlClaim;
  readonly happened: Interval;
  /** Exclusive end of the time that it speaks of; an open end says nothing of later than the beginning. */
  readonly speaksUntil: Instant;
  /** Rule 1: from when it counts. */
  readonly from: Instant;
  /** From when it is over: the last instant of its `until`, for that is the time that a day shows. */
  readonly until: Instant;
  readonly background: boolean;
  readonly reports: readonly Evidence[];
}

/** What is known at `time` of who holds a place or is there: one statement a claim, in the order of ids. */
export function statementsAt(dossier: Dossier, lens: Lens, place: string, time: Instant): Statement[] {
  const known = knownAt(time, lens, dossier);
  const statements: Statement[] = [];
  for (const claim of dossier.claims) {
    if (claim.kind !== 'control' || claim.place !== place) continue;
    const happened = intervalOf(claim.happened, dossier.timeZone);
    // rule 6: a coarse or uncertain date is before the span only where its latest possible beginning is
    const background = claim.says === 'holds' && latestStartOf(claim.happened, dossier.timeZone) < dossier.span.start;
    // what supports background is known at every date; a party's word for it, a denial and a retraction are news
    const counted = reportsOf(claim, dossier, lens).filter((report) => report.knownFrom <= known || (background && supports(report)));
    const reports = notTakenBack(counted, dossier);
    const stating = reports.filter(states);
    // a claim that is only denied, intended or forecast says nothing of who is there
    if (stating.length === 0) continue;
    const published = Math.min(...stating.map((report) => report.knownFrom));
    const reaches = happened.end === Infinity ? happened.start + 1 : happened.end;
    statements.push({
      claim,
      happened,
      // what background says of the span itself waits for its publication
      speaksUntil: background && published > known ? Math.min(reaches, dossier.span.start) : reaches,
      // what was published before it can have happened waits for it
      from: claim.says === 'holds' ? happened.start : Math.max(happened.start, Math.min(happened.end - 1, published)),
      until: claim.until === undefined ? Infinity : intervalOf(claim.until, dossier.timeZone).end - 1,
      background,
      reports,
    });
  }
  return statements.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
}

/** One party's taking of a place, by everything that says so of that time. */
export interface TakeOver {
  readonly holder: string;
  /** What says that it took the place, by beginning and id. */
  readonly takes: readonly Statement[];
  /** Its holdings of the same time, which only say the same. */
  readonly echoes: readonly Statement[];
  readonly happened: Interval;
  readonly from: Instant;
  readonly until: Instant;
}

/** What is said of a place, in its three parts. */
export interface Said {
  /** In the order from which they count, then by holder, then by time. */
  readonly takeOvers: readonly TakeOver[];
  /** Plain holdings, the echoes of take-overs among them. */
  readonly holdings: readonly Statement[];
  /** Who entered, holds a part, or is on the outskirts. */
  readonly guests: readonly Statement[];
}

/** Parts what is said of a place. */
export function partsOf(statements: readonly Statement[]): Said {
  const held = statements.filter(({ claim }) => claim.extent === 'held');
  const takes = held.filter((statement) => statement.claim.says === 'took' || arrives(statement, held));
  const holdings = held.filter((statement) => !takes.includes(statement));
  const takeOvers = groupsOf(takes).map((group) => takeOverOf(group, holdings));
  takeOvers.sort(
    (a, b) => order(a.from, b.from) || order(a.holder, b.holder) || order(a.happened.start, b.happened.start) || order(idOf(a), idOf(b)),
  );
  return { takeOvers, holdings, guests: statements.filter(({ claim }) => claim.extent !== 'held') };
}

const idOf = ({ takes }: TakeOver) => takes[0]!.claim.id;

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A `holds` that reports a change: somebody else's holding is background, no other party is said to have taken the place, and
 * no word of a party without background begins earlier. Where two begin at once both are the first. It counts from its
 * beginning, like any holding.
 */
function arrives({ claim, happened }: Statement, held: readonly Statement[]): boolean {
  const onRecord = held.filter((other) => other.background).map((other) => other.claim.holder);
  const news = held.filter((other) => !onRecord.includes(other.claim.holder));
  return (
    claim.says === 'holds' &&
    onRecord.length > 0 &&
    !onRecord.includes(claim.holder) &&
    news.every((other) => other.happened.start >= happened.start) &&
    held.every((other) => other.claim.says === 'holds' || other.claim.holder === claim.holder)
  );
}

/** Take-overs of one party whose dates overlap, directly or through others between, are one. */
function groupsOf(takes: readonly Statement[]): Statement[][] {
  let groups: Statement[][] = [];
  for (const take of takes) {
    const same = (other: Statement) => other.claim.holder === take.claim.holder && overlaps(other.happened, take.happened);
    const touching = groups.filter((group) => group.some(same));
    groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), take]];
  }
  return groups;
}

/** It counts from the first of its supported take-overs, or of all where none is supported, and ends with the last of them. */
function takeOverOf(group: readonly Statement[], holdings: readonly Statement[]): TakeOver {
  const takes = [...group].sort((a, b) => order(a.happened.start, b.happened.start) || order(a.claim.id, b.claim.id));
  const holder = takes[0]!.claim.holder;
  const happened = { start: Math.min(...takes.map((t) => t.happened.start)), end: Math.max(...takes.map((t) => t.happened.end)) };
  const supported = takes.filter((take) => take.reports.some(supports));
  return {
    holder,
    takes,
    echoes: holdings.filter((s) => s.claim.holder === holder && !s.background && overlaps(s.happened, happened)),
    happened,
    from: Math.min(...(supported.length > 0 ? supported : takes).map((take) => take.from)),
    until: Math.max(...takes.map((take) => take.until)),
  };
}

/** Everything that says that a take-over was. */
export function sayersOf({ takes, echoes }: TakeOver): Statement[] {
  return [...takes, ...echoes];
}
