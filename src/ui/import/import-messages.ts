import type { DateOrder } from '../../core/import/dates';
import type { TableKind } from '../../core/import/fields';
import type { Mapping } from '../../core/import/mapping';
import type { About } from '../../formats/import/additions';
import type { CandidatePlace, Outcome } from '../../formats/import/outcome';
import type { Meant } from '../../formats/import/plan';
import type { Progress } from '../../formats/import/workplace';
import type { Where } from '../desk/arrival';
import type { IssuesRead } from '../desk/desk-update';

/** What the import dialog and its worker say to one another. */

/** What is to be read: a dossier's files and a table. */
export interface ImportRequest {
  /** The dossier's data. */
  readonly files: readonly (readonly [name: string, where: Where])[];
  readonly optional: readonly string[];
  /** Its other files, by their paths in its folder. */
  readonly others: readonly (readonly [path: string, where: Where])[];
  readonly table: File;
  /** Addresses. */
  readonly gazetteer: string;
  readonly larger: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What a person answered. */
export interface Answers {
  readonly table: TableKind | null;
  readonly order: DateOrder | null;
  readonly measure: Mapping['measure'];
  /** Null: as they are guessed, or kept from the last time. */
  readonly columns: Mapping['columns'] | null;
  /** Ids by what the table calls places, parties and speakers. */
  readonly chosen: readonly (readonly [text: string, id: string])[];
  /** What statuses and events mean. */
  readonly meant: readonly Meant[];
  readonly about: About;
  /** Of a file of areas: its day, and whether the larger gazetteer's towns are asked for too. */
  readonly day: string | null;
  readonly wide: boolean;
}

export type ToImport =
  | ({ readonly type: 'open' } & ImportRequest)
  /** The last that are given count. */
  | { readonly type: 'answers'; readonly number: number; readonly answers: Answers }
  | { readonly type: 'find'; readonly number: number; readonly text: string };

/** How a table is read, and what it comes to. */
export interface Shown {
  /** It is a file of areas: its rows are made of them. */
  readonly isOfAreas: boolean;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** The first values of every column. */
  readonly examples: readonly (readonly string[])[];
  readonly outcome: Outcome;
  /** What the dossier's folder is to hold, by path; empty while something is to be asked. */
  readonly files: ReadonlyMap<string, Blob>;
  /** Why it cannot be brought in, where no question says so. */
  readonly objection: string | null;
}

/** Why nothing can be read. */
export type Refusal =
  | { readonly is: 'table' | 'choices' | 'failed'; readonly why: string }
  | { readonly is: 'dossier'; readonly read: IssuesRead }
  | { readonly is: 'arrival'; readonly file: string; readonly why: string };

export type FromImport =
  | { readonly type: 'progress'; readonly progress: Progress }
  /** All files of the dossier as they are, by path. */
  | { readonly type: 'opened'; readonly files: ReadonlyMap<string, Blob> }
  | { readonly type: 'shown'; readonly number: number; readonly shown: Shown }
  | { readonly type: 'found'; readonly number: number; readonly places: readonly CandidatePlace[] }
  | { readonly type: 'refused'; readonly refusal: Refusal };
