import type { AliveIndex } from '../../core/lists/alive';
import type { XY } from '../../core/geometry/plane';
import type { Instant } from '../../core/model';
import type { Layer } from '../layer';
import type { EventMark, Rank } from '../mark';

/** What a record's drawing depends on, without colours; `look` is an index into the ledger's looks. */
export type RecordStyle =
  | { readonly kind: 'control'; readonly look: number; readonly rank: Rank; readonly changed: boolean }
  | { readonly kind: 'event'; readonly event: EventMark['event']; readonly party: string | null };

/** The layers that marks belong to. */
export type MarkLayer = Extract<Layer, 'control' | 'incidents' | 'movements'>;

/** Records that are drawn one after another, above those of the groups before. */
export interface RecordGroup {
  readonly layer: MarkLayer;
  /** Its records: from `first`, `count` of them. */
  readonly first: number;
  readonly count: number;
  /** Runs by how long a record lasts, each in the order of its starts, in minutes; empty where the group is small enough to be drawn whole, in the order of places. */
  readonly classes: AliveIndex['classes'];
}

/** Where marks stand, for finding what lies near a point: a k-d tree of the places, and the records of each. */
export interface RecordPlaces {
  /** A `KDBush` over the places' points on the plane, relative to the records' origin. */
  readonly tree: ArrayBuffer;
  /** Its points: x and y of each. */
  readonly points: Float32Array;
  /** Where each place's records begin in `records`; one more at the end. */
  readonly first: Uint32Array;
  /** Positions of records. */
  readonly records: Uint32Array;
}

/** Whole numbers of a record, of 32 bits each. */
export const RECORD = 4;
/** Where each stands: minutes since the epoch; place, least zoom and slot; style and fading. */
export const field = { start: 0, end: 1, placed: 2, drawn: 3 } as const;
/** Minutes of what never begins or never ends; half of what a number holds, so that a difference of two is exact. */
export const NEVER = 2 ** 30;
/** Bits of `placed` for the least zoom and the slot, and of `drawn` for the fading; the rest is for the place and for the style. */
export const bits = { slot: 4, minZoom: 4, fading: 13 } as const;
const PLACE = bits.minZoom + bits.slot;

/** The place of a record: an index into the records' places. */
export const placeAt = (data: Int32Array, record: number): number => data[record * RECORD + field.placed]! >>> PLACE;
/** The zoom level from which on it is drawn. */
export const minZoomAt = (data: Int32Array, record: number): number =>
  (data[record * RECORD + field.placed]! >>> bits.slot) & (2 ** bits.minZoom - 1);
/** Beside its place; -1 on it. */
export const slotAt = (data: Int32Array, record: number): number => (data[record * RECORD + field.placed]! & (2 ** bits.slot - 1)) - 1;
/** An index into the records' styles. */
export const styleAt = (data: Int32Array, record: number): number => data[record * RECORD + field.drawn]! >>> bits.fading;
/** The first minute after its own days: from then on it fades; NEVER where it does not while it is drawn. */
export function fadeFromAt(data: Int32Array, record: number): number {
  const fading = data[record * RECORD + field.drawn]! & (2 ** bits.fading - 1);
  return fading > 0 ? data[record * RECORD + field.end]! - fading : NEVER;
}
/** The two numbers that say where and how a record is drawn; throws where there are more places or styles than they have room for. */
export function packedPlace(place: number, minZoom: number, slot: number): number {
  if (place >= 2 ** (32 - PLACE)) throw new RangeError(`There are more than ${2 ** (32 - PLACE)} places: leave some out.`);
  return (place << PLACE) | (minZoom << bits.slot) | (slot + 1);
}
export function packedStyle(style: number, end: number, fadeFrom: number): number {
  if (style >= 2 ** (32 - bits.fading))
    throw new RangeError(`There are more than ${2 ** (32 - bits.fading)} different marks: leave some out.`);
  return (style << bits.fading) | Math.max(0, Math.min(2 ** bits.fading - 1, end - fadeFrom));
}

/**
 * Dated marks packed for the graphics card, four whole numbers each: start and end (minutes since `epoch`, half-open); `placed`: the
 * place, `minZoom` and slot; `drawn`: the style, and for how many minutes before its end it fades (see the functions above).
 * A mark is drawn from zoom `minZoom` on; one beside its place is thinned only once it fades.
 */
export interface Records {
  readonly count: number;
  readonly data: Int32Array;
  /** What the places' points are relative to, on the plane. */
  readonly origin: XY;
  /** How far from it they stand, at most, along x and y. */
  readonly reach: XY;
  readonly epoch: Instant;
  /** From below: areas, villages, towns, cities, events, then what changed on the day, then disputes. */
  readonly groups: readonly RecordGroup[];
  readonly styles: readonly RecordStyle[];
  /** Of each record: the entry of `ledger.control.place`, or the row of `ledger.dated`. */
  readonly subject: Uint32Array;
  readonly places: RecordPlaces;
  /** The places that claims name and that have no coordinates, as indices into the columns' places, ascending: nothing there can be drawn. */
  readonly nowhere: Uint32Array;
}

/** Whole minutes since the epoch; exact for the last instant of a day, which is what a situation is asked for. */
export function minutesOf(time: Instant, epoch: Instant): number {
  const minutes = Math.floor((time - epoch) / 60_000);
  return Math.min(NEVER, Math.max(-NEVER, minutes));
}
