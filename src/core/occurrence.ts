import { dayStart, knownBy, supportOf, supports } from './evidence';
import type { Evidence, FigureLine, Occurrence } from './ledger';
import type { Claim, Dossier, FigureClaim, Instant, Interval } from './model';
import { addDays, dayOf, intervalOf, startOfDay } from './time';

/** What is no holding: movements, flows and incidents of a day and of the days before, and figures as they stand. */

/** How many days a movement, a flow or an incident is shown as past. */
export const PAST_DAYS = 3;

/**
 * When a claim's event lasted: its `happened`, as far as its `until`. Of “one of these days” it is the last: by then it
 * happened, and on no day before is that certain.
 */
export function spanOf(claim: Claim, timeZone: string): Interval {
  const { start, end } = intervalOf(claim.happened, timeZone);
  const last = claim.until ? intervalOf(claim.until, timeZone).end : end;
  return { start: claim.happened.startsWith('[') && Number.isFinite(end) ? dayStart(end - 1, timeZone) : start, end: last };
}

/** A movement, flow or incident as it is at `time`, by what is known; null where it is not of these days, or is only denied. */
export function occurrenceAt(
  claim: Claim,
  evidence: readonly Evidence[],
  time: Instant,
  known: Instant,
  dossier: Dossier,
): Occurrence | null {
  const published = knownBy(evidence, known, dossier);
  if (!published.some((e) => e.mode !== 'denies')) return null;
  const { start, end } = spanOf(claim, dossier.timeZone);
  const day = dayOf(time, dossier.timeZone);
  const earliest = startOfDay(addDays(day, -PAST_DAYS), dossier.timeZone);
  if (start > time || end <= earliest) return null;
  let daysPast = 0;
  while (end <= startOfDay(addDays(day, -daysPast), dossier.timeZone)) daysPast++;
  const progress = Number.isFinite(start) && Number.isFinite(end) ? Math.min(1, Math.max(0, (time + 1 - start) / (end - start))) : 1;
  const intended = !published.some((e) => supports(e) || e.mode === 'claims');
  return { ...supportOf(published), claim: claim.id, daysPast, progress, intended };
}

/** What makes figures one line: never joined across speakers, measures, what is counted, or counting windows. */
export function seriesOf(figure: FigureClaim, evidence: readonly Evidence[]): string {
  const origin = evidence.find((e) => e.speaker)?.origin ?? evidence[0]!.origin;
  return [origin, figure.measure, figure.counts, figure.since ?? ''].join(' ');
}

/** The newest known figure of every series at `time`, in the order of claim ids. */
export function figuresAt(
  figures: readonly FigureClaim[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  time: Instant,
  known: Instant,
  dossier: Dossier,
): FigureLine[] {
  const newest = new Map<string, { line: FigureLine; asOf: Interval }>();
  for (const figure of figures) {
    const published = knownBy(evidence.get(figure.id) ?? [], known, dossier);
    const asOf = intervalOf(figure.asOf, dossier.timeZone);
    if (!published.some((e) => e.mode !== 'denies') || asOf.start > time) continue;
    const series = seriesOf(figure, published);
    const rival = newest.get(series);
    if (!rival || asOf.end > rival.asOf.end || (asOf.end === rival.asOf.end && asOf.start >= rival.asOf.start))
      newest.set(series, { line: { ...supportOf(published), claim: figure.id, series }, asOf });
  }
  return [...newest.values()].map(({ line }) => line).sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
