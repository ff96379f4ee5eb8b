import type { Feature, Point } from 'geojson';
import { boxOf } from '../core/geometry/box';
import { pixelAt, toLngLat } from '../core/geometry/plane';
import type { Instant } from '../core/model';
import { eachAlive } from './records/alive-records';
import { slotAt, styleAt, type MarkLayer, type Records } from './records/records';
import { SLOTS } from './records/slots';
import type { Drawing } from './svg';

/** The room that a mark, or a piece of an arrow, takes from the names: not drawn. */
export type RoomFeature = Feature<
  Point,
  {
    /** A band gives way to the names of marked places, a mark or an arrow to none. */
    readonly label: 'mark' | 'band';
    /** Side in CSS pixels at mark scale 1. */
    readonly size: number;
    /** Beside its place; -1 on it. */
    readonly slot: number;
  }
>;

/** Where marks lie closer together than this, in pixels, the largest of them keeps names off for all. */
const TOGETHER = 12;

interface Marks {
  readonly records: Records;
  readonly drawings: readonly Drawing[];
  readonly off: readonly MarkLayer[];
}

/** The room of the marks that are drawn at a time and zoom within bounds: west, south, east, north. */
export function markRoom(
  { records, drawings, off }: Marks,
  at: Instant,
  zoom: number,
  bounds: readonly [number, number, number, number],
): RoomFeature[] {
  const { data } = records;
  const [west, north, east, south] = boxOf(bounds);
  const cell = TOGETHER * pixelAt(zoom);
  const rooms = new Map<string, RoomFeature>();
  eachAlive(records, { at, zoom, off }, (record, x, y) => {
    const copy = Math.ceil(west - x);
    if (x + copy > east || y < north || y > south) return;
    const slot = Math.min(SLOTS - 1, slotAt(data, record));
    const { size } = drawings[styleAt(data, record)]!;
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)} ${slot}`;
    if ((rooms.get(key)?.properties.size ?? 0) >= size) return;
    const geometry = { type: 'Point' as const, coordinates: toLngLat([x, y]) };
    rooms.set(key, { type: 'Feature', geometry, properties: { label: 'mark', size, slot } });
  });
  return [...rooms.values()];
}
