import type { Dispute, Evidence, FigureLine, Holding, Lens, Occurrence } from '../../../src/core/ledger';
import type { Claim, Dossier, FigureClaim, Instant } from '../../../src/core/model';
import type { Situation } from '../../../src/core/situation';
import { intervalOf } from '../../../src/core/edtf';
import { addDays, dayOf, overlaps, startOfDay } from '../../../src/core/time';
import { referenceHolding } from './holding';
import { distinct, knownAt, knownReportsOf, reportsOf, states, supportOf } from './reports';

/** A whole situation by the rule, afresh for one time. */

/** What a situation says, as plain lists in the order of ids. */
export type ReferenceSituation = Pick<
  Situation,
  'at' | 'knownBy' | 'holdings' | 'movements' | 'flows' | 'incidents' | 'figures' | 'disputes'
>;

/** The situation of a dossier through a lens at a time. */
export function referenceSituation(dossier: Dossier, lens: Lens, time: Instant): ReferenceSituation {
  const claims = [...dossier.claims].sort(byId);
  const known = knownAt(time, lens, dossier);
  const places = distinct(claims.flatMap((claim) => (claim.kind === 'control' ? [claim.place] : []))).sort();
  const holdings = places.flatMap((place) => referenceHolding(dossier, lens, place, time) ?? []);
  const of = (kind: (claim: Claim) => boolean) =>
    claims.filter(kind).flatMap((claim) => occurrence(claim, dossier, time, knownReportsOf(claim, dossier, lens, known)) ?? []);
  return {
    at: time,
    knownBy: known,
    holdings,
    movements: of(({ kind }) => kind === 'movement'),
    flows: of((claim) => claim.kind === 'displacement' && claim.displacement === 'flow'),
    incidents: of(({ kind }) => kind === 'incident'),
    figures: figures(claims.filter(isFigure), dossier, lens, time),
    disputes: [...holdings.flatMap(holderDispute), ...dateDisputes(claims, dossier, lens, time)],
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function isFigure(claim: Claim): claim is FigureClaim {
  return claim.kind === 'displacement' && claim.displacement === 'figure';
}

/** Whether anybody says, intends or expects it: what is only denied is shown nowhere. */
function isSaid(reports: readonly Evidence[]): boolean {
  return reports.some(({ mode }) => mode !== 'denies');
}

/** Shown from its beginning until three whole days have passed since its end; null at other times, and where it is not known. */
function occurrence(claim: Claim, dossier: Dossier, time: Instant, reports: readonly Evidence[]): Occurrence | null {
  if (!isSaid(reports)) return null;
  const { timeZone } = dossier;
  const happened = intervalOf(claim.happened, timeZone);
  // “one of these days” is the last of them
  const oneOf = claim.happened.startsWith('[') && Number.isFinite(happened.end);
  const start = oneOf ? startOfDay(dayOf(happened.end - 1, timeZone), timeZone) : happened.start;
  const end = claim.until === undefined ? happened.end : intervalOf(claim.until, timeZone).end;
  const today = dayOf(time, timeZone);
  // past by the first day whose beginning is before the end
  const daysPast = [0, 1, 2, 3].find((days) => startOfDay(addDays(today, -days), timeZone) < end);
  if (start > time || daysPast === undefined) return null;
  const share = (time + 1 - start) / (end - start);
  const bounded = Number.isFinite(start) && Number.isFinite(end);
  return {
    ...supportOf(reports),
    claim: claim.id,
    daysPast,
    progress: bounded ? Math.max(0, Math.min(1, share)) : 1,
    intended: !reports.some(states),
  };
}

/** Rule 8: of each speaker's figures of one measure, count, window, place and people the newest by now: the one of the latest end, then beginning, then first report. */
function figures(claims: readonly FigureClaim[], dossier: Dossier, lens: Lens, time: Instant): FigureLine[] {
  const lines = claims.flatMap((claim) => {
    const reports = knownReportsOf(claim, dossier, lens, knownAt(time, lens, dossier));
    const asOf = intervalOf(claim.asOf, dossier.timeZone);
    if (!isSaid(reports) || asOf.start > time) return [];
    // whose figure it is: the first speaker who is named for it, else the origin of the first report; nobody who denies it
    const givers = reports.filter(({ mode }) => mode !== 'denies');
    const speaker = givers.find((report) => report.speaker !== null)?.speaker ?? givers[0]!.origin;
    const series = [speaker, claim.measure, claim.counts, claim.since ?? '', claim.area, claim.who ?? ''].join(' ');
    const said = reportsOf(claim, dossier, lens).filter(({ mode }) => mode !== 'denies' && mode !== 'retracts');
    return [
      { asOf, saidFrom: Math.min(...said.map(({ knownFrom }) => knownFrom)), line: { ...supportOf(reports), claim: claim.id, series } },
    ];
  });
  const later = (a: (typeof lines)[number], b: (typeof lines)[number]) =>
    a.asOf.end !== b.asOf.end
      ? a.asOf.end > b.asOf.end
      : a.asOf.start !== b.asOf.start
        ? a.asOf.start > b.asOf.start
        : a.saidFrom !== b.saidFrom
          ? a.saidFrom > b.saidFrom
          : a.line.claim > b.line.claim;
  return lines
    .filter((entry) => !lines.some((other) => other.line.series === entry.line.series && later(other, entry)))
    .map(({ line }) => line);
}

function holderDispute({ place, state, positions, contenders }: Holding): Dispute[] {
  if (state !== 'disputed') return [];
  return [{ id: `holder:${place}`, about: 'holder', place, event: null, positions: positions.slice(0, contenders), dates: [] }];
}

/** Rule 8: claims of one event, figures aside, whose dates do not overlap; from the first of the dates on. */
function dateDisputes(claims: readonly Claim[], dossier: Dossier, lens: Lens, time: Instant): Dispute[] {
  const known = knownAt(time, lens, dossier);
  const dated = claims.filter((claim) => !isFigure(claim) && isSaid(knownReportsOf(claim, dossier, lens, known)));
  const events = distinct(dated.flatMap(({ event }) => event ?? [])).sort();
  return events.flatMap((event): Dispute[] => {
    const own = dated.filter((claim) => claim.event === event);
    const when = own.map(({ happened }) => intervalOf(happened, dossier.timeZone));
    if (when.every((a) => when.every((b) => overlaps(a, b)))) return [];
    if (when.every(({ start }) => start > time)) return [];
    const placed = own.find((claim) => claim.kind === 'control' || claim.kind === 'incident');
    const dates = distinct(own.map(({ happened }) => happened)).sort();
    return [
      {
        id: `date:${event}`,
        about: 'date',
        place: placed && 'place' in placed ? (placed.place as string) : null,
        event,
        positions: [],
        dates: dates.map((happened) => {
          const saying = own.filter((claim) => claim.happened === happened);
          return { ...supportOf(saying.flatMap((claim) => knownReportsOf(claim, dossier, lens, known))), happened };
        }),
      },
    ];
  });
}
