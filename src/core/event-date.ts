import { knownBy, supportOf } from './evidence';
import type { Dispute, Evidence, Ledger } from './ledger';
import type { Claim, Instant } from './model';
import { intervalOf, overlaps } from './time';

/** Rule 8: claims of one event whose dates do not overlap are a dispute about its date. A figure has no date of an event. */
export function dateDisputesAt({ events, evidence, dossier }: Ledger, time: Instant, known: Instant): Dispute[] {
  const disputes: Dispute[] = [];
  for (const [event, claims] of events) {
    const dated = claims.flatMap((claim) => {
      const published = knownBy(evidence.get(claim.id)!, known, dossier);
      const when = intervalOf(claim.happened, dossier.timeZone);
      return published.some((e) => e.mode !== 'denies') ? [{ claim, when, published }] : [];
    });
    const contradicts = dated.some((a) => dated.some((b) => !overlaps(a.when, b.when)));
    if (!contradicts || Math.min(...dated.map(({ when }) => when.start)) > time) continue;
    const byDate = new Map<string, Evidence[]>();
    for (const { claim, published } of dated) byDate.set(claim.happened, [...(byDate.get(claim.happened) ?? []), ...published]);
    const dates = [...byDate].map(([happened, reports]) => ({ ...supportOf(reports), happened }));
    const place = dated.map(({ claim }) => ('place' in claim ? claim.place : null)).find((p) => p !== null) ?? null;
    disputes.push({
      id: `date:${event}`,
      about: 'date',
      place: place as string | null,
      event,
      positions: [],
      dates: dates.sort((a, b) => (a.happened < b.happened ? -1 : 1)),
    });
  }
  return disputes;
}

/** Claims other than figures by the event that they share, in the order of event ids. */
export function eventsOf(claims: readonly Claim[]): Map<string, Claim[]> {
  const events = new Map<string, Claim[]>();
  for (const claim of claims) {
    const isFigure = claim.kind === 'displacement' && claim.displacement === 'figure';
    if (claim.event && !isFigure) events.set(claim.event, [...(events.get(claim.event) ?? []), claim]);
  }
  return new Map([...events].filter(([, group]) => group.length > 1).sort(([a], [b]) => (a < b ? -1 : 1)));
}
