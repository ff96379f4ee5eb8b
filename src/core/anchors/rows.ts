import type { HashOf } from './by-hash';
import type { Finding, Mended } from './find';
import type { LooseAnchor } from './loose-anchor';

/** Anchors into a table that was brought in: each is of one row, as an import reads it, and of nothing less. */

/** A row of a table. */
export interface RowText {
  /** As an anchor's `paragraph`. */
  readonly number: number;
  /** UTF-16 offsets in the table's text; of a table that is none, in the same table as CSV. */
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** Finds anchors among a table's rows by their hashes. A row that has become part of a longer one is gone: that says something else. */
export function findRows(rows: readonly RowText[], anchors: readonly LooseAnchor[], hashOf: HashOf): Finding[] {
  const byHash = new Map<string, RowText[]>();
  for (const row of rows) {
    const same = byHash.get(row.sha256);
    if (same) same.push(row);
    else byHash.set(row.sha256, [row]);
  }
  return anchors.map((anchor) => {
    const { exact, sha256 = exact === undefined ? undefined : hashOf(exact) } = anchor;
    if (sha256 === undefined) return { status: 'broken', reason: 'nothing-to-find' };
    const found = byHash.get(sha256) ?? [];
    const own = found.find(({ start, end }) => start === anchor.start && end === anchor.end);
    const by = anchor.sha256 === undefined ? 'words' : 'hash';
    if (own) {
      const isWhole = own.number === anchor.paragraph && anchor.isHashWellFormed;
      return isWhole ? { status: 'in-place' } : { status: 'completed', by, mended: mendedTo(own) };
    }
    if (found.length === 0) return { status: 'broken', reason: 'not-found' };
    if (found.length === 1) return { status: 'moved', by, mended: mendedTo(found[0]!) };
    return { status: 'ambiguous', by, places: found.slice(0, MOST_PLACES).map(mendedTo) };
  });
}

/** So many places of an ambiguous anchor are listed. */
const MOST_PLACES = 10;

function mendedTo({ number, start, end, sha256 }: RowText): Mended {
  return { paragraph: number, start, end, sha256 };
}
