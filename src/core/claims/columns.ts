import type { Dossier } from '../model';

/** A dossier's claims as numbers, which is all that weighing reads of them. */

export const claimKinds = ['control', 'movement', 'flow', 'figure', 'incident'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Index into `claimKinds` by name. */
export const KIND = { control: 0, movement: 1, flow: 2, figure: 3, incident: 4 } as const satisfies Record<ClaimKind, number>;

/** Bits of `Columns.flags`. */
export const FLAG = {
  /** Withdrawn by us: in no lens. */
  withdrawn: 1,
  /** Only implied by its source. */
  implied: 2,
  /** A `holds` that began before the span: known at every date. */
  background: 4,
  /** Of control: it says that its holder took the place then, not only that it was in these hands. */
  took: 8,
  /** “One of these days”: the last of them counts. */
  uncertain: 16,
} as const;

/** What columns need to know of the rest of the dossier. */
export type ColumnsHead = Pick<Dossier, 'timeZone' | 'span' | 'sources' | 'speakers' | 'parties'>;

/**
 * A row a claim in the order of ids; a row a report, in the order of its claim and of the file. Lists of ids are sorted, and
 * an id is its index in them; -1 is none. Plain data and typed arrays, so that a worker can hand it over.
 */
export interface Columns {
  /** Every place that a control claim, a figure or an incident is about, and those that movements join. */
  readonly places: readonly string[];
  readonly parties: readonly string[];
  readonly speakers: readonly string[];
  /** Every source, those included that another only descends from. */
  readonly sources: readonly string[];
  readonly events: readonly string[];
  /** The newest day on which a claim was recorded or withdrawn, YYYY-MM-DD; empty where there is none. */
  readonly recorded: string;
  /** What makes figures of one speaker one line: measure, what is counted, since when, where and of whom, parted by spaces. */
  readonly series: readonly string[];

  /** By source: the text that it was made from. */
  readonly derivedFrom: Int32Array;
  /** By speaker: the party it speaks for. */
  readonly side: Int32Array;
  /** By party: the one at the end of its line of allies. */
  readonly camp: Int32Array;

  /** Index into `claimKinds`. */
  readonly kind: Uint8Array;
  /** Control, incident: where; figure: its area; movement, flow: -1. */
  readonly place: Int32Array;
  /** Control: the holder; movement, incident: the party. */
  readonly party: Int32Array;
  /** Of control: index into the schema's extents; else 0. */
  readonly extent: Uint8Array;
  /** Of an incident: index into the schema's incidents; else 0. */
  readonly incident: Uint8Array;
  /** Of a movement: index into the schema's movements; else 0. */
  readonly movement: Uint8Array;
  /** Bits of `FLAG`. */
  readonly flags: Uint8Array;
  /** When it happened; of a figure its as-of date. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The last time that it speaks of: an open end says nothing about later. */
  readonly speaksUntil: Float64Array;
  /** The end of its `until`; without one Infinity for control, and `end` for anything else. */
  readonly until: Float64Array;
  /** Of a figure the beginning of what it counts; of anything else, and where it is not said, `start`. */
  readonly since: Float64Array;
  /** The bounds of a flow, NaN where not said. */
  readonly fewest: Float64Array;
  readonly most: Float64Array;
  readonly event: Int32Array;
  /** Of a figure, index into `series`. */
  readonly line: Int32Array;

  /** Each claim's first entry in `joins`; one more for the end. */
  readonly firstJoin: Uint32Array;
  /** The places that a movement joins (from, through, to) and a flow (from, to each of several), as indices into `places`; -1 is none. */
  readonly joins: Int32Array;

  /** Each claim's first report; one more for the end. */
  readonly firstReport: Uint32Array;
  readonly source: Int32Array;
  readonly speaker: Int32Array;
  /** Index into the schema's modes. */
  readonly mode: Uint8Array;
  /** When a report is known: at the last instant of the latest day on which it can have been published. */
  readonly knownFrom: Float64Array;

  /** Each place's first row in `controlAt`; one more for the end. */
  readonly firstControl: Uint32Array;
  /** The control claims of every place, in the order of ids. */
  readonly controlAt: Uint32Array;
  /** Each event's first row in `eventClaims`; one more for the end. */
  readonly firstEvent: Uint32Array;
  /** The claims of every event, figures left out, in the order of ids. */
  readonly eventClaims: Uint32Array;
}

/** Where a movement comes from and where it goes; -1 for what is not said. */
export function endsOf({ firstJoin, joins }: Columns, movement: number): [from: number, to: number] {
  return [joins[firstJoin[movement]!]!, joins[firstJoin[movement + 1]! - 1]!];
}
