import { weigh, type Weighed } from './dispute';
import { supports } from './evidence';
import type { Dossier, Interval } from './model';
import { isStated, supportersOf, type Statement, type TakeOver } from './statement';
import { overlaps } from './time';

/** What is known of a place, read once: which statements are take-overs, which are holdings, who is only there in part. */

/** Everything known of a place, in the parts that the rule needs; made once for what is known, and read at any time. */
export interface Reading {
  /** Who entered, or holds a part. */
  readonly partial: readonly Statement[];
  /** Holdings that are no arrival. */
  readonly holds: readonly Statement[];
  /** In the order from which they count. */
  readonly takeOvers: readonly TakeOver[];
  /** A take-over with what contradicts it; weighed when it is first asked for. */
  readonly weighed: (takeOver: TakeOver) => Weighed;
}

/** Divides what is stated of a place; what is only denied falls away. */
export function readingOf(statements: readonly Statement[], dossier: Dossier): Reading {
  const stated = statements.filter(isStated);
  const held = stated.filter((s) => s.claim.extent === 'held');
  const arrivals = arrivalsIn(held);
  const takes = held.filter((s) => s.claim.says === 'took' || arrivals.has(s));
  const holds = held.filter((s) => s.claim.says === 'holds' && !arrivals.has(s));
  const takeOvers = pooled(takes, holds);
  const known = new Map<TakeOver, Weighed>();
  const weighed = (takeOver: TakeOver): Weighed => {
    const result = known.get(takeOver) ?? weigh(takeOver, takeOvers, holds, dossier);
    known.set(takeOver, result);
    return result;
  };
  return { partial: stated.filter((s) => s.claim.extent !== 'held'), holds, takeOvers, weighed };
}

/**
 * The `holds` that report a change although their editor did not write `took`: somebody else is on record as the holder
 * before, nobody is said to have taken the place, and inside the span it is the first word about it of a party not on record.
 */
function arrivalsIn(held: readonly Statement[]): Set<Statement> {
  const onRecord = new Set(held.filter((s) => s.background).map((s) => s.claim.holder));
  if (onRecord.size === 0) return new Set();
  const takers = new Set(held.filter((s) => s.claim.says === 'took').map((s) => s.claim.holder));
  const news = held.filter((s) => !onRecord.has(s.claim.holder));
  const first = news.reduce((least, s) => Math.min(least, s.happened.start), Infinity);
  const byAnother = (s: Statement) => [...takers].some((taker) => taker !== s.claim.holder);
  return new Set(news.filter((s) => s.claim.says === 'holds' && s.happened.start === first && !byAnother(s)));
}

/** Take-overs of one party whose dates overlap are one, and so are the holdings of the party at that time that only say the same. */
function pooled(takes: readonly Statement[], holds: readonly Statement[]): TakeOver[] {
  const newest = new Map<string, { happened: Interval; members: Statement[] }>();
  const groups: { happened: Interval; members: Statement[] }[] = [];
  for (const take of [...takes].sort((a, b) => a.happened.start - b.happened.start || (a.claim.id < b.claim.id ? -1 : 1))) {
    const group = newest.get(take.claim.holder);
    if (group && overlaps(group.happened, take.happened)) {
      group.members.push(take);
      group.happened = { start: group.happened.start, end: Math.max(group.happened.end, take.happened.end) };
    } else {
      const own = { happened: take.happened, members: [take] };
      groups.push(own);
      newest.set(take.claim.holder, own);
    }
  }
  const echoes = (holder: string, happened: Interval) =>
    holds.filter((s) => s.claim.holder === holder && !s.background && overlaps(s.happened, happened));
  return groups
    .map(({ happened, members }) => takeOverOf(happened, members, echoes(members[0]!.claim.holder, happened)))
    .sort((a, b) => a.from - b.from || (a.holder < b.holder ? -1 : 1));
}

function takeOverOf(happened: Interval, takes: readonly Statement[], echoes: readonly Statement[]): TakeOver {
  const supported = takes.filter((m) => m.evidence.some(supports));
  const members = [...takes, ...echoes];
  return {
    holder: takes[0]!.claim.holder,
    members,
    happened,
    from: Math.min(...(supported.length ? supported : takes).map((m) => m.from)),
    until: Math.max(...takes.map((m) => m.until)),
    supporters: supportersOf(members),
  };
}
