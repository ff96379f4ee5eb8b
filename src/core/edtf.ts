import edtf from 'edtf';
import type { Instant, Interval } from './model';
import { instantOf } from './time';

/** EDTF in, half-open intervals of epoch milliseconds out. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** So many dates are remembered. */
const REMEMBERED = 100_000;

/** How far a qualifier widens a date, in units of the date's own precision, on each side. */
const WIDENS_BY: Readonly<Record<string, number>> = { '': 0, '?': 0, '~': 1, '%': 1 };

/**
 * What an EDTF text (ISO 8601-2, level 1, and sets “one of” of level 2) covers in a time zone. `[a..b]` covers from the
 * beginning of a to the end of b; `..` and an unknown end are infinite; `~` and `%` widen by one unit of precision on each
 * side, `?` by none; a time without offset is local. Throws RangeError where the text is none.
 */
export function intervalOf(text: string, timeZone: string): Interval {
  const key = `${timeZone} ${text}`;
  const known = intervals.get(key);
  if (known) return known;
  const interval = Object.freeze(parsed(text, timeZone));
  if (intervals.size >= REMEMBERED) intervals.clear();
  intervals.set(key, interval);
  return interval;
}

// a grammar is slow, and the same few dates come back too
const intervals = new Map<string, Interval>();

function parsed(text: string, timeZone: string): Interval {
  const set = /^\[(.*)\]$/.exec(text);
  if (set) {
    const members = set[1]!.split(',').map((member) => rangeOf(member.split('..'), text, timeZone));
    return { start: Math.min(...members.map((m) => m.start)), end: Math.max(...members.map((m) => m.end)) };
  }
  return rangeOf(
    text.split('/').map((end) => (end === '..' ? '' : end)),
    text,
    timeZone,
  );
}

/** The latest instant at which what an EDTF text speaks of can have begun; minus infinity for an open beginning. */
export function latestStartOf(text: string, timeZone: string): Instant {
  const [first, ...rest] = text.split('/') as [string, ...string[]];
  if (rest.length > 0 && (first === '..' || first === '')) return -Infinity;
  return intervalOf(first, timeZone).end - 1;
}

function rangeOf(ends: string[], text: string, timeZone: string): Interval {
  if (ends.length > 2 || ends.every((end) => end === '')) throw new RangeError(`'${text}' is not an EDTF date`);
  const [first, last] = [ends[0]!, ends.at(-1)!];
  const start = first === '' ? -Infinity : dateOf(first.trim(), timeZone).start;
  const end = last === '' ? Infinity : dateOf(last.trim(), timeZone).end;
  if (end <= start) throw new RangeError(`'${text}' ends before it begins`);
  return { start, end };
}

/** One date or time of any precision. */
function dateOf(text: string, timeZone: string): Interval {
  const clock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const day = calendarDay(text);
  // most dates are plain days, and the grammar is slow
  if (day !== null) return widened({ min: day, max: day + DAY_MS - 1 }, text, timeZone);
  let date: { min: number; max: number };
  try {
    // without an offset the library would read the machine's own zone
    date = edtf(clock && !clock[2] ? `${text}Z` : text);
  } catch {
    throw new RangeError(`'${text}' is not an EDTF date`);
  }
  if (clock) {
    const start = clock[2] ? date.min : instantOf(date.min, timeZone);
    return { start, end: start + (clock[1] ? 1000 : MINUTE_MS) };
  }
  // not its `type`: that is the name of a class, and a built page shortens it
  if (!(date instanceof Date) || text.includes('T')) throw new RangeError(`'${text}' is not a date of day, month or year`);
  return widened(date, text, timeZone);
}

/** The beginning, as UTC, of a text that is a calendar day, with or without a qualifier; null of any other. */
function calendarDay(text: string): number | null {
  const day = /^(\d{4}-\d{2}-\d{2})[?~%]?$/.exec(text)?.[1];
  const start = day === undefined ? NaN : Date.parse(day);
  // a day that never was is read as one of the next month
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day ? null : start;
}

/** A date's interval in a time zone, as wide as its qualifier makes it. */
function widened(date: { readonly min: number; readonly max: number }, text: string, timeZone: string): Interval {
  const widen = WIDENS_BY[/[?~%]$/.exec(text)?.[0] ?? ''] ?? 0;
  return { start: instantOf(shifted(date.min, text, -widen), timeZone), end: instantOf(shifted(date.max + 1, text, widen), timeZone) };
}

/** Moves an instant by whole days, months or years, whichever the text counts in. */
function shifted(instant: Instant, text: string, units: number): Instant {
  if (units === 0) return instant;
  const date = new Date(instant);
  const dashes = text.slice(1).split('-').length;
  if (dashes >= 3) date.setUTCDate(date.getUTCDate() + units);
  else if (dashes === 2) date.setUTCMonth(date.getUTCMonth() + units);
  else date.setUTCFullYear(date.getUTCFullYear() + units);
  return date.getTime();
}
