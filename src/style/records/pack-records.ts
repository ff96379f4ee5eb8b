import KDBush from 'kdbush';
import { aliveIndex } from '../../core/lists/alive';
import type { Points } from '../../core/geometry/plane';
import type { Instant } from '../../core/model';
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
const groupNumbers = Object.fromEntries(groups.map((group, i) => [group, i])) as Record<Group, number>;

/** Groups up to this size are drawn whole, in the order in which they were added: then marks keep their order in a pile. */
const SMALL = 512;

/** Where the index of a record's place, and of what it is of, stand as whole numbers until its point is known. */
const loose = { place: field.x, subject: field.y } as const;

/** Marks as they are found: already records, but with neither point nor order. */
export class LooseRecords {
  readonly #epoch: Instant;
  length = 0;
  data = new Float32Array(1024 * RECORD);
  /** The same memory. */
  whole = new Uint32Array(this.data.buffer);
  /** Index into the groups. */
  group = new Uint8Array(1024);

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
    this.whole[at + loose.place] = place;
    this.whole[at + loose.subject] = subject;
    this.data[at + field.start] = from;
    this.data[at + field.end] = until;
    this.data[at + field.style] = style;
    this.data[at + field.minZoom] = minZoom;
    this.data[at + field.slot] = slot;
    this.data[at + field.fadeFrom] = minutesOf(fadeFrom, this.#epoch);
    this.group[this.length++] = groupNumbers[group];
  }

  #grow(): void {
    const [{ whole, group }, room] = [this, this.length * 2];
    (this.whole = new Uint32Array(room * RECORD)).set(whole);
    this.data = new Float32Array(this.whole.buffer);
    (this.group = new Uint8Array(room)).set(group);
  }
}

/** Packs marks that stand at `points`, of which each place has one; `nowhere` are the columns' places that have none. */
export function packRecords(
  found: LooseRecords,
  points: Points,
  styles: readonly RecordStyle[],
  epoch: Instant,
  nowhere: Uint32Array = new Uint32Array(),
): Records {
  const { order, packed } = inOrder(found);
  const { origin, reach } = middleOf(points);
  const near = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    near[i] = points[i]! - origin[0];
    near[i + 1] = points[i + 1]! - origin[1];
  }
  const { data: from, whole } = found;
  const data = new Float32Array(order.length * RECORD);
  const subject = new Uint32Array(order.length);
  const place = new Uint32Array(order.length);
  for (let position = 0, to = 0; position < order.length; position++, to += RECORD) {
    const at = order[position]! * RECORD;
    const own = whole[at + loose.place]!;
    place[position] = own;
    subject[position] = whole[at + loose.subject]!;
    data[to + field.x] = near[2 * own]!;
    data[to + field.y] = near[2 * own + 1]!;
    data[to + field.start] = from[at + field.start]!;
    data[to + field.end] = from[at + field.end]!;
    data[to + field.style] = from[at + field.style]!;
    data[to + field.minZoom] = from[at + field.minZoom]!;
    data[to + field.slot] = from[at + field.slot]!;
    data[to + field.fadeFrom] = from[at + field.fadeFrom]!;
  }
  return { count: order.length, data, origin, reach, epoch, groups: packed, styles, subject, places: placesOf(place, near), nowhere };
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

/** Of places that stand at `points`, and of the place of each record. */
function placesOf(place: Uint32Array, points: Float32Array): RecordPlaces {
  const count = points.length / 2;
  const tree = new KDBush(count, 64, Float32Array);
  for (let i = 0; i < count; i++) tree.add(points[2 * i]!, points[2 * i + 1]!);
  tree.finish();
  const first = new Uint32Array(count + 1);
  for (let position = 0; position < place.length; position++) first[place[position]! + 1]!++;
  for (let i = 0; i < count; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const records = new Uint32Array(place.length);
  for (let position = 0; position < place.length; position++) records[next[place[position]!]!++] = position;
  return { tree: tree.data as ArrayBuffer, points, first, records };
}
