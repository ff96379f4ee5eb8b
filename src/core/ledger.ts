import type { Claim, Dossier, Extent, FigureClaim, FlowClaim, IncidentClaim, Instant, Interval, Mode, MovementClaim } from './model';

/** The shapes that weighing makes: evidence, positions, holdings, and the ledger and situation that list them. */

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
  /** Same for figures that may be read as one line: speaker, measure, counts, since. */
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

/** What holds of one place from when until when. */
export interface Segment extends Interval {
  readonly holding: Holding;
}

/** A movement, a flow or an incident, and when it lasted. */
export interface Dated extends Interval {
  readonly kind: 'movement' | 'flow' | 'incident';
  readonly claim: MovementClaim | FlowClaim | IncidentClaim;
}

/** A dossier weighed through a lens. */
export interface Ledger {
  readonly dossier: Dossier;
  readonly lens: Lens;
  /** By place, in the order of place ids: segments in order of time, without gaps from the first on. */
  readonly holdings: ReadonlyMap<string, readonly Segment[]>;
  /** Reports as they count, by claim id; a claim that the lens leaves out is in none of these lists. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** In the order of claim ids, and so are the figures. */
  readonly occurrences: readonly Dated[];
  readonly figures: readonly FigureClaim[];
  /** Claims other than figures that share an event with another, by event in the order of ids. */
  readonly events: ReadonlyMap<string, readonly Claim[]>;
}

/** The ledger at one time: what the map shows. Lists are in the order of ids. */
export interface Situation {
  readonly at: Instant;
  /** Reports published after this are not known here. */
  readonly knownBy: Instant;
  readonly holdings: readonly Holding[];
  readonly movements: readonly Occurrence[];
  readonly flows: readonly Occurrence[];
  readonly incidents: readonly Occurrence[];
  readonly figures: readonly FigureLine[];
  readonly disputes: readonly Dispute[];
}
