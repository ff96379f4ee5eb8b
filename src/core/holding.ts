import { disputes, rivalsOf, type Rival } from './dispute';
import { supportOf } from './evidence';
import type { Evidence, Holding, Position } from './ledger';
import type { Dossier, Extent, Instant } from './model';
import { isStated, supportersOf, takeOversOf, type Statement, type TakeOver } from './statement';

/** The weighing rule for one place at one time. */

/** A position in the making: what is said for it, and the denials of somebody else's take-over that speak for it. */
interface Stand {
  readonly holder: string | null;
  readonly extent: Extent;
  readonly since: Instant;
  readonly statements: readonly Statement[];
  readonly denials: readonly Evidence[];
}

interface Weighed {
  readonly takeOver: TakeOver;
  readonly rivals: readonly Rival[];
  readonly disputed: boolean;
}

/**
 * What is said of who holds a place at `time`, by the statements that the lens keeps and that are known. The holder stands
 * first, or the contenders; then what only a party's own word carries; then who is there without holding it. Null where
 * nothing that counts by then was said.
 */
export function holdingAt(place: string, statements: readonly Statement[], time: Instant, dossier: Dossier): Holding | null {
  const stated = statements.filter(isStated);
  const { takeOvers, holds } = takeOversOf(stated.filter((s) => s.claim.extent === 'held'));
  const weighed = takeOvers.filter((t) => t.from <= time).map((takeOver) => weigh(takeOver, takeOvers, holds, dossier));

  // the newest supported and undisputed take-over ends every earlier holding
  const settled = weighed.filter(({ takeOver, disputed }) => takeOver.supporters > 0 && !disputed).at(-1);
  const since = settled?.takeOver.from ?? -Infinity;
  const later = weighed.filter(({ takeOver }) => takeOver.from > since && takeOver.until > time);
  const contested = later.filter(({ takeOver, disputed }) => takeOver.supporters > 0 && disputed);

  const standing = merged(settled ? afterTakeOver(settled.takeOver, holds, time) : holdsAt(holds, time));
  const base = standing.filter((stand) => supportersOf(stand.statements) > 0);
  const holders = contested.length ? contendersOf(contested, base) : base;
  const taken = new Set(holders.map((stand) => stand.holder));
  const words = merged([
    ...standing.filter((stand) => !base.includes(stand)),
    ...later.filter(({ takeOver }) => takeOver.supporters === 0).map(({ takeOver }) => standOfTakeOver(takeOver)),
    ...[...(settled ? [settled] : []), ...contested].flatMap(overruledBy),
  ]).filter((stand) => !taken.has(stand.holder));
  const partial = merged(partialAt(stated, time, since)).filter((stand) => !contested.some((c) => c.takeOver.holder === stand.holder));

  const stands = [...holders, ...words, ...partial];
  if (!stated.some((s) => s.from <= time)) return null;
  const contenders = holders.length > 1 ? holders.length : holders.length === 0 && words.length > 1 ? words.length : 0;
  return {
    place,
    state: contenders ? 'disputed' : holders.length ? 'held' : words.length ? 'claimed' : 'unknown',
    positions: stands.map(positionOf),
    contenders,
  };
}

function weigh(takeOver: TakeOver, takeOvers: readonly TakeOver[], holds: readonly Statement[], dossier: Dossier): Weighed {
  const rivals = rivalsOf(takeOver, takeOvers, holds, dossier);
  return { takeOver, rivals, disputed: rivals.some((rival) => disputes(rival, takeOver)) };
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
function contendersOf(contested: readonly Weighed[], base: readonly Stand[]): Stand[] {
  const rivals = contested.flatMap(({ takeOver, rivals }) => rivals.filter((rival) => disputes(rival, takeOver)));
  const speaksForNobody = rivals.some((rival) => rival.party === null);
  const defended = base.filter((stand) => speaksForNobody || rivals.some((rival) => rival.party === stand.holder));
  const takers = [...contested].reverse().map(({ takeOver }) => standOfTakeOver(takeOver));
  const contradicting = rivals.filter((rival) => rival.party !== null || base.length === 0).map(standOfRival);
  return merged([...defended, ...takers, ...contradicting]);
}

/** The rivals whose word was not enough; a bare denial is shown on what it denies. */
function overruledBy({ takeOver, rivals }: Weighed): Stand[] {
  return rivals.filter((rival) => rival.statements.length > 0 && !disputes(rival, takeOver)).map(standOfRival);
}

/** Who entered, or holds a part, and was not overtaken by a later take-over. */
function partialAt(stated: readonly Statement[], time: Instant, since: Instant): Stand[] {
  return stated
    .filter((s) => s.claim.extent !== 'held' && s.from <= time && s.until > time && (s.from > since || since === -Infinity))
    .map(standOfStatement);
}

/** Stands of one holder and extent become one, in the order in which they first come. */
function merged(stands: readonly Stand[]): Stand[] {
  const byKey = new Map<string, Stand>();
  for (const stand of stands) {
    const key = `${stand.holder} ${stand.extent}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known
        ? {
            ...known,
            since: Math.min(known.since, stand.since),
            statements: [...new Set([...known.statements, ...stand.statements])],
            denials: [...new Set([...known.denials, ...stand.denials])],
          }
        : stand,
    );
  }
  return [...byKey.values()];
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
