import { dateDisputesAt } from './event-date';
import type { Dated, Dispute, Holding, HoldingState, Ledger, Occurrence, Segment, Situation } from './ledger';
import type { Instant } from './model';
import { figuresAt, occurrencesAt } from './occurrence';
import { daysOf, lastInstant } from './time';
import { knownByAt } from './weigh';

/** The ledger at one time, and what changes from one time to another. */

/** What the map shows at an instant: a day shown is its last instant. Pure: the same ledger and time give an equal value. */
export function situationAt(ledger: Ledger, time: Instant): Situation {
  const known = knownByAt(ledger.lens, time, ledger.dossier.timeZone);
  const holdings = [...ledger.holdings.values()].flatMap((history) => segmentAt(history, time)?.holding ?? []);
  const occurrences = occurrencesAt(ledger, time, known);
  const ofKind = (wanted: Dated['kind']): Occurrence[] =>
    occurrences.filter(({ kind }) => kind === wanted).map(({ kind: _, ...occurrence }) => occurrence);
  return {
    at: time,
    knownBy: known,
    holdings,
    movements: ofKind('movement'),
    flows: ofKind('flow'),
    incidents: ofKind('incident'),
    figures: figuresAt(ledger, time, known),
    disputes: [...holdings.flatMap(disputeOf), ...dateDisputesAt(ledger, time, known)],
  };
}

function segmentAt(history: readonly Segment[], time: Instant): Segment | undefined {
  let [low, high] = [0, history.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle]!.start <= time) low = middle + 1;
    else high = middle;
  }
  const segment = history[low - 1];
  return segment && segment.end > time ? segment : undefined;
}

function disputeOf({ place, state, positions, contenders }: Holding): Dispute[] {
  if (state !== 'disputed') return [];
  return [{ id: `holder:${place}`, about: 'holder', place, event: null, positions: positions.slice(0, contenders), dates: [] }];
}

/** One difference between two situations; `id` is that of the mark, such as `control:homs` or `movement:ID`. */
export interface Change {
  readonly id: string;
  readonly kind: 'control' | 'movement' | 'flow' | 'incident' | 'figure';
  /** The place of a holding, the claim of anything else. */
  readonly subject: string;
}

/** In which order a reader wants to know of places that changed. */
const WEIGHT: Readonly<Record<HoldingState, number>> = { disputed: 0, held: 1, claimed: 2, unknown: 3 };

/** What of `after` was not so in `before`: holdings that read differently, disputes first, and what happened or was counted anew. */
export function changesBetween(before: Situation, after: Situation): Change[] {
  const earlier = new Map(before.holdings.map((holding) => [holding.place, appearanceOf(holding)]));
  const changes: Change[] = after.holdings
    .filter((holding) => earlier.get(holding.place) !== appearanceOf(holding))
    .sort((a, b) => WEIGHT[a.state] - WEIGHT[b.state])
    .map(({ place }) => ({ id: `control:${place}`, kind: 'control', subject: place }));
  const anew = (kind: 'movement' | 'flow' | 'incident', from: readonly Occurrence[], to: readonly Occurrence[]) => {
    const seen = new Set(from.map(({ claim }) => claim));
    for (const { claim } of to) if (!seen.has(claim)) changes.push({ id: `${kind}:${claim}`, kind, subject: claim });
  };
  anew('movement', before.movements, after.movements);
  anew('flow', before.flows, after.flows);
  anew('incident', before.incidents, after.incidents);
  const counted = new Set(before.figures.map(({ claim }) => claim));
  for (const { claim } of after.figures) if (!counted.has(claim)) changes.push({ id: `figure:${claim}`, kind: 'figure', subject: claim });
  return changes;
}

/** A holding as a reader sees it: who, how far, in which state, supported or not, denied or not; not on how much evidence. */
export function appearanceOf({ state, contenders, positions }: Holding): string {
  const seen = positions.map(({ holder, extent, origins, deniedBy }) => [holder, extent, origins.length > 0, deniedBy.length > 0]);
  return JSON.stringify([state, contenders, seen]);
}

/** The days of the span, its first left out, whose situation differs from that of the day before. */
export function changeDays(ledger: Ledger): string[] {
  const { span, timeZone } = ledger.dossier;
  const days = daysOf(span, timeZone);
  const situations = days.map((day) => situationAt(ledger, lastInstant(day, timeZone)));
  return days.filter((_, i) => i > 0 && changesBetween(situations[i - 1]!, situations[i]!).length > 0);
}
