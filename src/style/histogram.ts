import type { Ledger } from '../core/ledger';
import type { Claim, Instant } from '../core/model';
import { intervalOf, lastInstant, startOfDay } from '../core/time';

/** The kinds of claim in the order in which a column stacks them, from the ground up. */
export const kinds = ['control', 'movement', 'displacement', 'incident'] as const satisfies readonly Claim['kind'][];

/** The reports that speak of one day: known in this ledger by a time, by kind, and published only later. */
export interface DayReports {
  readonly day: string;
  readonly known: Readonly<Record<Claim['kind'], number>>;
  readonly later: number;
  readonly total: number;
}

/** A report on the day under which it is counted; `row` is that day's index. */
export interface DatedReport {
  readonly kind: Claim['kind'];
  readonly row: number;
  readonly knownFrom: Instant;
}

/**
 * Reports by the last day of what they speak of (a figure: of its as-of date), or by its first day where it has not ended.
 * Background from before the days, and sources that the lens leaves out, are not among them. The days are consecutive.
 * Made once for a ledger, so that moving through its days is cheap.
 */
export function datedReports({ dossier, evidence }: Ledger, days: readonly string[]): DatedReport[] {
  const starts = days.map((day) => startOfDay(day, dossier.timeZone));
  const last = days[days.length - 1];
  const end = last === undefined ? -Infinity : lastInstant(last, dossier.timeZone);
  return dossier.claims.flatMap((claim) => {
    const when = 'asOf' in claim && typeof claim.asOf === 'string' ? claim.asOf : claim.happened;
    const interval = intervalOf(when, dossier.timeZone);
    const at = interval.end === Infinity ? interval.start : interval.end - 1;
    const row = at > end ? -1 : starts.findLastIndex((start) => start <= at);
    if (row < 0) return [];
    return (evidence.get(claim.id) ?? []).map(({ knownFrom }) => ({ kind: claim.kind, row, knownFrom }));
  });
}

/** Counts reports for each of the days that they were dated by; `knownBy` divides known from later. */
export function reportsPerDay(reports: readonly DatedReport[], days: readonly string[], knownBy: Instant): DayReports[] {
  const rows = days.map((day) => ({ day, known: { control: 0, movement: 0, displacement: 0, incident: 0 }, later: 0, total: 0 }));
  for (const { kind, row, knownFrom } of reports) {
    const counts = rows[row]!;
    counts.total += 1;
    if (knownFrom <= knownBy) counts.known[kind] += 1;
    else counts.later += 1;
  }
  return rows;
}

/** The heights of one column's parts, from the ground up: the kinds that are known, then what is published later. */
export interface Bar {
  readonly kind: Claim['kind'] | 'later';
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
