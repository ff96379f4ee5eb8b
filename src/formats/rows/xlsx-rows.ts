import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { NoTable, type TableReading } from '../../core/import/table';
import { tableOfCells } from './cells-rows';

/** The first sheet of an Excel workbook (XLSX) as a table. */

/** A workbook that unpacks to more is a bomb, or nothing for a spreadsheet. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Reads a whole file. Throws NoTable. */
export async function readXlsxRows(bytes: Uint8Array<ArrayBuffer>): Promise<TableReading> {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    throw new NoTable('it is no workbook: it cannot be unpacked');
  }
  if (unpacked > MOST_BYTES)
    throw new NoTable(`it unpacks to ${Math.round(unpacked / 1e6)} MB, and 512 MB are the most: save the sheet as CSV`);
  let rows;
  try {
    rows = await readSheet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (error) {
    throw new NoTable(`its first sheet cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return tableOfCells(
    rows.map((row) => row.map(cellOf)),
    ['XLSX: the first sheet'],
    [],
    true,
  );
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  // a day of a spreadsheet has no time zone
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value as string | number | boolean);
}
