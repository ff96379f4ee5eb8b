import type { Instant, Interval } from '../../core/model';
import { addDays, dayOf, daysOf, startOfDay } from '../../core/time';

/** Days to each side of a span at which something is still asked: what is past is shown for three. */
const BESIDE = 5;
const DAY_MS = 86_400_000;

/** The days of a span, found without a calendar; days beyond it are taken for its first and last. */
export class DayTable {
  /** First instants of the days, and, at the end, of the day after the last. */
  readonly #starts: Float64Array;

  constructor(span: Interval, timeZone: string) {
    const from = startOfDay(addDays(dayOf(span.start, timeZone), -BESIDE), timeZone);
    const to = startOfDay(addDays(dayOf(span.end - 1, timeZone), BESIDE + 1), timeZone);
    this.#starts = Float64Array.from([...daysOf({ start: from, end: to }, timeZone).map((day) => startOfDay(day, timeZone)), to]);
  }

  /** The first instant of the day after that of `time`; Infinity beyond the table. */
  nextAfter(time: Instant): Instant {
    const starts = this.#starts;
    const last = starts.length - 1;
    if (!(time >= starts[0]!)) return starts[0]!;
    if (time >= starts[last]!) return Infinity;
    let day = Math.min(last - 1, Math.floor((time - starts[0]!) / DAY_MS));
    // days on which clocks change are longer or shorter
    while (starts[day]! > time) day--;
    while (starts[day + 1]! <= time) day++;
    return starts[day + 1]!;
  }
}
