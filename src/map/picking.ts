import type { Map as GlMap, Point } from 'maplibre-gl';
import { marksIn } from '../style/records/records-near';
import { slotAt, styleAt } from '../style/records/records';
import { markScale } from '../style/scale';
import { SLOTS, slotOffset } from '../style/records/slots';
import type { MarksSide } from './dated-layer';

const offsets = Array.from({ length: SLOTS }, (_, slot) => slotOffset(slot));
/** How far marks stand from their places at most, in pixels at mark scale 1. */
const LEFT = Math.max(...offsets.map(([x]) => -x));
const UP = Math.max(...offsets.map(([, y]) => -y));
const DOWN = Math.max(...offsets.map(([, y]) => y));

/**
 * The record of the mark whose drawn middle is nearest to a point, of those whose drawing lies within `room` of it; null where
 * there is none. The point and the room are in CSS pixels.
 */
export function nearestMark(map: GlMap, side: MarksSide, { x, y }: Point, room: number): number | null {
  const zoom = map.getZoom();
  const scale = markScale(zoom);
  const reach = room + (Math.max(0, ...side.drawings.map(({ size }) => size)) / 2) * scale;
  const bounds = around(map, [x - reach, y - reach - DOWN * scale, x + reach + LEFT * scale, y + reach + UP * scale]);
  let [nearest, least] = [null as number | null, Infinity];
  for (const { record, at } of marksIn(side, side.time, zoom, bounds)) {
    const [dx, dy] = slotOffset(slotAt(side.records.data, record));
    const middle = map.project(at);
    const away = Math.hypot(middle.x + dx * scale - x, middle.y + dy * scale - y);
    const { size } = side.drawings[styleAt(side.records.data, record)]!;
    // of two in one place the one drawn later lies above
    if (away > room + (size / 2) * scale || away > least || (away === least && record < nearest!)) continue;
    [nearest, least] = [record, away];
  }
  return nearest;
}

/** West, south, east and north of a box on the screen, however the map is turned or tilted. */
function around(map: GlMap, [left, top, right, bottom]: readonly [number, number, number, number]): [number, number, number, number] {
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x, y]) => map.unproject([x!, y!]));
  const [lng, lat] = [corners.map((corner) => corner.lng), corners.map((corner) => corner.lat)];
  return [Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat)];
}
