import type { Ledger } from '../core/ledger';
import type { Claim, Dossier } from '../core/model';
import { dayOf, intervalOf } from '../core/time';

/** The kinds of claim in the order in which a column stacks them, from the ground up. */
export const kinds = ['control', 'movement', 'displacement', 'incident'] as const satisfies readonly Claim['kind'][];

/** The reports that speak of one day: known in this ledger by a time, by kind, and published only later. */
export interface DayReports {
  readonly day: string;
  readonly known: Readonly<Record<Claim['kind'], number>>;
  readonly later: number;
  readonly total: number;
}

/**
 * Reports by the last day of what they speak of (a figure: of its as-of date). Background from before the span, and
 * sources that the lens leaves out, are not counted; `knownBy` divides known from later.
 */
export function reportsPerDay(dossier: Dossier, ledger: Ledger, days: readonly string[], knownBy: number): DayReports[] {
  const rows = new Map(
    days.map((day) => [day, { day, known: { control: 0, movement: 0, displacement: 0, incident: 0 }, later: 0, total: 0 }]),
  );
  for (const claim of dossier.claims) {
    const when = 'asOf' in claim && typeof claim.asOf === 'string' ? claim.asOf : claim.happened;
    const row = rows.get(dayOf(intervalOf(when, dossier.timeZone).end - 1, dossier.timeZone));
    if (!row) continue;
    for (const evidence of ledger.evidence.get(claim.id) ?? []) {
      row.total += 1;
      if (evidence.knownFrom <= knownBy) row.known[claim.kind] += 1;
      else row.later += 1;
    }
  }
  return [...rows.values()];
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
