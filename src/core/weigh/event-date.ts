import { aliveIndex } from '../lists/alive';
import { countedOf, evidenceOf, supportOf } from './evidence';
import { Growing } from '../lists/growing';
import type { Dispute, Evidence, EventRows, Ledger } from '../ledger';
import { MODE, tablesOf, type LensTables } from './lens-tables';
import type { Instant } from '../model';
import { Stages } from './stages';

/** Rule 8: claims of one event whose dates do not overlap are a dispute about its date. A figure has no date of an event. */

/** When a claim of an event begins or ceases to count. */
interface Turn {
  readonly at: Instant;
  readonly claim: number;
  readonly counts: boolean;
}

/** When the claims of each event contradict one another; gives from time to time the number of claims that are done. */
export function* eventRows(tables: LensTables, kept: Uint8Array, step: number): Generator<number, EventRows> {
  const { events, firstEvent, eventClaims } = tables.columns;
  const stages = new Stages(tables, kept);
  const [event, start, end] = [new Growing(Uint32Array), new Growing(Float64Array), new Growing(Float64Array)];
  for (let own = 0, done = 0; own < events.length; own++) {
    const turns: Turn[] = [];
    for (let i = firstEvent[own]!; i < firstEvent[own + 1]!; i++) {
      const count = stages.read(eventClaims[i]!);
      for (let stage = 0, counts = false; stage < count; stage++) {
        if (stages.known[stage] === counts) continue;
        counts = !counts;
        turns.push({ at: stages.from[stage]!, claim: eventClaims[i]!, counts });
      }
      if (++done % step === 0) yield done;
    }
    for (const [from, to] of contradictions(tables, turns)) {
      event.push(own);
      start.push(from);
      end.push(to);
    }
  }
  const [starts, ends] = [start.all(), end.all()];
  return { event: event.all(), start: starts, end: ends, alive: aliveIndex(starts, ends) };
}

/** When two of the claims that count cannot be of one date, and the first of them all has begun. */
function contradictions({ columns: { start, end } }: LensTables, turns: Turn[]): [from: Instant, to: Instant][] {
  const found: [Instant, Instant][] = [];
  const counting = new Set<number>();
  let [first, lastStart, firstEnd] = [Infinity, -Infinity, Infinity];
  const add = (claim: number) => {
    first = Math.min(first, start[claim]!);
    lastStart = Math.max(lastStart, start[claim]!);
    firstEnd = Math.min(firstEnd, end[claim]!);
  };
  turns.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  turns.forEach(({ at, claim, counts }, i) => {
    if (counts) {
      counting.add(claim);
      add(claim);
    } else {
      counting.delete(claim);
      [first, lastStart, firstEnd] = [Infinity, -Infinity, Infinity];
      counting.forEach(add);
    }
    const to = turns[i + 1]?.at ?? Infinity;
    const from = Math.max(at, first);
    if (lastStart < firstEnd || from >= to) return;
    const last = found.at(-1);
    if (last?.[1] === from) last[1] = to;
    else found.push([from, to]);
  });
  return found;
}

/** One of the event rows in full, at a time at which it is in dispute. */
export function dateDisputeIn(ledger: Ledger, row: number, knownBy: Instant): Dispute {
  const { claims } = ledger.dossier;
  const { columns } = claims;
  const tables = tablesOf(ledger);
  const own = ledger.events.event[row]!;
  const byDate = new Map<string, Evidence[]>();
  let place: string | null = null;
  for (const claim of columns.eventClaims.subarray(columns.firstEvent[own]!, columns.firstEvent[own + 1]!)) {
    const counted = countedOf(tables, ledger.kept, claim, knownBy);
    if (counted.every((report) => columns.mode[report] === MODE.denies)) continue;
    const { happened, id } = claims.at(claim);
    const evidence = Array.from(counted, (report) => evidenceOf(tables, report, claim, id));
    byDate.set(happened, [...(byDate.get(happened) ?? []), ...evidence]);
    if (place === null && columns.place[claim]! >= 0) place = columns.places[columns.place[claim]!]!;
  }
  const dates = [...byDate].map(([happened, evidence]) => ({ ...supportOf(evidence), happened }));
  const event = columns.events[own]!;
  return {
    id: `date:${event}`,
    about: 'date',
    place,
    event,
    positions: [],
    dates: dates.sort((a, b) => (a.happened < b.happened ? -1 : 1)),
  };
}
