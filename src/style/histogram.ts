import type { Ledger } from '../core/ledger';
import type { Instant } from '../core/model';
import { lastInstant, startOfDay } from '../core/time';

/** The kinds of claim in the order in which a column stacks them, from the ground up. */
export const kinds = ['control', 'movement', 'displacement', 'incident'] as const;
type Kind = (typeof kinds)[number];

/** Reports by the day under which they are counted and by kind: a cell for each kind of each day. */
export interface DatedReports {
  /** Where the reports of a cell begin, by `day * kinds.length + kind`; one more for the end. */
  readonly first: Uint32Array;
  /** Since when each report is known, ascending within a cell. */
  readonly knownFrom: Float64Array;
}

/** The reports that speak of one day: known by a time, by kind, and published only later. */
export interface DayReports {
  readonly known: Readonly<Record<Kind, number>>;
  readonly later: number;
  readonly total: number;
}

/**
 * Reports by the last day of what they speak of (a figure: of its as-of date), or by its first day where it has not ended.
 * Background from before the days, and what the lens leaves out, are not among them. The days are consecutive.
 * Made once for a ledger, in time linear in its reports; stops every few milliseconds.
 */
export function* datingReports({ dossier, kept }: Ledger, days: readonly string[]): Generator<void, DatedReports> {
  const { columns } = dossier.claims;
  const starts = Float64Array.from(days, (day) => startOfDay(day, dossier.timeZone));
  const last = days[days.length - 1];
  const end = last === undefined ? -Infinity : lastInstant(last, dossier.timeZone);
  const cells = days.length * kinds.length;
  const first = new Uint32Array(cells + 1);
  const cellOf = new Int32Array(columns.kind.length);
  for (let row = 0; row < cellOf.length; row++) {
    if (row % STEP === STEP - 1) yield;
    const stop = columns.end[row]!;
    const at = stop === Infinity ? columns.start[row]! : stop - 1;
    const day = at > end ? -1 : lastAtOrBefore(starts, at);
    const cell = (cellOf[row] = day < 0 ? -1 : day * kinds.length + stackOf[columns.kind[row]!]!);
    if (cell >= 0) for (let i = columns.firstReport[row]!; i < columns.firstReport[row + 1]!; i++) first[cell + 1]! += kept[i]!;
  }
  for (let cell = 0; cell < cells; cell++) first[cell + 1]! += first[cell]!;
  const knownFrom = new Float64Array(first[cells]!);
  const next = first.slice();
  for (let row = 0; row < cellOf.length; row++) {
    if (row % STEP === STEP - 1) yield;
    const cell = cellOf[row]!;
    if (cell < 0) continue;
    for (let i = columns.firstReport[row]!; i < columns.firstReport[row + 1]!; i++)
      if (kept[i] === 1) knownFrom[next[cell]!++] = columns.knownFrom[i]!;
  }
  for (let cell = 0, sorted = 0; cell < cells; cell++) {
    knownFrom.subarray(first[cell], first[cell + 1]).sort();
    if (first[cell + 1]! - sorted < STEP) continue;
    sorted = first[cell + 1]!;
    yield;
  }
  return { first, knownFrom };
}

/** Claims between two stops. */
const STEP = 20_000;

/** Index into `kinds` for each of the columns' kinds: flows and figures are both of displacement. */
const stackOf = [0, 1, 2, 2, 3] as const;

/** Counts reports for each day that they were dated by; `knownBy` divides known from later. Costs a short search a cell. */
export function reportsPerDay({ first, knownFrom }: DatedReports, knownBy: Instant): DayReports[] {
  return Array.from({ length: (first.length - 1) / kinds.length }, (_, day) => {
    const known = { control: 0, movement: 0, displacement: 0, incident: 0 };
    const [from, to] = [day * kinds.length, (day + 1) * kinds.length];
    let later = first[to]! - first[from]!;
    const total = later;
    kinds.forEach((kind, index) => {
      const reports = knownFrom.subarray(first[from + index], first[from + index + 1]);
      known[kind] = lastAtOrBefore(reports, knownBy) + 1;
      later -= known[kind];
    });
    return { known, later, total };
  });
}

/** The index of the last of ascending numbers that is not greater than a number; -1 where there is none. */
function lastAtOrBefore(ascending: Float64Array, number: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The heights of one column's parts, from the ground up: the kinds that are known, then what is published later. */
export interface Bar {
  readonly kind: Kind | 'later';
  readonly from: number;
  readonly to: number;
}

/** A column's bars, as heights above the ground where the fullest day has `height`. Empty parts are left out. */
export function barsOf(row: DayReports, most: number, height: number): Bar[] {
  const bars: Bar[] = [];
  let sum = 0;
  for (const kind of [...kinds, 'later'] as const) {
    const count = kind === 'later' ? row.later : row.known[kind];
    if (count === 0) continue;
    bars.push({ kind, from: (sum / most) * height, to: ((sum + count) / most) * height });
    sum += count;
  }
  return bars;
}
