import type * as v from 'valibot';
import { soundMembers } from './parts';
import { quoted, type Issue } from '../issue';
import { dossierSchema } from '../schema';
import { dayOf, daysOf, lastInstant, startOfDay } from '../time';

/** What dossier.json says of its days and of how it opens, as far as each part can be read. */

type Dossier = v.InferOutput<typeof dossierSchema>;

interface Opens {
  readonly timeZone?: Dossier['timeZone'];
  readonly span?: { readonly from?: string; readonly to?: string };
  readonly opening?: { readonly day?: string; readonly bounds?: Dossier['opening']['bounds'] };
}

/** The parts of a dossier.json that is at fault. */
export function openingParts(value: unknown): Opens {
  const { timeZone } = soundMembers({ timeZone: dossierSchema.entries.timeZone }, value);
  const { span, opening } = Object(value) as { span?: unknown; opening?: unknown };
  return {
    ...(timeZone !== undefined && { timeZone }),
    span: soundMembers(dossierSchema.entries.span.entries, span),
    opening: soundMembers(dossierSchema.entries.opening.entries, opening),
  };
}

/** Checks each part by itself, then those together that are sound; whether nothing is wrong with any. */
export function checkOpening({ timeZone, span = {}, opening = {} }: Opens, issues: Issue[]): boolean {
  const before = issues.length;
  const fault = (at: string, found: string, expected: string, mend: string) =>
    void issues.push({ file: 'dossier.json', at, id: null, code: 'value', found: quoted(found), expected, mend });
  const isZone = timeZone !== undefined && isTimeZone(timeZone);
  if (timeZone !== undefined && !isZone) fault('/timeZone', timeZone, 'an IANA time zone such as Asia/Damascus', 'correct the time zone');
  const isDay = (at: string, day: string | undefined): day is string => {
    if (day === undefined) return false;
    const isThere = isCalendarDay(day);
    if (!isThere) fault(at, day, 'a day of the calendar', 'correct the day');
    return isThere;
  };
  const { from, to } = span;
  const [hasFirst, hasLast] = [isDay('/span/from', from), isDay('/span/to', to)];
  const opensOnDay = isDay('/opening/day', opening.day);
  if (hasFirst && hasLast && to! < from!)
    fault('/span', `${from} to ${to}`, 'a last day that is not before the first', 'swap the two days');
  else if (hasFirst && hasLast && opensOnDay && !isWithin(opening.day!, from!, to!, isZone ? timeZone : 'UTC'))
    fault('/opening/day', opening.day!, `a day from ${from} to ${to}`, 'open on a day of the span');
  if (opening.bounds && !boundsAreSound(opening.bounds))
    fault(
      '/opening/bounds',
      JSON.stringify(opening.bounds),
      '[west, south, east, north] in degrees, south below north',
      'correct the bounds',
    );
  return issues.length === before;
}

/** Whether there is a time zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    dayOf(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Whether a day is one of a span in a time zone; there are zones that once left one out. */
function isWithin(day: string, from: string, to: string, timeZone: string): boolean {
  if (day < from || day > to) return false;
  return daysOf({ start: startOfDay(day, timeZone), end: lastInstant(day, timeZone) }, timeZone).includes(day);
}

/** `2024-02-30` looks like one, and would be read as a day of March. */
function isCalendarDay(day: string): boolean {
  const start = Date.parse(day);
  return !Number.isNaN(start) && new Date(start).toISOString().slice(0, 10) === day;
}

function boundsAreSound([west, south, east, north]: readonly [number, number, number, number]): boolean {
  return west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
}
