import type { ClaimTaker } from '../check/claim-check';
import { CsvReader, type CsvRow } from './csv-reader';
import { quoted } from '../issue';
import { unguarded } from './formula';
import { TableReader } from './reader';

/** Reads the claims of a CSV table that comes in pieces. */
export class CsvTable {
  readonly #reader: ClaimTaker;
  readonly #file: string;
  readonly #csv = new CsvReader();
  /** Null before the header, and where it cannot be used. */
  #table: TableReader | null = null;
  #headed = false;

  constructor(reader: ClaimTaker, file: string) {
    this.#reader = reader;
    this.#file = file;
  }

  push(piece: string): void {
    for (const row of this.#csv.push(piece)) this.#take(row);
  }

  end(): void {
    for (const row of this.#csv.end()) this.#take(row);
    this.#table?.end();
    if (!this.#headed)
      this.#fault('', 'an empty file', 'a header, and one row for each report', 'write the table, or take the file out of the folder');
  }

  /** Ends the table where its bytes are no text. */
  notUtf8(): void {
    this.#table?.end();
    this.#fault('', 'bytes that are no UTF-8', 'text in UTF-8', 'save the table as CSV in UTF-8; what stands before those bytes is read');
  }

  #fault(at: string, found: string, expected: string, mend: string): void {
    this.#reader.issues.push({ file: this.#file, at, id: null, code: 'csv', found, expected, mend });
    this.#reader.lose();
  }

  #take(row: CsvRow): void {
    const headed = this.#headed;
    this.#headed = true;
    if ('fault' in row)
      this.#fault(
        `row ${row.number}`,
        quoted(row.fault),
        'quotation marks in pairs, and line ends as in the first row',
        'write "" for a quotation mark inside a quoted cell, and close the cell; up to where it seems to close nothing is read',
      );
    else if (headed) this.#table?.row(row.cells.map(unguarded), row.number);
    else this.#table = TableReader.of(this.#reader, this.#file, row.cells.map(unguarded), `row ${row.number}`);
  }
}
