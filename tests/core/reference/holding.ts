import type { Evidence, Holding, Lens, Position } from '../../../src/core/ledger';
import type { Dossier, Extent, Instant } from '../../../src/core/model';
import { intervalOf } from '../../../src/core/edtf';
import { dayOf, startOfDay } from '../../../src/core/time';
import { distinct, reportsOf, supportOf, supports } from './reports';
import { rivalsOf, supportersOf, type Rival } from './rivals';
import { partsOf, sayersOf, statementsAt, type Statement, type TakeOver } from './take-overs';

/** The weighing rule for one place at one time, afresh each time: all claims, all reports, no history. */

/** A position in the making. */
interface Stand {
  readonly holder: string | null;
  readonly extent: Extent;
  readonly since: Instant;
  readonly statements: readonly Statement[];
  /** Denials of somebody else's take-over that speak for this holder. */
  readonly denials: readonly Evidence[];
}

/** What a dossier says of a place at a time; null where it has said nothing yet. */
export function referenceHolding(dossier: Dossier, lens: Lens, place: string, time: Instant): Holding | null {
  const holding = answer(dossier, lens, place, time);
  if (holding) return holding;
  // a place of which something was said, and all of it taken back, is unknown
  const saidBefore = turnsBefore(dossier, lens, place, time).some((earlier) => answer(dossier, lens, place, earlier) !== null);
  return saidBefore ? { place, state: 'unknown', positions: [], contenders: 0 } : null;
}

/** Every instant before `time` at which what is said of a place, or what is known of it, can begin to be otherwise. */
function turnsBefore(dossier: Dossier, lens: Lens, place: string, time: Instant): Instant[] {
  const turns = [-Infinity];
  for (const claim of dossier.claims) {
    if (claim.kind !== 'control' || claim.place !== place) continue;
    const happened = intervalOf(claim.happened, dossier.timeZone);
    turns.push(happened.start, happened.end - 1);
    for (const { knownFrom } of reportsOf(claim, dossier, lens)) {
      turns.push(knownFrom);
      if (Number.isFinite(knownFrom)) turns.push(startOfDay(dayOf(knownFrom, dossier.timeZone), dossier.timeZone));
    }
  }
  return turns.filter((turn) => turn < time);
}

function answer(dossier: Dossier, lens: Lens, place: string, time: Instant): Holding | null {
  const said = partsOf(statementsAt(dossier, lens, place, time));
  const counting = said.takeOvers.filter(({ from }) => from <= time);
  const begun = [...said.holdings, ...said.guests].filter(({ from }) => from <= time);
  if (counting.length === 0 && begun.length === 0) return null;

  const rivals = (takeOver: TakeOver) => rivalsOf(takeOver, said, dossier);
  const supported = (takeOver: TakeOver) => supportersOf(sayersOf(takeOver)) > 0;
  const disputed = (takeOver: TakeOver) => rivals(takeOver).some(({ enough }) => enough);
  // rule 3: the newest supported and undisputed take-over ends everything that counts from no later than itself
  const settled = counting.filter((takeOver) => supported(takeOver) && !disputed(takeOver)).at(-1);
  const since = settled?.from ?? -Infinity;
  const open = counting.filter(({ from, until }) => from > since && until > time);
  const contested = open.filter(supported);
  const claimed = open.filter((takeOver) => !supported(takeOver));

  const holdings = said.holdings.filter(({ from, until }) => from <= time && until > time);
  // who holds it as far as no contested take-over is concerned: the settled taker, and after its end whoever came then
  const standing = merged(
    settled === undefined
      ? holdings.map(standOf)
      : settled.until <= time
        ? holdings.filter(({ from }) => from >= settled.until).map(standOf)
        : standsOfTaker(settled, holdings),
  );
  const base = standing.filter(isSupported);
  const wordsOfStanding = standing.filter((stand) => !isSupported(stand));

  let holders: Stand[];
  if (contested.length > 0) {
    const against = contested.flatMap(rivals).filter(({ enough }) => enough);
    const forNobody = against.some(({ party }) => party === null);
    holders = merged([
      // the holder before contends only where somebody defends it, or says that the other did not come
      ...base.filter(({ holder }) => forNobody || against.some(({ party }) => party === holder)),
      // the contested takers, newest first
      ...contested.toReversed().flatMap((takeOver) => standsOfTaker(takeOver, holdings)),
      // whoever contradicts them; “somebody else” only where it is not known who was there
      ...against.filter(({ party }) => party !== null || base.length === 0).map(standOfRival),
    ]);
  } else if (settled === undefined && base.length === 1 && restsOnOneOrigin(base[0]!)) {
    // a word against a holding inside the span that rests on one origin
    holders = [...base, ...wordsOfStanding];
  } else holders = base;

  const isHolder = ({ holder }: Stand) => holders.some((stand) => stand.holder === holder);
  // what only its beneficiary says, and contradictions that were not enough
  const overruled = [...(settled ? [settled] : []), ...contested]
    .flatMap(rivals)
    .filter(({ statements, enough }) => statements.length > 0 && !enough);
  const words = merged([...wordsOfStanding, ...claimed.map(standOfTakeOver), ...overruled.map(standOfRival)]);
  const guests = said.guests.filter(({ from, until }) => from <= time && until > time && (settled === undefined || from > since));

  const beside = words.filter((stand) => !isHolder(stand));
  const around = merged(guests.map(standOf)).filter((stand) => !isHolder(stand));
  // two words and no holder are a dispute too
  const first = holders.length > 0 ? holders : beside;
  return {
    place,
    state: first.length > 1 ? 'disputed' : holders.length === 1 ? 'held' : beside.length === 1 ? 'claimed' : 'unknown',
    positions: [
      ...first.map((stand) => lastWordsOf(stand, first)),
      ...[...holders, ...beside, ...around].slice(first.length).map(positionOf),
    ],
    contenders: first.length > 1 ? first.length : 0,
  };
}

/** In a dispute: what somebody said of a time before that of what it says for another carries nothing, where somebody else carries it. */
function lastWordsOf(stand: Stand, all: readonly Stand[]): Position {
  const position = positionOf(stand);
  const others = all.filter((other) => other !== stand);
  const says = ({ reports }: Statement, origin: string) => reports.some((report) => report.origin === origin && supports(report));
  const last = position.origins.filter(
    (origin) =>
      !others.some((other) =>
        other.statements.some(
          (later) => says(later, origin) && stand.statements.every((own) => !says(own, origin) || own.reaches <= later.happened.start),
        ),
      ),
  );
  if (last.length === 0) return position;
  const reports = stand.statements
    .flatMap((statement) => statement.reports)
    .filter((report) => !supports(report) || last.includes(report.origin));
  const { origins, copies } = supportOf(reports);
  return { ...position, origins, copies };
}

function isSupported({ statements }: Stand): boolean {
  return supportersOf(statements) > 0;
}

function restsOnOneOrigin({ statements }: Stand): boolean {
  return supportersOf(statements) === 1 && statements.every(({ background }) => !background);
}

function standOf(statement: Statement): Stand {
  const { claim, from } = statement;
  return { holder: claim.holder, extent: claim.extent, since: from, statements: [statement], denials: [] };
}

function standOfTakeOver(takeOver: TakeOver): Stand {
  return { holder: takeOver.holder, extent: 'held', since: takeOver.from, statements: sayersOf(takeOver), denials: [] };
}

/** A taker with its holdings that speak of later than its take-over. */
function standsOfTaker(takeOver: TakeOver, holdings: readonly Statement[]): Stand[] {
  const later = holdings.filter((s) => s.claim.holder === takeOver.holder && s.speaksUntil > takeOver.from);
  return [standOfTakeOver(takeOver), ...later.map(standOf)];
}

function standOfRival({ party, statements, denials }: Rival): Stand {
  const since = Math.min(...statements.map(({ from }) => from), ...denials.map(({ knownFrom }) => knownFrom));
  return { holder: party, extent: 'held', since, statements, denials };
}

/** Stands of one holder and extent are one, where the first of them stood. */
function merged(stands: readonly Stand[]): Stand[] {
  const firsts = stands.filter((stand, i) => stands.findIndex((other) => isOf(other, stand)) === i);
  return firsts.map((first) => {
    const group = stands.filter((stand) => isOf(stand, first));
    return {
      ...first,
      since: Math.min(...group.map(({ since }) => since)),
      statements: distinct(group.flatMap(({ statements }) => statements)),
      denials: distinct(group.flatMap(({ denials }) => denials)),
    };
  });
}

function isOf(a: Stand, b: Stand): boolean {
  return a.holder === b.holder && a.extent === b.extent;
}

/** Rule 9: a position with everything that made it. A denial of another's take-over is this holder's own word. */
function positionOf({ holder, extent, since, statements, denials }: Stand): Position {
  const support = supportOf(statements.flatMap(({ reports }) => reports));
  const ownWords = holder === null ? [] : denials.map(({ origin }) => origin);
  return {
    ...support,
    claimedBy: distinct([...support.claimedBy, ...ownWords]),
    claims: distinct([...support.claims, ...denials.map(({ claim }) => claim)]).sort(),
    evidence: [...support.evidence, ...denials],
    holder,
    extent,
    since,
    background: statements.length > 0 && statements.every((statement) => statement.background),
    implied: statements.length > 0 && statements.every(({ claim }) => claim.implied === true),
  };
}
