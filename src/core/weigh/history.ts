import { Growing } from '../lists/growing';
import { Verdict } from './holding';
import type { Histories, Holding, Ledger } from '../ledger';
import { tablesOf, type LensTables } from './lens-tables';
import { lastWordsOf } from './last-words';
import type { Looks } from './looks';
import type { Instant } from '../model';
import { positionOf } from './position';
import { Reading } from './reading';
import { Statements } from './statement';

/** The history of every place, and what is said of one place at one time in full: both by the same reading of its claims. */

/** Reads one place after the other, in the same lists. */
class PlaceReader {
  readonly statements: Statements;
  readonly reading: Reading;
  readonly verdict: Verdict;

  constructor(tables: LensTables, kept: Uint8Array, spanStart: Instant, listing: boolean) {
    this.statements = new Statements(tables, kept, spanStart);
    this.reading = new Reading(this.statements);
    this.verdict = new Verdict(this.reading, listing);
  }

  /** Takes up a place; whether the lens keeps anything that is said of it. */
  load(place: number): boolean {
    this.statements.load(place);
    if (this.statements.count === 0) return false;
    this.reading.load();
    this.verdict.update(true);
    return true;
  }

  /** What is said at `time` by what is known by an instant, which only rises; null where nothing counts by then. */
  at(time: Instant, knownBy: Instant): Verdict | null {
    this.statements.learn(knownBy);
    if (this.statements.changes > 0) this.verdict.update(this.reading.update());
    return this.verdict.at(time) ? this.verdict : null;
  }
}

/** How much is done between two steps: so many times of a place with few claims, or so many times `MANY` claims at one time. */
const STEP = 3000;
const MANY = 200;

/**
 * The history of every place that the lens keeps a claim about. Gives after about every ten milliseconds of work the number of
 * control claims that are done. A place with n claims of few parties, of which something can change at b times, costs O(n log n)
 * where take-overs are soon settled; at most, where each is contested or something is taken back every day, O(n log n + b n).
 */
export function* histories(tables: LensTables, kept: Uint8Array, spanStart: Instant, looks: Looks): Generator<number, Histories> {
  const { places, firstControl } = tables.columns;
  const reader = new PlaceReader(tables, kept, spanStart, false);
  const breaks = new Breaks(reader.statements);
  const [place, first] = [new Growing(Uint32Array), new Growing(Uint32Array)];
  const [start, look] = [new Growing(Float64Array), new Growing(Uint32Array)];
  let work = 0;
  for (let at = 0; at < places.length; at++) {
    if (!reader.load(at)) continue;
    const begin = start.length;
    const count = breaks.find();
    for (let i = 0; i < count; i++) {
      const time = breaks.times[i]!;
      const verdict = reader.at(time, breaks.knownBy(time));
      work += 1 + reader.statements.count / MANY;
      // what was said and is all taken back leaves a place of which nothing is known
      if (verdict || start.length > begin) {
        const own = looks.of(verdict);
        if (start.length === begin || look.at(start.length - 1) !== own) {
          start.push(time);
          look.push(own);
        }
      }
      if (work < STEP) continue;
      work = 0;
      yield firstControl[at]! + ((firstControl[at + 1]! - firstControl[at]!) * (i + 1)) / count;
    }
    if (start.length === begin) continue;
    place.push(at);
    first.push(begin);
  }
  first.push(start.length);
  return { place: place.all(), first: first.all(), start: start.all(), look: look.all() };
}

/** When what is said of a place can change: when something becomes known, and when what is known begins or ceases to count. */
class Breaks {
  times = new Float64Array(0);

  constructor(readonly statements: Statements) {}

  /** Finds those of the place at hand; how many there are, in order and each once. */
  find(): number {
    const { statements } = this;
    const { tables, count, first, evidence, start, end, until, took, background } = statements;
    const { knownFrom } = tables.columns;
    const { days, lens } = tables;
    const most = 1 + 2 * count + 2 * first[count]!;
    if (most > this.times.length) this.times = new Float64Array(most * 2);
    const { times } = this;
    let length = 0;
    times[length++] = -Infinity;
    for (let s = 0; s < count; s++) {
      let entry = -Infinity;
      for (let i = first[s]!; i < first[s + 1]!; i++) {
        const known = knownFrom[evidence[i]!]!;
        // a taking counts from its publication, where that comes before the end of its date
        if (took[s] && known < end[s]! - 1) times[length++] = Math.max(known, start[s]!);
        if (lens.knownBy !== 'then') continue;
        // a day is shown as known at its end, so what came during it counts
        const day = days.startOf(known);
        if (i === first[s] || day !== times[length - 1]) times[length++] = day;
        if (i === first[s] && !background[s]) entry = day;
      }
      const from = took[s] ? end[s]! - 1 : start[s]!;
      if (from > entry) times[length++] = from;
      if (until[s]! > entry && until[s]! < Infinity) times[length++] = until[s]!;
    }
    return sortedOnce(times, length);
  }

  /** By when a report must be published to be known at a time. */
  knownBy(time: Instant): Instant {
    const { days, lens } = this.statements.tables;
    if (lens.knownBy === 'now') return Infinity;
    if (lens.knownBy !== 'then') return lens.knownBy;
    return Number.isFinite(time) ? days.endOf(time) - 1 : time;
  }
}

/** So few times are sorted fastest by insertion. */
const FEW = 24;

/** Sorts the first `length` times in place and leaves each once, what never comes left out; how many remain. */
function sortedOnce(times: Float64Array, length: number): number {
  if (length > FEW) times.subarray(0, length).sort();
  else
    for (let i = 1; i < length; i++) {
      const time = times[i]!;
      let j = i;
      for (; j > 0 && times[j - 1]! > time; j--) times[j] = times[j - 1]!;
      times[j] = time;
    }
  let next = 1;
  for (let i = 1; i < length; i++) if (times[i]! !== times[next - 1]! && times[i]! < Infinity) times[next++] = times[i]!;
  return next;
}

const readers = new WeakMap<Ledger, PlaceReader>();

/** What is said of a place, by its row in the columns, at a time by what is known by an instant: with all that is behind it. */
export function holdingIn(ledger: Ledger, place: number, at: Instant, knownBy: Instant): Holding {
  const { claims, span } = ledger.dossier;
  let reader = readers.get(ledger);
  if (!reader) readers.set(ledger, (reader = new PlaceReader(tablesOf(ledger), ledger.kept, span.start, true)));
  reader.load(place);
  const verdict = reader.at(at, knownBy);
  const contenders = verdict?.contenders ?? 0;
  const all = verdict
    ? [verdict.holders, verdict.words, verdict.guests].flatMap((stands) =>
        Array.from({ length: stands.count }, (_, stand) => [stands, stand] as const),
      )
    : [];
  const positions = all.map(([stands, stand]) => positionOf(stands, stand, claims));
  const contending = positions.slice(0, contenders);
  return {
    place: claims.columns.places[place]!,
    state: verdict?.state ?? 'unknown',
    positions: positions.map((position, i) => {
      if (i >= contenders) return position;
      const carrying = lastWordsOf(position, contending, claims);
      return carrying.length < position.origins.length ? positionOf(...all[i]!, claims, carrying) : position;
    }),
    contenders,
  };
}
