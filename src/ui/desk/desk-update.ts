import type { DossierHead } from '../../core/check/head';
import type { Issue } from '../../core/issue';
import type { Ledger } from '../../core/ledger';
import type { Dossier } from '../../core/model';
import type { TextPiece } from '../../core/lists/text-map';
import type { DatedReports } from '../../style/histogram';
import type { Records } from '../../style/records/records';
import type { Where } from './arrival';

/** What the desk is asked for, and what it answers. */

/** Which dossier: where its files are, by name, those that a folder may lack, and the address of the gazetteer that places its claims. */
export interface DeskRequest {
  readonly files: ReadonlyMap<string, Where>;
  readonly optional: ReadonlySet<string>;
  readonly gazetteer: string;
}

export type { DossierHead };

/** How far the work under way is. */
export interface Progress {
  readonly phase: 'reading' | 'weighing';
  /** Share done, 0 to 1; null where nobody can know. */
  readonly done: number | null;
  /** Reports read so far; 0 while weighing. */
  readonly reports: number;
  /** About how many there are, by the size of the files; null where nobody can know. */
  readonly of: number | null;
}

/** How much of a dossier an update rests on, where that is not all of it. */
export interface Partial {
  readonly reports: number;
  /** About how many there are; null where nobody can know. */
  readonly of: number | null;
  /** Whether the reader stopped the reading: then it stays so. Otherwise more is on its way. */
  readonly stopped: boolean;
}

/** What is wrong with a dossier, as far as it is read. */
export interface IssuesRead {
  /** The first 1,000, and the first ten of every code. */
  readonly issues: readonly Issue[];
  /** How many there are in all. */
  readonly issueCount: number;
  /** How many there are of each code. */
  readonly issueCounts: ReadonlyMap<string, number>;
}

/** Everything that is shown, of one dossier through one lens (`ledger.lens`), always together. Its places and sources are decoded when asked for, as its claims are. */
export interface Update extends IssuesRead {
  /** The same object as long as no more is read. */
  readonly dossier: Dossier;
  /** The dossier's places as text, in the order in which they came: those of an update with more begin with the same pieces. */
  readonly places: readonly TextPiece[];
  /** Every day of the dossier, first to last; always the same list. */
  readonly days: readonly string[];
  readonly ledger: Ledger;
  readonly records: Records;
  /** The days on which the ledger changes (see `changeDays`). */
  readonly changeDays: readonly string[];
  /** The ledger's reports by those days. */
  readonly dated: DatedReports;
  /** Null where all has been read. */
  readonly partial: Partial | null;
}

/** A dossier through a lens: the part of an update that depends on the lens. */
export type Weighed = Pick<Update, 'ledger' | 'records' | 'changeDays' | 'dated'>;

export interface Listener {
  /** A dossier, or more of it, or the same through another lens. */
  update(update: Update): void;
  /** Null when nothing is under way any more. */
  progress(progress: Progress | null): void;
}

/** The dossier has faults that leave nothing to show. */
export class Unreadable extends Error {
  constructor(readonly read: IssuesRead) {
    super('Nothing of the dossier could be read.');
  }
}

/** There is no worker, or it did not start, or it failed; the message is the reason. */
export class WorkerMissing extends Error {}
