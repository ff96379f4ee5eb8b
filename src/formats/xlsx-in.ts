import readExcelFile from 'read-excel-file/universal';
import type { DossierReader } from '../core/check/reader';
import { unguarded } from '../core/table/formula';
import { TableReader } from '../core/table/reader';
import { CLAIMS_SHEET } from './table';

/** Reads the claims of an Excel workbook: its sheet of claims, or the first where none is called so. Other sheets are not read. */
export async function readXlsx(reader: DossierReader, file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const sheets = await readExcelFile(new Blob([bytes]), { trim: false });
    const [header = [], ...rows] = (sheets.find(({ sheet }) => sheet === CLAIMS_SHEET) ?? sheets[0])?.data ?? [];
    const names = header.map((name) => unguarded(String(name ?? '')));
    const table = TableReader.of(reader, file, names, 'row 1');
    rows.forEach((row, i) => {
      const cells = names.map((_, column) => plain(row[column]));
      // an empty row in between is nothing
      if (cells.some((cell) => cell !== null)) table?.row(cells, i + 2);
    });
    table?.end();
  } catch (error) {
    reader.issues.push({
      file,
      at: '',
      id: null,
      code: 'xlsx',
      found: error instanceof Error ? error.message : String(error),
      expected: 'an Excel workbook (.xlsx), with one sheet of claims',
      mend: 'save the workbook again as .xlsx; nothing of it is read',
    });
  }
}

/** A cell as a table has it: what somebody's Excel made a date of as an ISO day or time. */
function plain(cell: unknown): unknown {
  if (typeof cell === 'string') return unguarded(cell);
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.\d{3}Z$/, 'Z');
  return cell ?? null;
}
