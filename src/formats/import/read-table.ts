import { NoTable, type TableReading } from '../../core/import/table';
import { joined } from '../bytes';
import type { DossierFile } from '../dossier-file';
import { readCsvRows } from '../rows/csv-rows';
import { readJsonRows } from '../rows/json-rows';
import { readKmlRows } from '../rows/kml-rows';
import { isKmz } from '../rows/kmz';
import { readXlsxRows } from '../rows/xlsx-rows';

/** A table by what its file begins with, whatever it is called. Throws NoTable. `encoding`: as a person said. */
export async function readTable(file: DossierFile, encoding?: string): Promise<TableReading> {
  const first = await beginningOf(file);
  const begins = (mark: string) => first.startsWith(mark);
  if (begins('PK\u0003\u0004')) {
    const bytes = await wholeOf(file);
    return isKmz(bytes) ? readKmlRows(bytes) : readXlsxRows(bytes);
  }
  if (/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(first)) return readKmlRows(await wholeOf(file));
  if (begins('\u00d0\u00cf\u0011\u00e0')) throw new NoTable('it is an old workbook (XLS): save it as XLSX or CSV');
  if (begins('%PDF')) throw new NoTable('it is a PDF: copy the table into a spreadsheet first');
  if (/^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(first)) return readJsonRows(new TextDecoder().decode(await wholeOf(file)));
  if (begins('PAR1')) throw new NoTable('it is a Parquet file: a dossier holds such a table itself, as claims.parquet');
  return readCsvRows(file.bytes(), encoding);
}

/** A file that is in memory as a whole is not to be larger. */
const MOST_BYTES = 512 * 1024 * 1024;

async function wholeOf(file: DossierFile): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.bytes()) {
    length += piece.length;
    if (length > MOST_BYTES) throw new NoTable('it has more than 512 MB, which of this format is too much at once: save it as CSV');
    pieces.push(piece);
  }
  return joined(pieces);
}

/** The first bytes, each as a letter. */
async function beginningOf(file: DossierFile): Promise<string> {
  let first = '';
  for await (const piece of file.bytes()) {
    first += String.fromCharCode(...piece.subarray(0, 64));
    if (first.length >= 64) break;
  }
  return first.slice(0, 64);
}
