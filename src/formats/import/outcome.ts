import type { Ask } from '../../core/import/ask';
import type { WordsOf } from '../../core/import/meanings';
import type { Place } from '../../core/model';

/** What an import came to, or would. */
export interface Outcome {
  /** Why each part of the table is read so. */
  readonly reasons: readonly string[];
  readonly asks: readonly Ask[];
  /** Rows; accepted and rejected together are all that was read. */
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The most frequent first. */
  readonly rejects: readonly RejectsOfAKind[];
  /** Places that a person has to choose, the most frequent first. */
  readonly open: readonly OpenPlace[];
  readonly guessed: readonly GuessedPlace[];
  /** Statuses and events of which nothing is known, the most frequent first. */
  readonly words: readonly UnknownWord[];
  readonly added: Added;
  /** How many claims lie outside the dossier's span. */
  readonly outside: number;
  /** How many were published after the dossier's last day, so that on none of its days they are known then. */
  readonly later: number;
}

export interface RejectsOfAKind {
  readonly code: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly firstReason: string;
}

export interface UnknownWord {
  readonly about: WordsOf;
  readonly text: string;
  readonly rows: number;
}

export interface OpenPlace {
  /** What the table says: a name, else a P-code; empty where it says nothing. */
  readonly text: string;
  /** By what a choice of it is kept: its P-code, else its name; empty where it says nothing. */
  readonly key: string;
  readonly rows: number;
  readonly why: string;
  readonly candidates: readonly CandidatePlace[];
}

/** A place of a gazetteer that may be meant. */
export type CandidatePlace = Pick<Place, 'id' | 'title' | 'titleAr' | 'kind' | 'point'>;

export interface GuessedPlace {
  readonly text: string;
  /** By what a choice of another is kept. */
  readonly key: string;
  readonly rows: number;
  /** Id of the place; null where it is a new one. */
  readonly place: string | null;
  /** Of that place; null likewise. */
  readonly title: string | null;
  readonly why: string;
}

/** What the dossier is given beside the claims. */
export interface Added {
  /** Id of the table as a source; null where the dossier has it already. */
  readonly source: string | null;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly initials: string }[];
  /** `party`: the side whose name the speaker has; null for nobody's. */
  readonly speakers: readonly { readonly id: string; readonly name: string; readonly party: string | null }[];
  readonly places: number;
}
