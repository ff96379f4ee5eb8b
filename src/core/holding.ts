import { disputes, OUTWEIGHS_ONE_WORD, type Rival, type Weighed } from './dispute';
import { supportOf } from './evidence';
import type { Evidence, Holding, Position } from './ledger';
import type { Extent, Instant } from './model';
import type { Reading } from './reading';
import { supportersOf, type Statement, type TakeOver } from './statement';

/** The weighing rule for one place at one time. */

/** A position in the making: what is said for it, and the denials of somebody else's take-over that speak for it. */
interface Stand {
  readonly holder: string | null;
  readonly extent: Extent;
  readonly since: Instant;
  readonly statements: readonly Statement[];
  readonly denials: readonly Evidence[];
}

/**
 * What is said of who holds a place at `time`, by a reading of what is known. The holder stands first, or the contenders;
 * then what only a party's own word carries; then who is there without holding it. Null where nothing counts by then.
 */
export function holdingAt(place: string, reading: Reading, time: Instant): Holding | null {
  const { partial, holds, takeOvers } = reading;
  // the newest supported and undisputed take-over ends every earlier holding, so that nothing before it needs weighing
  const later: Weighed[] = [];
  let settled: Weighed | undefined;
  for (let i = countUntil(takeOvers, time) - 1; i >= 0 && !settled; i--) {
    const weighed = reading.weighed(takeOvers[i]!);
    if (weighed.takeOver.supporters > 0 && !weighed.disputed) settled = weighed;
    else later.unshift(weighed);
  }
  const since = settled?.takeOver.from ?? -Infinity;
  const open = later.filter(({ takeOver }) => takeOver.from > since && takeOver.until > time);
  const contested = open.filter(({ takeOver, disputed }) => takeOver.supporters > 0 && disputed);

  const standing = merged(settled ? afterTakeOver(settled.takeOver, holds, time) : holdsAt(holds, time));
  const base = standing.filter((stand) => supportersOf(stand.statements) > 0);
  const standingWords = standing.filter((stand) => !base.includes(stand));
  const holders = contested.length
    ? contendersOf(contested, base, holds, time)
    : settled
      ? base
      : [...base, ...disputing(base, standingWords)];
  const taken = new Set(holders.map((stand) => stand.holder));
  const words = merged([
    ...standingWords,
    ...open.filter(({ takeOver }) => takeOver.supporters === 0).map(({ takeOver }) => standOfTakeOver(takeOver)),
    ...[...(settled ? [settled] : []), ...contested].flatMap(overruledBy),
  ]).filter((stand) => !taken.has(stand.holder));
  const guests = merged(partialAt(partial, time, since)).filter((stand) => !taken.has(stand.holder));

  const stands = [...holders, ...words, ...guests];
  const counts = (statements: readonly Statement[]) => statements.some((s) => s.from <= time);
  if (!settled && later.length === 0 && !counts(partial) && !counts(holds)) return null;
  const contenders = holders.length > 1 ? holders.length : holders.length === 0 && words.length > 1 ? words.length : 0;
  return {
    place,
    state: contenders ? 'disputed' : holders.length ? 'held' : words.length ? 'claimed' : 'unknown',
    positions: stands.map(positionOf),
    contenders,
  };
}

function standOfTakeOver({ holder, from, members }: TakeOver): Stand {
  return { holder, extent: 'held', since: from, statements: members, denials: [] };
}

function standOfRival(rival: Rival): Stand {
  const since = Math.min(...rival.statements.map((s) => s.from), ...rival.denials.map((d) => d.knownFrom));
  return { holder: rival.party, extent: 'held', since, statements: rival.statements, denials: rival.denials };
}

function standOfStatement(statement: Statement): Stand {
  return { holder: statement.claim.holder, extent: statement.claim.extent, since: statement.from, statements: [statement], denials: [] };
}

/** The settled holder with everything later that says the same; nobody where the take-over has an end that is past. */
function afterTakeOver(takeOver: TakeOver, holds: readonly Statement[], time: Instant): Stand[] {
  if (takeOver.until <= time) return holdsAt(holds, time).filter((stand) => stand.since >= takeOver.until);
  const same = holdsAt(holds, time).filter((stand) => stand.holder === takeOver.holder && stand.statements[0]!.speaksUntil > takeOver.from);
  return [standOfTakeOver(takeOver), ...same];
}

function holdsAt(holds: readonly Statement[], time: Instant): Stand[] {
  return holds.filter((s) => s.from <= time && s.until > time).map(standOfStatement);
}

/** The holder before, where somebody defends it, then the contested take-overs, newest first, then whoever contradicts them. */
function contendersOf(contested: readonly Weighed[], base: readonly Stand[], holds: readonly Statement[], time: Instant): Stand[] {
  const rivals = contested.flatMap(({ takeOver, rivals }) => rivals.filter((rival) => disputes(rival, takeOver)));
  const speaksForNobody = rivals.some((rival) => rival.party === null);
  const defended = base.filter((stand) => speaksForNobody || rivals.some((rival) => rival.party === stand.holder));
  const takers = [...contested].reverse().flatMap(({ takeOver }) => afterTakeOver(takeOver, holds, time));
  const contradicting = rivals.filter((rival) => rival.party !== null || base.length === 0).map(standOfRival);
  return merged([...defended, ...takers, ...contradicting]);
}

/** A party's own word that it is there, against the holding of another inside the span that rests on one origin. */
function disputing(base: readonly Stand[], words: readonly Stand[]): readonly Stand[] {
  const contestable =
    base.length === 1 && base[0]!.statements.every((s) => !s.background) && supportersOf(base[0]!.statements) < OUTWEIGHS_ONE_WORD;
  return contestable ? words : [];
}

/** The rivals whose word was not enough; a bare denial is shown on what it denies. */
function overruledBy({ takeOver, rivals }: Weighed): Stand[] {
  return rivals.filter((rival) => rival.statements.length > 0 && !disputes(rival, takeOver)).map(standOfRival);
}

/** Who entered, or holds a part, and was not overtaken by a later take-over. */
function partialAt(partial: readonly Statement[], time: Instant, since: Instant): Stand[] {
  return partial.filter((s) => s.from <= time && s.until > time && (s.from > since || since === -Infinity)).map(standOfStatement);
}

/** How many take-overs count by `time`. */
function countUntil(takeOvers: readonly TakeOver[], time: Instant): number {
  const next = takeOvers.findIndex((t) => t.from > time);
  return next < 0 ? takeOvers.length : next;
}

/** Stands of one holder and extent become one, in the order in which they first come. */
function merged(stands: readonly Stand[]): Stand[] {
  const groups = new Map<string, Stand[]>();
  for (const stand of stands) {
    const key = `${stand.holder} ${stand.extent}`;
    const group = groups.get(key);
    if (group) group.push(stand);
    else groups.set(key, [stand]);
  }
  return [...groups.values()].map((group) =>
    group.length === 1
      ? group[0]!
      : {
          ...group[0]!,
          since: group.reduce((least, { since }) => Math.min(least, since), Infinity),
          statements: [...new Set(group.flatMap((stand) => stand.statements))],
          denials: [...new Set(group.flatMap((stand) => stand.denials))],
        },
  );
}

function positionOf(stand: Stand): Position {
  const support = supportOf(stand.statements.flatMap((s) => s.evidence));
  // a denial of somebody else's take-over is this party's own word, and no denial of this position
  const denials = stand.denials.map((d) => d.origin);
  return {
    ...support,
    claimedBy: [...new Set([...support.claimedBy, ...(stand.holder === null ? [] : denials)])],
    claims: [...new Set([...support.claims, ...stand.denials.map((d) => d.claim)])].sort(),
    evidence: [...support.evidence, ...stand.denials],
    holder: stand.holder,
    extent: stand.extent,
    since: stand.since,
    background: stand.statements.length > 0 && stand.statements.every((s) => s.background),
    implied: stand.statements.length > 0 && stand.statements.every((s) => s.claim.implied === true),
  };
}
