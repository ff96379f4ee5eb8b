import { ByteWriter, parquetWriteRows, schemaFromColumnData } from 'hyparquet-writer';
import type { Claim } from '../core/model';
import { columnsFor, rowsOf, textOf } from './table';

/** Rows of a group: few enough for a reader that shows how far it is. */
const GROUP = 20_000;

/** The table of claims as a Parquet file (Snappy): columns of whole numbers as such, all others as the texts of the CSV file; an empty cell is null. */
export function tableAsParquet(claims: Iterable<Claim>): Uint8Array {
  const wanted = columnsFor(claims);
  const columns = wanted.map(({ name, whole }) => ({ name, type: whole ? ('INT64' as const) : ('STRING' as const) }));
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columns.map((column) => ({ ...column, data: [] })) });
  void parquetWriteRows({ writer, rows: cellsOf(claims, wanted), columns, schema, rowGroupSize: GROUP, createdBy: 'claimline' });
  return writer.getBytes();
}

function* cellsOf(claims: Iterable<Claim>, columns: ReturnType<typeof columnsFor>): Generator<Record<string, string | bigint | null>> {
  for (const claim of claims)
    for (const row of rowsOf(claim))
      yield Object.fromEntries(
        columns.map(({ name, whole }) => {
          const text = textOf(row.get(name));
          return [name, text === '' ? null : whole ? BigInt(text) : text];
        }),
      );
}
