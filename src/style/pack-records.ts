import KDBush from 'kdbush';
import { aliveIndex } from '../core/alive';
import type { Points } from '../core/geometry/plane';
import type { Instant } from '../core/model';
import {
  field,
  minutesOf,
  NEVER,
  RECORD,
  type MarkLayer,
  type RecordGroup,
  type RecordPlaces,
  type Records,
  type RecordStyle,
} from './records';

/** Packs marks for the graphics card: in the order of drawing, so that what is alive at a time lies in a few runs. */

/** In the order of drawing, from below. */
const layerOf = {
  area: 'control',
  village: 'control',
  town: 'control',
  city: 'control',
  movements: 'movements',
  incidents: 'incidents',
  changed: 'control',
  disputed: 'control',
} as const satisfies Record<string, MarkLayer>;
export type Group = keyof typeof layerOf;
const groups = Object.keys(layerOf) as Group[];

/** Groups up to this size are drawn whole, in the order in which they were added: then marks keep their order in a pile. */
const SMALL = 512;

/** Marks as they are found: already records, but with neither point nor order. */
export class LooseRecords {
  readonly #epoch: Instant;
  length = 0;
  data = new Float32Array(1024 * RECORD);
  /** Index into the groups, into the places, and what each is of. */
  group = new Uint8Array(1024);
  place = new Uint32Array(1024);
  subject = new Uint32Array(1024);

  constructor(epoch: Instant) {
    this.#epoch = epoch;
  }

  /** A mark at a place, by its index, from `start` until `end`; one that lasts for less than the clock tells apart is left out. */
  add(
    group: Group,
    place: number,
    start: Instant,
    end: Instant,
    style: number,
    subject: number,
    minZoom = 0,
    slot = -1,
    fadeFrom = Infinity,
  ): void {
    const [from, until] = [minutesOf(start, this.#epoch), minutesOf(end, this.#epoch)];
    if (from >= until) return;
    if (this.length === this.group.length) this.#grow();
    const at = this.length * RECORD;
    this.data[at + field.start] = from;
    this.data[at + field.end] = until;
    this.data[at + field.style] = style;
    this.data[at + field.minZoom] = minZoom;
    this.data[at + field.slot] = slot;
    this.data[at + field.fadeFrom] = minutesOf(fadeFrom, this.#epoch);
    this.group[this.length] = groups.indexOf(group);
    this.place[this.length] = place;
    this.subject[this.length++] = subject;
  }

  #grow(): void {
    const [{ data, group, place, subject }, room] = [this, this.length * 2];
    (this.data = new Float32Array(room * RECORD)).set(data);
    (this.group = new Uint8Array(room)).set(group);
    (this.place = new Uint32Array(room)).set(place);
    (this.subject = new Uint32Array(room)).set(subject);
  }
}

/** Packs marks that stand at `points`, of which each place has one. */
export function packRecords(loose: LooseRecords, points: Points, styles: readonly RecordStyle[], epoch: Instant): Records {
  const { order, packed } = inOrder(loose);
  const { origin, reach } = middleOf(points);
  const { data: found, place, subject: subjects } = loose;
  const data = new Float32Array(order.length * RECORD);
  const subject = new Uint32Array(order.length);
  for (let position = 0; position < order.length; position++) {
    const i = order[position]!;
    const to = position * RECORD;
    for (let n = field.start; n < RECORD; n++) data[to + n] = found[i * RECORD + n]!;
    data[to + field.x] = points[place[i]! * 2]! - origin[0];
    data[to + field.y] = points[place[i]! * 2 + 1]! - origin[1];
    subject[position] = subjects[i]!;
  }
  return {
    count: order.length,
    data,
    origin,
    reach,
    epoch,
    groups: packed,
    styles,
    subject,
    places: placesOf(loose, order, points, origin),
  };
}

/** The order of drawing, and the groups that lie in it. */
function inOrder({ length, group, data }: LooseRecords): { order: Uint32Array; packed: RecordGroup[] } {
  const counts = new Uint32Array(groups.length + 1);
  for (let i = 0; i < length; i++) counts[group[i]! + 1]!++;
  for (let i = 0; i < groups.length; i++) counts[i + 1]! += counts[i]!;
  const next = counts.slice();
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[next[group[i]!]!++] = i;
  const packed = groups.flatMap((name, i): RecordGroup[] => {
    const [first, count] = [counts[i]!, counts[i + 1]! - counts[i]!];
    if (count === 0) return [];
    if (count <= SMALL) return [{ layer: layerOf[name], first, count, classes: [] }];
    const own = order.slice(first, first + count);
    const [start, end] = [new Float64Array(count), new Float64Array(count)];
    for (let n = 0; n < count; n++) {
      const [from, until] = [data[own[n]! * RECORD + field.start]!, data[own[n]! * RECORD + field.end]!];
      start[n] = from === -NEVER ? -Infinity : from;
      end[n] = until === NEVER ? Infinity : until;
    }
    const { order: sorted, classes } = aliveIndex(start, end);
    for (let n = 0; n < count; n++) order[first + n] = own[sorted[n]!]!;
    return [{ layer: layerOf[name], first, count, classes: classes.map((each) => ({ ...each, first: first + each.first })) }];
  });
  return { order, packed };
}

/** The middle of points, and how far they lie from it at most. */
function middleOf(points: Points): Pick<Records, 'origin' | 'reach'> {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    [west, east] = [Math.min(west, points[i]!), Math.max(east, points[i]!)];
    [north, south] = [Math.min(north, points[i + 1]!), Math.max(south, points[i + 1]!)];
  }
  if (points.length === 0) return { origin: [0.5, 0.5], reach: [0, 0] };
  return { origin: [(west + east) / 2, (north + south) / 2], reach: [(east - west) / 2, (south - north) / 2] };
}

function placesOf({ place }: LooseRecords, order: Uint32Array, points: Points, origin: readonly [number, number]): RecordPlaces {
  const count = points.length / 2;
  const near = new Float32Array(points.length);
  const tree = new KDBush(count, 64, Float32Array);
  for (let i = 0; i < count; i++) {
    near[2 * i] = points[2 * i]! - origin[0];
    near[2 * i + 1] = points[2 * i + 1]! - origin[1];
    tree.add(near[2 * i]!, near[2 * i + 1]!);
  }
  tree.finish();
  const first = new Uint32Array(count + 1);
  for (const each of order) first[place[each]! + 1]!++;
  for (let i = 0; i < count; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const records = new Uint32Array(order.length);
  for (let position = 0; position < order.length; position++) records[next[place[order[position]!]!]!++] = position;
  return { tree: tree.data as ArrayBuffer, points: near, first, records };
}
