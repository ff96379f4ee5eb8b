import type { Instant, Interval } from './model';

/** Calendar and clock: days are the days of a time zone, instants epoch milliseconds. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which `timeZone` is ahead of UTC at an instant. Throws RangeError on a zone that does not exist. */
function offsetAt(instant: Instant, timeZone: string): number {
  // clocks change at whole minutes, and the same few days come back at every weighing
  const key = `${timeZone} ${Math.floor(instant / MINUTE_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const offset = readOffset(instant, timeZone);
  offsets.set(key, offset);
  return offset;
}

const REMEMBERED = 100_000;
const offsets = new Map<string, number>();

function readOffset(instant: Instant, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const two = '2-digit' as const;
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value);
  // a year below 100 would be taken for one of the last century
  const date = new Date(Date.UTC(2000, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']));
  const local = date.setUTCFullYear(part['year']!);
  return local - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the clocks of `timeZone` show a local time given as if it were UTC: the first of two, and, in a gap
 * that the clocks leap over, the end of the gap's leap, which is of the same day.
 */
export function instantOf(localMs: number, timeZone: string): Instant {
  const before = localMs - offsetAt(localMs - DAY_MS, timeZone);
  const offset = offsetAt(before, timeZone);
  const after = localMs - offset;
  return offsetAt(after, timeZone) === offset ? after : before;
}

/** The calendar day, such as `2024-12-05`, on which an instant falls in a time zone. */
export function dayOf(instant: Instant, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** The first instant of a calendar day. */
export function startOfDay(day: string, timeZone: string): Instant {
  return instantOf(Date.parse(day), timeZone);
}

/** The calendar day `count` days later; earlier where negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The last millisecond of a calendar day: the time of the situation that the day shows. */
export function lastInstant(day: string, timeZone: string): Instant {
  return startOfDay(addDays(day, 1), timeZone) - 1;
}

/** The calendar days that an interval touches, in order. The interval must be finite. */
export function daysOf(span: Interval, timeZone: string): string[] {
  const days: string[] = [];
  for (let day = dayOf(span.start, timeZone); startOfDay(day, timeZone) < span.end; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Whether two half-open intervals share an instant. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Days since 1970 that are remembered: of 1833 to 2106. */
const [FIRST_KEY, KEYS] = [-50_000, 100_000] as const;

const zones = new Map<string, Days>();

/** The days of a time zone, remembered as long as the page lives. */
export function daysIn(timeZone: string): Days {
  let days = zones.get(timeZone);
  if (!days) zones.set(timeZone, (days = new Days(timeZone)));
  return days;
}

/** Where the days of a time zone begin, remembered: for many instants on few days. */
class Days {
  /** By day of UTC, from `FIRST_KEY` on: the starts of the local days that it touches, and of the next. */
  readonly #starts: (readonly Instant[] | undefined)[] = new Array<undefined>(KEYS);

  constructor(readonly timeZone: string) {}

  /** The first instant of the day of an instant; an infinite one has none but itself. */
  startOf(instant: Instant): Instant {
    if (!Number.isFinite(instant)) return instant;
    const starts = this.#around(instant);
    let i = 0;
    while (starts[i + 1]! <= instant) i++;
    return starts[i]!;
  }

  /** The first instant of the day after. */
  endOf(instant: Instant): Instant {
    if (!Number.isFinite(instant)) return instant;
    const starts = this.#around(instant);
    let i = 1;
    while (starts[i]! <= instant) i++;
    return starts[i]!;
  }

  #around(instant: Instant): readonly Instant[] {
    const key = Math.floor(instant / DAY_MS);
    return this.#starts[key - FIRST_KEY] ?? this.#find(key);
  }

  #find(key: number): readonly Instant[] {
    let day = dayOf(key * DAY_MS, this.timeZone);
    const starts = [startOfDay(day, this.timeZone)];
    while (starts.at(-1)! < (key + 1) * DAY_MS) {
      day = addDays(day, 1);
      starts.push(startOfDay(day, this.timeZone));
    }
    // what is far from our age is rare, and found again
    if (key >= FIRST_KEY && key < FIRST_KEY + KEYS) this.#starts[key - FIRST_KEY] = starts;
    return starts;
  }
}
