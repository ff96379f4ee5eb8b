import KDBush from 'kdbush';
import { aliveIndex } from '../../core/lists/alive';
import { ordered } from '../../core/lists/ordered';
import type { Points } from '../../core/geometry/plane';
import type { Instant } from '../../core/model';
import {
  packedPlace,
  packedStyle,
  field,
  minutesOf,
  minZoomAt,
  NEVER,
  placeAt,
  RECORD,
  type MarkLayer,
  type RecordGroup,
  type RecordPlaces,
  type Records,
  type RecordStyle,
} from './records';
import { Slots } from './slots';

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

/** Marks as they are found: records without order, what each is of, and its group. */
export class LooseRecords {
  readonly #epoch: Instant;
  length = 0;
  data: Int32Array;
  subject: Uint32Array;
  /** Index into the groups. */
  group: Uint8Array;

  /** `room` is about how many there will be. */
  constructor(epoch: Instant, room = 1024) {
    this.#epoch = epoch;
    this.data = new Int32Array(room * RECORD);
    this.subject = new Uint32Array(room);
    this.group = new Uint8Array(room);
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
    this.data[at + field.placed] = packedPlace(place, minZoom, slot);
    this.data[at + field.drawn] = packedStyle(style, until, minutesOf(fadeFrom, this.#epoch));
    this.subject[this.length] = subject;
    this.group[this.length++] = groupNumbers[group];
  }

  /**
   * Gives slots to the marks from the `first` on, which stand beside their places, each by its subject's claim: one that reads
   * differently from one time to another keeps its own.
   */
  giveSlots(first: number, claims: Uint32Array, places: number): void {
    const { data, subject, length } = this;
    const firsts = new Uint32Array(length - first + 1);
    const starts = new Float64Array(length - first);
    let count = 0;
    for (let record = first, before = -1; record < length; record++) {
      const claim = claims[subject[record]!]!;
      if (claim === before) continue;
      before = claim;
      firsts[count] = record;
      starts[count++] = boundless(data[record * RECORD + field.start]!);
    }
    firsts[count] = length;
    const taken = new Slots(places);
    const order = ordered(starts.subarray(0, count));
    for (let n = 0; n < order.length; n++) {
      const from = firsts[order[n]!]!;
      const to = firsts[order[n]! + 1]!;
      const place = placeAt(data, from);
      const slot = taken.take(place, data[from * RECORD + field.start]!, data[(to - 1) * RECORD + field.end]!);
      for (let record = from; record < to; record++)
        data[record * RECORD + field.placed] = packedPlace(place, minZoomAt(data, record), slot);
    }
  }

  #grow(): void {
    const [{ data, subject, group }, room] = [this, this.length * 2 + 1024];
    (this.data = new Int32Array(room * RECORD)).set(data);
    (this.subject = new Uint32Array(room)).set(subject);
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
  const data = new Int32Array(order.length * RECORD);
  const subject = new Uint32Array(order.length);
  for (let position = 0, to = 0; position < order.length; position++, to += RECORD) {
    const from = order[position]! * RECORD;
    subject[position] = found.subject[order[position]!]!;
    for (let k = 0; k < RECORD; k++) data[to + k] = found.data[from + k]!;
  }
  return { count: order.length, data, origin, reach, epoch, groups: packed, styles, subject, places: placesOf(data, near), nowhere };
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
      start[n] = boundless(from);
      end[n] = boundless(until);
    }
    const { order: sorted, classes } = aliveIndex(start, end);
    for (let n = 0; n < count; n++) order[first + n] = own[sorted[n]!]!;
    return [{ layer: layerOf[name], first, count, classes: classes.map((each) => ({ ...each, first: first + each.first })) }];
  });
  return { order, packed };
}

/** Minutes with what never begins or ends as infinite again. */
function boundless(minutes: number): number {
  return minutes === -NEVER ? -Infinity : minutes === NEVER ? Infinity : minutes;
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

/** Of places that stand at `points`, and of the records at them. */
function placesOf(data: Int32Array, points: Float32Array): RecordPlaces {
  const count = points.length / 2;
  const length = data.length / RECORD;
  const tree = new KDBush(count, 64, Float32Array);
  for (let i = 0; i < count; i++) tree.add(points[2 * i]!, points[2 * i + 1]!);
  tree.finish();
  const first = new Uint32Array(count + 1);
  for (let record = 0; record < length; record++) first[placeAt(data, record) + 1]!++;
  for (let i = 0; i < count; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const records = new Uint32Array(length);
  for (let record = 0; record < length; record++) records[next[placeAt(data, record)]!++] = record;
  return { tree: tree.data as ArrayBuffer, points, first, records };
}
