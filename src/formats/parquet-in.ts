import { parquetMetadata, parquetRead, parquetSchema, type FileMetaData } from 'hyparquet';
import type { ClaimTaker } from '../core/check/claim-check';
import { TableReader } from '../core/table/reader';

/** How many rows are checked in a step. */
const STEP = 2000;

/** Reads the claims of a Parquet table, a row group at a time, in steps; what is yielded is the share done. */
export async function* readParquet(reader: ClaimTaker, file: string, bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<number> {
  try {
    const metadata = parquetMetadata(bytes);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const table = TableReader.of(reader, file, names, 'header');
    if (!table) return;
    let first = 0;
    for (const { num_rows } of metadata.row_groups) {
      const end = first + Number(num_rows);
      const rows = await rowsOf(bytes, metadata, first, end);
      for (let i = 0; i < rows.length; i++) {
        table.row(rows[i]!.map(plain), first + i + 1);
        if (i % STEP === STEP - 1) yield (first + i + 1) / Number(metadata.num_rows);
      }
      first = end;
    }
    table.end();
  } catch (error) {
    reader.issues.push({
      file,
      at: '',
      id: null,
      code: 'parquet',
      found: error instanceof Error ? error.message : String(error),
      expected: 'a whole Parquet file, uncompressed or compressed with Snappy',
      mend: 'write the file again; what stands before the fault is read',
    });
    reader.lose();
  }
}

async function rowsOf(bytes: Uint8Array<ArrayBuffer>, metadata: FileMetaData, rowStart: number, rowEnd: number): Promise<unknown[][]> {
  let rows: unknown[][] = [];
  const file = { byteLength: bytes.byteLength, slice: (start: number, end?: number) => bytes.slice(start, end).buffer };
  await parquetRead({ file, metadata, rowStart, rowEnd, onComplete: (read) => void (rows = read) });
  return rows;
}

/** A value as JSON would have it: whole numbers as numbers, dates as ISO days or times, bytes as hexadecimal digits. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.\d{3}Z$/, 'Z');
  if (value instanceof Uint8Array) return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  return value;
}
