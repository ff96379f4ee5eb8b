/** The axis of days that timeline and chart share. Widths are CSS pixels. */
export interface DayAxis {
  /** The middle of a day's column. */
  readonly x: (day: string) => number;
  /** The width of a column. */
  readonly step: number;
  readonly width: number;
}

/** Columns of equal width over the days; from the right when mirrored. A day outside stands at the nearer end. */
export function dayAxis(days: readonly string[], width: number, mirrored = false): DayAxis {
  const step = width / Math.max(1, days.length);
  const columns = new Map(days.map((day, i) => [day, mirrored ? days.length - 1 - i : i]));
  const first = days[0] ?? '';
  const last = days[days.length - 1] ?? '';
  return { x: (day) => ((columns.get(day < first ? first : day > last ? last : day) ?? 0) + 0.5) * step, step, width };
}

/** Which days are labelled: all where there is room for a number each, else every second, third … counted back from the last. */
export function labelledDays(days: readonly string[], step: number, roomPx: number): string[] {
  const every = Math.max(1, Math.ceil(roomPx / step));
  return days.filter((_, index) => (days.length - 1 - index) % every === 0);
}

/** What stands under a day of the axis. */
export interface AxisLabel {
  readonly day: string;
  readonly form: 'number' | 'month' | 'year';
}

/** Narrower columns than this are labelled by months, since the numbers of every fifth or tenth day tell nobody where he is. */
const NUMBERED_PX = 6;

/**
 * The labels of an axis: numbers of days, or, where columns are narrow, months or quarters with the year in January, or else years,
 * as many as there is room for. `monthPx` is what the name of a month takes.
 */
export function axisLabels(days: readonly string[], step: number, monthPx: number): AxisLabel[] {
  if (step >= NUMBERED_PX) return labelledDays(days, step, 20).map((day) => ({ day, form: 'number' }));
  const months = [1, 3].find((count) => step * 28 * count >= monthPx);
  if (months === undefined) {
    const years = days.filter((day) => day.endsWith('-01-01'));
    return labelledDays(years, step * 365, monthPx).map((day) => ({ day, form: 'year' }));
  }
  return days
    .filter((day) => day.endsWith('-01') && (Number(day.slice(5, 7)) - 1) % months === 0)
    .map((day) => ({ day, form: day.slice(5, 7) === '01' ? 'year' : 'month' }));
}
