import KDBush from 'kdbush';
import { boxOf, type Box } from '../../core/geometry/box';
import { toLngLat } from '../../core/geometry/plane';
import type { Instant } from '../../core/model';
import { isDrawn } from './alive-records';
import { field, minutesOf, RECORD, styleAt, type MarkLayer, type RecordPlaces, type Records, type RecordStyle } from './records';
import { levelOf } from './thinning';

/** Finds marks by where they stand, without going through all of them. */

const trees = new WeakMap<RecordPlaces, KDBush>();

function treeOf(places: RecordPlaces): KDBush {
  let tree = trees.get(places);
  if (!tree) trees.set(places, (tree = KDBush.from(places.tree)));
  return tree;
}

/** A mark that is drawn, and where: in degrees, on the copy of the world that was asked about. */
export interface NearMark {
  readonly record: number;
  readonly at: [lng: number, lat: number];
}

/** Calls `visit` with each place in a box of the plane, by its index in the records' places, and by how far east its copy of the world lies. */
export function eachPlaceIn({ origin, reach, places }: Records, box: Box, visit: (place: number, world: number) => void): void {
  const [west, north, east, south] = box;
  const last = Math.floor(east - origin[0] + reach[0]);
  for (let world = Math.ceil(west - origin[0] - reach[0]); world <= last; world++) {
    const shift = origin[0] + world;
    for (const place of treeOf(places).range(west - shift, north - origin[1], east - shift, south - origin[1])) visit(place, world);
  }
}

/** The marks that are drawn at a time and zoom, and whose places lie in bounds: west, south, east, north. */
export function marksIn(
  { records, off = [] }: { readonly records: Records; readonly off?: readonly MarkLayer[] },
  time: Instant,
  zoom: number,
  bounds: readonly [number, number, number, number],
): NearMark[] {
  const { data, origin, epoch, places, styles } = records;
  const [minutes, level] = [minutesOf(time, epoch), levelOf(zoom)];
  const found: NearMark[] = [];
  eachPlaceIn(records, boxOf(bounds), (place, world) => {
    for (let i = places.first[place]!; i < places.first[place + 1]!; i++) {
      const record = places.records[i]!;
      if (!isDrawn(data, record, minutes, level) || off.includes(layerOf(styles[styleAt(data, record)]!))) continue;
      found.push({ record, at: toLngLat([places.points[2 * place]! + origin[0] + world, places.points[2 * place + 1]! + origin[1]]) });
    }
  });
  return found;
}

/** The record that says who holds a place then, by its index in the records' places; -1 before there is one. */
export function holderAt({ data, places, styles }: Records, place: number, minutes: number): number {
  for (let i = places.first[place]!; i < places.first[place + 1]!; i++) {
    const record = places.records[i]!;
    if (data[record * RECORD + field.start]! > minutes || data[record * RECORD + field.end]! <= minutes) continue;
    if (styles[styleAt(data, record)]!.kind === 'control') return record;
  }
  return -1;
}

function layerOf(style: RecordStyle): MarkLayer {
  if (style.kind === 'control') return 'control';
  return style.event === 'coming' || style.event === 'leaving' ? 'movements' : 'incidents';
}
