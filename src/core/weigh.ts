import { dayStart, evidenceOf, knownBy, supports } from './evidence';
import { eventsOf } from './event-date';
import { holdingAt } from './holding';
import type { Evidence, Holding, Ledger, Lens, Segment } from './ledger';
import type { ControlClaim, Dossier, Instant } from './model';
import { datedOf } from './occurrence';
import { readingOf, type Reading } from './reading';
import { statementOf, type Statement } from './statement';
import { dayOf, lastInstant } from './time';

/** A dossier through a lens: the history of every place, computed once. */

/** As known on the day shown, counting origins, with every source and every party's word. */
export const defaultLens: Lens = { knownBy: 'then', counting: 'origins', without: [], partyClaims: true };

/** Weighs a dossier. Pure; the same dossier and lens give an equal ledger whatever the order of files and claims. */
export function weigh(dossier: Dossier, lens: Lens): Ledger {
  const evidence = new Map<string, readonly Evidence[]>();
  for (const claim of dossier.claims) {
    const kept = evidenceOf(claim, dossier, lens);
    if (kept.length > 0) evidence.set(claim.id, kept);
  }
  const claims = dossier.claims.filter(({ id }) => evidence.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const byPlace = new Map<string, ControlClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'control') continue;
    const others = byPlace.get(claim.place);
    if (others) others.push(claim);
    else byPlace.set(claim.place, [claim]);
  }
  const places = [...byPlace.keys()].sort();
  return {
    dossier,
    lens,
    evidence,
    holdings: new Map(places.map((place) => [place, historyOf(place, byPlace.get(place)!, evidence, dossier, lens)])),
    occurrences: datedOf(claims, dossier.timeZone),
    figures: claims.filter((claim) => claim.kind === 'displacement' && claim.displacement === 'figure'),
    events: eventsOf(claims),
  };
}

/** The instant by which a report must be published to be known in a situation at `time`: then means by the end of its day. */
export function knownByAt(lens: Lens, time: Instant, timeZone: string): Instant {
  if (lens.knownBy === 'now') return Infinity;
  if (lens.knownBy !== 'then') return lens.knownBy;
  return Number.isFinite(time) ? lastInstant(dayOf(time, timeZone), timeZone) : time;
}

/** A control claim that is read again only when more of its evidence is known. */
class Known {
  private count = -1;
  private statement: Statement | null = null;
  constructor(
    readonly claim: ControlClaim,
    readonly evidence: readonly Evidence[],
    private readonly dossier: Dossier,
  ) {}

  /** The claim as it is known by an instant; null where it is not, and is no background. */
  by(known: Instant): Statement | null {
    const next = this.evidence.findIndex((e) => e.knownFrom > known);
    const count = next < 0 ? this.evidence.length : next;
    if (count !== this.count) {
      this.count = count;
      this.statement = this.read(known, count > 0);
    }
    return this.statement;
  }

  private read(known: Instant, published: boolean): Statement | null {
    const { claim, evidence, dossier } = this;
    const { background } = statementOf(claim, evidence, published, dossier);
    if (!published && !background) return null;
    // of background everything that supports it is known at every date; denials and retractions are news
    const early = evidence.filter((e) => supports(e) || e.knownFrom <= known);
    return statementOf(claim, background ? knownBy(early, Infinity, dossier) : knownBy(evidence, known, dossier), published, dossier);
  }
}

function historyOf(
  place: string,
  claims: readonly ControlClaim[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  dossier: Dossier,
  lens: Lens,
): Segment[] {
  const all = claims.map((claim) => new Known(claim, evidence.get(claim.id)!, dossier));
  const publications = new Set(all.flatMap((known) => known.evidence.map((e) => e.knownFrom)));
  const entries = lens.knownBy === 'then' ? [...publications].map((time) => dayStart(time, dossier.timeZone)) : [];
  const times = new Set<Instant>([-Infinity, ...publications, ...entries]);
  for (const { claim, evidence: own } of all) {
    const { happened, until } = statementOf(claim, own, true, dossier);
    for (const time of [happened.start, happened.end - 1, until]) times.add(time);
  }
  const segments: Segment[] = [];
  let read: { readonly statements: readonly Statement[]; readonly reading: Reading } | null = null;
  const breaks = [...times].filter((time) => time < Infinity).sort((a, b) => a - b);
  breaks.forEach((start, i) => {
    const known = knownByAt(lens, start, dossier.timeZone);
    const statements = all.flatMap((each) => each.by(known) ?? []);
    if (!read || !sameItems(read.statements, statements)) read = { statements, reading: readingOf(statements, dossier) };
    const last = segments.at(-1);
    // what was said and is all taken back leaves a place of which nothing is known
    const holding = holdingAt(place, read.reading, start) ?? (last ? { place, state: 'unknown', positions: [], contenders: 0 } : null);
    const end = breaks[i + 1] ?? Infinity;
    if (last && last.end === start && holding && sameHolding(last.holding, holding)) segments[segments.length - 1] = { ...last, end };
    else if (holding) segments.push({ start, end, holding });
  });
  return segments;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Evidence keeps its identity from one time to the next, and everything else of a position but its place in time is made from it. */
function sameHolding(a: Holding, b: Holding): boolean {
  return (
    a.state === b.state &&
    a.contenders === b.contenders &&
    a.positions.length === b.positions.length &&
    a.positions.every((position, i) => {
      const other = b.positions[i]!;
      const [{ holder, extent, since }, claimed] = [position, position.claimedBy.join()];
      return (
        holder === other.holder &&
        extent === other.extent &&
        since === other.since &&
        claimed === other.claimedBy.join() &&
        sameItems(position.evidence, other.evidence)
      );
    })
  );
}
