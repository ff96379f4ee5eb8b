import type { Instant } from '../../core/model';
import { runsOf } from './record-runs';
import { field, minutesOf, RECORD, type MarkLayer, type Records } from './records';
import { levelOf } from './thinning';

/** Whether the record that begins at `k` is drawn, as the graphics card decides it: at minutes since the epoch and a whole zoom level. */
export function isDrawn(data: Float32Array, k: number, minutes: number, level: number): boolean {
  if (data[k + field.start]! > minutes || data[k + field.end]! <= minutes) return false;
  // what stands beside its place is thinned only once it fades
  return data[k + field.minZoom]! <= level || (data[k + field.slot]! >= 0 && data[k + field.fadeFrom]! > minutes);
}

/** Calls `visit` with each record that is drawn at a time and zoom, in the order of drawing; without a zoom also with those thinned out. */
export function eachAlive(
  records: Records,
  { at, zoom = Infinity, off }: { readonly at: Instant; readonly zoom?: number; readonly off: readonly MarkLayer[] },
  visit: (record: number, x: number, y: number) => void,
): void {
  const { data, origin, epoch } = records;
  const minutes = minutesOf(at, epoch);
  const level = levelOf(zoom);
  for (const [first, end] of runsOf(records, at, off)) {
    for (let record = first, k = first * RECORD; record < end; record++, k += RECORD) {
      if (isDrawn(data, k, minutes, level)) visit(record, data[k + field.x]! + origin[0], data[k + field.y]! + origin[1]);
    }
  }
}
