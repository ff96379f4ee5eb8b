import type { RowText } from '../../core/anchors/rows';
import { NoTable } from '../../core/import/table';
import type { DossierFile } from '../dossier-file';
import { hashOfText } from './hash';
import { readTable } from './read-table';

/** A table's rows as an import read them, so that its anchors can be held against them. */

export interface RowsOfFile {
  readonly rows: readonly RowText[];
  /** What stands in them, a row a line. */
  readonly text: string;
  /** Whether the encoding is one in which any of them is known again; true of what has none. */
  readonly isSure: boolean;
}

/** Encodings that a person may have named at the import, which nothing remembers: the hashes tell which. */
const ENCODINGS = [undefined, 'windows-1256', 'windows-1252', 'windows-1251', 'windows-1254', 'iso-8859-6', 'utf-16le', 'utf-16be'];

/** Rows of a file that is a table; null where it is none. `wanted`: hashes of the rows that are anchored. */
export async function rowsOfFile(file: DossierFile, wanted: ReadonlySet<string>): Promise<RowsOfFile | null> {
  let best: { readonly read: RowsOfFile; readonly known: number } | null = null;
  for (const encoding of ENCODINGS) {
    const read = await rowsIn(file, encoding);
    if (!read) return best?.read ?? null;
    const known = new Set(read.rows.flatMap(({ sha256 }) => (wanted.has(sha256) ? [sha256] : []))).size;
    if (!best || known > best.known) best = { read: { ...read, isSure: !read.isEncoded || known > 0 }, known };
    if (known === wanted.size || !read.isEncoded) break;
  }
  return best!.read;
}

async function rowsIn(file: DossierFile, encoding: string | undefined) {
  try {
    const { head, rows: pieces } = await readTable(file, encoding);
    const rows: RowText[] = [];
    const texts: string[] = [];
    for await (const piece of pieces)
      for (const { number, start, end, text, fault } of piece) {
        if (fault !== undefined) continue;
        rows.push({ number, start, end, sha256: hashOfText(text) });
        texts.push(text);
      }
    return { rows, text: texts.join('\n'), isEncoded: head.reasons[0]?.startsWith('encoding ') === true };
  } catch (error) {
    if (error instanceof NoTable) return null;
    throw error;
  }
}
