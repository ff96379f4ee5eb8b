import { dayStart, evidenceOf, knownBy } from './evidence';
import { eventsOf } from './event-date';
import { holdingAt } from './holding';
import type { Evidence, Holding, Ledger, Lens, Segment } from './ledger';
import type { ControlClaim, Dossier, Instant } from './model';
import { datedOf } from './occurrence';
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

/** The statements about a place that are known by an instant, background among them whenever it was published. */
function statementsBy(
  known: Instant,
  claims: readonly ControlClaim[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  dossier: Dossier,
): Statement[] {
  const statements: Statement[] = [];
  for (const claim of claims) {
    const all = evidence.get(claim.id)!;
    const published = all.some((e) => e.knownFrom <= known);
    const { background } = statementOf(claim, all, published, dossier);
    if (!published && !background) continue;
    const early = all.filter((e) => e.mode !== 'retracts' || e.knownFrom <= known);
    statements.push(statementOf(claim, background ? knownBy(early, Infinity, dossier) : knownBy(all, known, dossier), published, dossier));
  }
  return statements;
}

function historyOf(
  place: string,
  claims: readonly ControlClaim[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  dossier: Dossier,
  lens: Lens,
): Segment[] {
  const times = new Set<Instant>([-Infinity]);
  for (const claim of claims) {
    const all = evidence.get(claim.id)!;
    const { happened, until } = statementOf(claim, all, true, dossier);
    for (const time of [happened.start, happened.end - 1, until, ...all.map((e) => e.knownFrom)]) times.add(time);
    if (lens.knownBy === 'then') for (const e of all) times.add(dayStart(e.knownFrom, dossier.timeZone));
  }
  const breaks = [...times].filter((time) => time < Infinity).sort((a, b) => a - b);
  const segments: Segment[] = [];
  breaks.forEach((start, i) => {
    const statements = statementsBy(knownByAt(lens, start, dossier.timeZone), claims, evidence, dossier);
    const holding = holdingAt(place, statements, start, dossier);
    const end = breaks[i + 1] ?? Infinity;
    const last = segments.at(-1);
    if (last && last.end === start && holding && sameHolding(last.holding, holding)) segments[segments.length - 1] = { ...last, end };
    else if (holding) segments.push({ start, end, holding });
  });
  return segments;
}

function sameHolding(a: Holding, b: Holding): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
