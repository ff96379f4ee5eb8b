import type { TableRow } from './draft';

/** Where the rows of a table begin: its headings, and its hashtags if it has some. */
export interface TableHead {
  readonly headings: readonly string[];
  readonly hashtags: readonly string[] | null;
  /** Why each of its parts was read so: the encoding, the delimiter. */
  readonly reasons: readonly string[];
}

/** A row that cannot be read, or one that can. */
export type RowRead = TableRow & { readonly text: string; readonly fault?: string };

/** A table on its way: its head first, then pieces of its rows. */
export interface TableReading {
  readonly head: TableHead;
  readonly rows: AsyncIterable<readonly RowRead[]>;
}

/** A file that is no table; the message says why, and what to do. */
export class NoTable extends Error {}
