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

/** Floats of a record. */
export const RECORD = 8;
/** Where each field of a record stands. */
export const field = { x: 0, y: 1, start: 2, end: 3, style: 4, minZoom: 5, slot: 6, fadeFrom: 7 } as const;
/** Minutes of what never begins, never ends or never fades: finite, since not every graphics card knows infinity. */
export const NEVER = 2 ** 60;

/**
 * Dated marks packed for the graphics card, eight floats each: x, y (on the plane, relative to `origin`), start, end (whole minutes
 * since `epoch`, half-open), style, minZoom, slot (-1: on the place itself), fadeFrom (minutes: the first instant after its own days).
 * A mark is drawn from zoom `minZoom` on; one beside its place is thinned only once it fades.
 */
export interface Records {
  readonly count: number;
  readonly data: Float32Array;
  readonly origin: XY;
  /** How far from the origin records stand, at most, along x and y. */
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
