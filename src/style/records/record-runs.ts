import { runsAt } from '../../core/lists/alive';
import type { Instant } from '../../core/model';
import { field, minutesOf, RECORD, type MarkLayer, type Records } from './records';

/** Which of the records must be looked at for a time. */

/** Runs that lie closer together than this are drawn as one. */
const NEAR = 256;

/** Runs of positions, first and end, in the order of drawing; every record alive at a time is in one, and few others are. */
export function runsOf(records: Records, time: Instant, off: readonly MarkLayer[] = []): [first: number, end: number][] {
  const minutes = minutesOf(time, records.epoch);
  const startAt = (position: number) => records.data[position * RECORD + field.start]!;
  const runs: [number, number][] = [];
  for (const { layer, first, count, classes } of records.groups) {
    if (off.includes(layer)) continue;
    for (const [from, to] of classes.length === 0 ? [[first, first + count] as const] : runsAt({ classes }, startAt, minutes)) {
      const last = runs.at(-1);
      if (last && from - last[1] < NEAR && last[1] >= first) last[1] = to;
      else if (to > from) runs.push([from, to]);
    }
  }
  return runs;
}
