import type { Instant } from '../../core/model';
import { runsOf } from './record-runs';
import { fadeFromAt, field, minutesOf, minZoomAt, placeAt, RECORD, slotAt, type MarkLayer, type Records } from './records';
import { levelOf } from './thinning';

/** Whether a record is drawn, as the graphics card decides it: at minutes since the epoch and a whole zoom level. */
export function isDrawn(data: Int32Array, record: number, minutes: number, level: number): boolean {
  if (data[record * RECORD + field.start]! > minutes || data[record * RECORD + field.end]! <= minutes) return false;
  // what stands beside its place is thinned only once it fades
  return minZoomAt(data, record) <= level || (slotAt(data, record) >= 0 && fadeFromAt(data, record) > minutes);
}

/** Calls `visit` with each record that is drawn at a time and zoom, in the order of drawing; without a zoom also with those thinned out. */
export function eachAlive(
  records: Records,
  { at, zoom = Infinity, off }: { readonly at: Instant; readonly zoom?: number; readonly off: readonly MarkLayer[] },
  visit: (record: number, x: number, y: number) => void,
): void {
  const { data, origin, epoch, places } = records;
  const minutes = minutesOf(at, epoch);
  const level = levelOf(zoom);
  for (const [first, end] of runsOf(records, at, off)) {
    for (let record = first; record < end; record++) {
      if (!isDrawn(data, record, minutes, level)) continue;
      const k = 2 * placeAt(data, record);
      visit(record, places.points[k]! + origin[0], places.points[k + 1]! + origin[1]);
    }
  }
}
