import { scaleBand } from 'd3-scale';

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
  const band = scaleBand<string>()
    .domain(days)
    .range(mirrored ? [width, 0] : [0, width]);
  const step = band.step();
  const first = days[0] ?? '';
  const last = days[days.length - 1] ?? '';
  return { x: (day) => (band(day < first ? first : day > last ? last : day) ?? 0) + step / 2, step, width };
}

/** Which days are labelled: all where there is room for a number each, else every second, third … counted back from the last. */
export function labelledDays(days: readonly string[], step: number, roomPx: number): string[] {
  const every = Math.max(1, Math.ceil(roomPx / step));
  return days.filter((_, index) => (days.length - 1 - index) % every === 0);
}
