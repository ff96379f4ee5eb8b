import type { Resolved } from './places';

/** What a row of a table is on its way to a claim. */

/** A row of a table, with where it stands in the source's text. */
export interface TableRow {
  /** The first row below the headings is 2, as spreadsheets count. */
  readonly number: number;
  readonly cells: readonly string[];
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Of the row's text. */
}

/** What a row is, as a claim of a dossier without its `recorded`; places, parties and speakers by how they are to be resolved. */
export interface Draft {
  /** The properties of the claim. */
  readonly claim: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly speakers: readonly string[];
  readonly published: string | null;
  readonly note: string | null;
}

export interface Rejected {
  /** One for each kind of reason: `date`, `place` … */
  readonly code: string;
  readonly why: string;
}

/** Ids for what a dossier has not yet: the same text gets the same id. */
export interface Naming {
  place(resolved: Exclude<Resolved, { is: 'open' }>): { readonly id: string; readonly title: string };
  party(text: string): string;
}
