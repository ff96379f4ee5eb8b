import Papa from 'papaparse';

/** Reads CSV text that comes in pieces (RFC 4180; also with semicolons or tabs, and with any line ends). */

/** One row: its cells, or why it is none. */
export type CsvRow = { readonly number: number } & ({ readonly cells: readonly string[] } | { readonly fault: string });

/** A row longer than this is a quotation mark that nothing closes. */
const LONGEST_ROW = 4_000_000;
/** Cells of this many characters and fewer are kept once, however often they come. */
const SHORT = 40;
const REMEMBERED = 100_000;

export class CsvReader {
  #rest = '';
  #parser: Papa.Parser | null = null;
  #number = 0;
  #begun = false;
  readonly #known = new Map<string, string>();
  /** A quotation mark is open that nothing closes: no further row can be told. */
  lost = false;

  /** Rows that end in this piece or before it; the first row is number 1. Empty lines count, and give nothing. */
  push(piece: string): CsvRow[] {
    if (this.lost) return [];
    this.#rest += this.#begun ? piece : piece.replace(/^\uFEFF/, '');
    this.#begun ||= piece !== '';
    if (!this.#parser && !/[\r\n][^]/.test(this.#rest)) return [];
    const rows = this.#parse(false);
    this.lost = this.#rest.length > LONGEST_ROW;
    if (this.lost) rows.push({ number: ++this.#number, fault: this.#rest.slice(0, 80) });
    return rows;
  }

  /** The last row, where no line end follows it. */
  end(): CsvRow[] {
    return this.lost || this.#rest === '' ? [] : this.#parse(true);
  }

  #parse(last: boolean): CsvRow[] {
    this.#parser ??= new Papa.Parser(dialectOf(this.#rest));
    const { data, errors, meta } = this.#parser.parse(this.#rest, 0, !last) as Papa.ParseResult<string[]>;
    // an error in the row that is still to be ended may be none
    const broken = new Set(errors.map(({ row }) => row));
    const rest = last ? '' : this.#rest.slice(meta.cursor);
    const rows = data.flatMap((cells, i): CsvRow[] => {
      const number = ++this.#number;
      if (broken.has(i)) return [{ number, fault: cells.join(',').slice(0, 80) }];
      return cells.length === 1 && cells[0] === '' ? [] : [{ number, cells: cells.map((cell) => this.#kept(cell)) }];
    });
    this.#rest = rest;
    return rows;
  }

  // a cell cut out of a piece would hold on to the whole piece as long as it is kept anywhere
  #kept(cell: string): string {
    if (cell.length > SHORT) return cell;
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    const copy = ` ${cell}`.slice(1);
    this.#known.set(copy, copy);
    return copy;
  }
}

/** Line ends and delimiter, by the first line. */
export function dialectOf(text: string): { readonly newline: '\n'; readonly delimiter: string } {
  const [header = '', newline = '\n'] = /^([^\r\n]*)(\r\n|\r|\n)?/.exec(text)!.slice(1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return { newline: newline as '\n', delimiter: [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best)) };
}
