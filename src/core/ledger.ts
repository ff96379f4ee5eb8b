import type { Stretches } from './lists/alive';
import type { Dossier, Extent, Instant, Mode } from './model';

/** The shapes that weighing makes: evidence, positions, holdings, and the ledger that tells when each is shown. */

/** How evidence is weighed. */
export interface Lens {
  /** Only reports published by then exist: at the end of the day shown, in the end, or by a fixed instant. */
  readonly knownBy: 'then' | 'now' | Instant;
  /** What support counts: distinct origins, or, as a warning, every article. */
  readonly counting: 'origins' | 'articles';
  /** Sources left out. */
  readonly without: readonly string[];
  /** Whether what only its beneficiary says is shown. */
  readonly partyClaims: boolean;
}

/** One report as it counts: who said it, where, and since when it is known. */
export interface Evidence {
  readonly claim: string;
  /** Index into the claim's `reports`. */
  readonly report: number;
  readonly source: string;
  readonly speaker: string | null;
  readonly mode: Mode;
  /** `speaker:ID` or `source:ID`. */
  readonly origin: string;
  readonly knownFrom: Instant;
}

/** What carries a statement. */
export interface Support {
  /** Distinct origins that assert or observe it. */
  readonly origins: readonly string[];
  /** Reports that only repeat an origin. */
  readonly copies: number;
  /** Origins that deny it. */
  readonly deniedBy: readonly string[];
  /** Beneficiaries who say it: no support. */
  readonly claimedBy: readonly string[];
  /** Ids of the claims that made it, sorted. */
  readonly claims: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** One answer to “who is here, and how far?”. */
export interface Position extends Support {
  /** Null: not the party that claims it, and nobody says who else. */
  readonly holder: string | null;
  readonly extent: Extent;
  /** When it counts from; minus infinity for a background claim. */
  readonly since: Instant;
  /** Began before the dossier's span. */
  readonly background: boolean;
  /** Every claim behind it is only implied by its source. */
  readonly implied: boolean;
}

/** `state` describes `positions[0]`, the holder; entered, parts and outskirts stand behind it and never make it held. */
export type HoldingState = 'held' | 'disputed' | 'claimed' | 'unknown';

/** What a situation says of one place. */
export interface Holding {
  readonly place: string;
  readonly state: HoldingState;
  /** The holder first; in a dispute the first `contenders` positions are the dispute's. */
  readonly positions: readonly Position[];
  /** How many of the positions are in dispute with one another: 0, or 2 and more. */
  readonly contenders: number;
}

/** A movement, flow or incident on a day. */
export interface Occurrence extends Support {
  readonly claim: string;
  /** 0 on its own day; 1 to 3 whole days after its end, when it is past. */
  readonly daysPast: number;
  /** How far along its interval the time is, 0 to 1. */
  readonly progress: number;
  /** Nobody says that it happened: it is intended or forecast. */
  readonly intended: boolean;
}

/** A figure as it stands: the newest of its series. */
export interface FigureLine extends Support {
  readonly claim: string;
  /** Same for figures that may be read as one line: speaker, measure, counts, since, area, who. */
  readonly series: string;
}

/** Two or more positions that cannot all be true. */
export interface Dispute {
  readonly id: string;
  readonly about: 'holder' | 'date';
  readonly place: string | null;
  readonly event: string | null;
  /** For a holder: the positions. */
  readonly positions: readonly Position[];
  /** For a date: one entry for each date that is claimed. */
  readonly dates: readonly (Support & { readonly happened: string })[];
}

/** What a place looks like: all that a mark of it depends on. Equal looks are one object, by index in `Ledger.looks`. */
export interface Look {
  readonly state: HoldingState;
  readonly contenders: number;
  readonly positions: readonly {
    readonly holder: string | null;
    readonly extent: Extent;
    /** Some origin asserts or observes it. */
    readonly supported: boolean;
    readonly denied: boolean;
    /** Beside a holder or contenders, and not only in part: some claim behind it says that this party took the place. */
    readonly taken: boolean;
  }[];
}

/** What each place looks like from when on, until its next row. */
export interface Histories {
  /** Index into the columns' places, ascending: one entry a place that has a history. */
  readonly place: Uint32Array;
  /** Each entry's first row; one more for the end. */
  readonly first: Uint32Array;
  /** A row's first instant, which may be minus infinity; adjacent rows of a place differ in look. */
  readonly start: Float64Array;
  /** Index into the ledger's looks. */
  readonly look: Uint32Array;
}

/**
 * When each movement, flow and incident is shown: a row for each stretch of time in which it reads the same, in the order of
 * claims. It is shown from when it has happened and is known, and gone three whole days after its end, or when retracted.
 */
export interface DatedRows extends Stretches {
  /** Row in the columns. */
  readonly claim: Uint32Array;
  /** Its own interval, of which its progress and age are told. */
  readonly began: Float64Array;
  readonly ended: Float64Array;
  /** 1 where nobody says that it happened. */
  readonly intended: Uint8Array;
}

/** When each figure is the newest of its series, in the order of claims. */
export interface FigureRows extends Stretches {
  /** Row in the columns. */
  readonly claim: Uint32Array;
}

/** When the claims of an event contradict one another about its date, in the order of events. */
export interface EventRows extends Stretches {
  /** Index into the columns' events. */
  readonly event: Uint32Array;
}

/** A dossier weighed through a lens. */
export interface Ledger {
  readonly dossier: Dossier;
  readonly lens: Lens;
  /** For each report in the columns, 1 where the lens keeps it and its claim was not withdrawn. */
  readonly kept: Uint8Array;
  readonly looks: readonly Look[];
  readonly control: Histories;
  readonly dated: DatedRows;
  readonly figures: FigureRows;
  readonly events: EventRows;
}

/** What a worker sends of a ledger: plain data and typed arrays. */
export type LedgerData = Omit<Ledger, 'dossier'>;
