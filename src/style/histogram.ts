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
 * Made once for a ledger, where it was weighed, in time linear in its reports.
 */
export function datedReports({ dossier, kept }: Ledger, days: readonly string[]): DatedReports {
  const { columns } = dossier.claims;
  const starts = Float64Array.from(days, (day) => startOfDay(day, dossier.timeZone));
  const last = days[days.length - 1];
  const end = last === undefined ? -Infinity : lastInstant(last, dossier.timeZone);
  const cells = days.length * kinds.length;
  const first = new Uint32Array(cells + 1);
  const cellOf = new Int32Array(columns.kind.length);
  for (let row = 0; row < cellOf.length; row++) {
    const stop = columns.end[row]!;
    const at = stop === Infinity ? columns.start[row]! : stop - 1;
    const day = at > end ? -1 : lastAtOrBefore(starts, 0, starts.length, at);
    const cell = (cellOf[row] = day < 0 ? -1 : day * kinds.length + stackOf[columns.kind[row]!]!);
    if (cell >= 0) for (let i = columns.firstReport[row]!; i < columns.firstReport[row + 1]!; i++) first[cell + 1]! += kept[i]!;
  }
  for (let cell = 0; cell < cells; cell++) first[cell + 1]! += first[cell]!;
  const knownFrom = new Float64Array(first[cells]!);
  const next = first.slice();
  for (let row = 0; row < cellOf.length; row++) {
    const cell = cellOf[row]!;
    if (cell < 0) continue;
    for (let i = columns.firstReport[row]!; i < columns.firstReport[row + 1]!; i++)
      if (kept[i] === 1) knownFrom[next[cell]!++] = columns.knownFrom[i]!;
  }
  for (let cell = 0; cell < cells; cell++) knownFrom.subarray(first[cell], first[cell + 1]).sort();
  return { first, knownFrom };
}

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
      const begin = first[from + index]!;
      known[kind] = lastAtOrBefore(knownFrom, begin, first[from + index + 1]!, knownBy) + 1 - begin;
      later -= known[kind];
    });
    return { known, later, total };
  });
}

/** Which columns are silent: no known report is counted under any of their days, all of which had begun by a time. `starts` are the days' first instants. */
export function silentColumns(rows: readonly DayReports[], starts: readonly Instant[], daysEach: number, knownBy: Instant): boolean[] {
  const isSilent = ({ known }: DayReports, day: number) => starts[day]! <= knownBy && kinds.every((kind) => known[kind] === 0);
  return Array.from({ length: Math.ceil(rows.length / daysEach) }, (_, column) =>
    rows.slice(column * daysEach, (column + 1) * daysEach).every((row, day) => isSilent(row, column * daysEach + day)),
  );
}

/** Columns of several consecutive days each, of as many reports as their days have on average; the last may have fewer days. */
export function columnsOf(rows: readonly DayReports[], daysEach: number): readonly DayReports[] {
  if (daysEach === 1) return rows;
  return Array.from({ length: Math.ceil(rows.length / daysEach) }, (_, column) => {
    const days = rows.slice(column * daysEach, (column + 1) * daysEach);
    const mean = (countOf: (row: DayReports) => number) => days.reduce((sum, row) => sum + countOf(row), 0) / days.length;
    const known = Object.fromEntries(kinds.map((kind) => [kind, mean((row) => row.known[kind])])) as Record<Kind, number>;
    return { known, later: mean((row) => row.later), total: mean((row) => row.total) };
  });
}

/** The index of the last of the ascending numbers in [from, to) that is not greater than a number; `from - 1` where there is none. */
function lastAtOrBefore(ascending: Float64Array, from: number, to: number, number: number): number {
  let [low, high] = [from, to];
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
