import { dayStart, knownBy, supportOf, supports } from './evidence';
import type { Dated, Evidence, FigureLine, Ledger, Occurrence } from './ledger';
import type { Claim, FigureClaim, Instant, Interval } from './model';
import { addDays, dayOf, intervalOf, startOfDay } from './time';

/** What is no holding: movements, flows and incidents of a day and of the days before, and figures as they stand. */

/** How many days a movement, a flow or an incident is shown as past. */
export const PAST_DAYS = 3;

/**
 * Claims that happen on days, each with when it lasted: its `happened`, as far as its `until`. Of “one of these days” it is
 * the last: by then it happened, and on no day before is that certain.
 */
export function datedOf(claims: readonly Claim[], timeZone: string): Dated[] {
  return claims.flatMap((claim): Dated[] => {
    if (claim.kind === 'control' || (claim.kind === 'displacement' && claim.displacement === 'figure')) return [];
    const { start, end } = intervalOf(claim.happened, timeZone);
    const uncertain = claim.happened.startsWith('[') && Number.isFinite(end);
    return [
      {
        kind: claim.kind === 'displacement' ? 'flow' : claim.kind,
        claim: claim as Dated['claim'],
        start: uncertain ? dayStart(end - 1, timeZone) : start,
        end: claim.until ? intervalOf(claim.until, timeZone).end : end,
      },
    ];
  });
}

/** What of the ledger happens on the day of `time`, or is past by at most three days, by what is known; not what is only denied. */
export function occurrencesAt(
  { occurrences, evidence, dossier }: Ledger,
  time: Instant,
  known: Instant,
): (Occurrence & Pick<Dated, 'kind'>)[] {
  const day = dayOf(time, dossier.timeZone);
  const dayStarts = Array.from({ length: PAST_DAYS + 1 }, (_, past) => startOfDay(addDays(day, -past), dossier.timeZone));
  return occurrences.flatMap(({ kind, claim, start, end }) => {
    if (start > time || end <= dayStarts[PAST_DAYS]!) return [];
    const published = knownBy(evidence.get(claim.id)!, known, dossier);
    if (!published.some((e) => e.mode !== 'denies')) return [];
    const daysPast = dayStarts.findIndex((from) => end > from);
    const progress = Number.isFinite(start) && Number.isFinite(end) ? Math.min(1, Math.max(0, (time + 1 - start) / (end - start))) : 1;
    const intended = !published.some((e) => supports(e) || e.mode === 'claims');
    return [{ ...supportOf(published), kind, claim: claim.id, daysPast, progress, intended }];
  });
}

/** What makes figures one line: never joined across speakers, measures, what is counted, or counting windows. */
export function seriesOf(figure: FigureClaim, evidence: readonly Evidence[]): string {
  const who = evidence.find((e) => e.speaker)?.speaker ?? evidence[0]!.origin;
  return [who, figure.measure, figure.counts, figure.since ?? ''].join(' ');
}

/** The newest known figure of every series at `time`, in the order of claim ids. */
export function figuresAt({ figures, evidence, dossier }: Ledger, time: Instant, known: Instant): FigureLine[] {
  const newest = new Map<string, { line: FigureLine; asOf: Interval }>();
  for (const figure of figures) {
    const published = knownBy(evidence.get(figure.id)!, known, dossier);
    const asOf = intervalOf(figure.asOf, dossier.timeZone);
    if (!published.some((e) => e.mode !== 'denies') || asOf.start > time) continue;
    const series = seriesOf(figure, published);
    const rival = newest.get(series);
    if (!rival || asOf.end > rival.asOf.end || (asOf.end === rival.asOf.end && asOf.start >= rival.asOf.start))
      newest.set(series, { line: { ...supportOf(published), claim: figure.id, series }, asOf });
  }
  return [...newest.values()].map(({ line }) => line).sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
