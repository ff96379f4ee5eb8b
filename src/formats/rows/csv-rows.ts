import Papa from 'papaparse';
import { isHashtags } from '../../core/import/fields';
import { headerAt, HEADER_WITHIN, toldOfAbove } from '../../core/import/header-row';
import { NoTable, type RowRead, type TableReading } from '../../core/import/table';
import { encodingOf } from './decode';

/** Tables as CSV (RFC 4180) with any usual delimiter, line end and encoding, in pieces: however long they are, a piece at a time is in memory. */

const DELIMITERS = [',', ';', '\t', '|'];
/** A row longer than this is a quotation mark that nothing closes. */
const LONGEST_ROW = 1_000_000;
/** As many lines as headings are looked for in. */
const BEGINNING = new RegExp(`^([^\\r\\n]*(\\r\\n|\\r|\\n)){${HEADER_WITHIN + 1}}`);
const names: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** Reads a table; throws NoTable where it has no headings. `encoding`: as a person said. */
export async function readCsvRows(bytes: AsyncIterable<Uint8Array>, encoding?: string): Promise<TableReading> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) throw new NoTable('it is empty');
  const guessed = encoding ? { label: encoding, why: 'as you said' } : encodingOf(first.value, false);
  const decoder = decoderOf(guessed.label);
  let text = decoder.decode(first.value, { stream: true });
  let isOver = false;
  const more = async (): Promise<void> => {
    const { done, value } = await pieces.next();
    isOver = done === true;
    text += done ? decoder.decode() : decoder.decode(value, { stream: true });
  };
  while (!isOver && !BEGINNING.test(text) && text.length < LONGEST_ROW) await more();
  const parser = new RowParser(text);
  const take = (): RowRead[] => {
    const rows = parser.push(text, isOver);
    text = '';
    return rows;
  };
  let begun = take();
  while (begun.length <= HEADER_WITHIN && !isOver && !parser.lost) {
    await more();
    begun = [...begun, ...take()];
  }
  const at = headerAt(begun.map((row) => (row.fault ? [] : row.cells))) ?? 0;
  const [heading, second] = begun.slice(at);
  if (!heading || heading.fault) throw new NoTable(heading?.fault ? `its headings cannot be read: ${heading.fault}` : 'it has no headings');
  const hashtags = second && !second.fault && isHashtags(second.cells) ? second.cells : null;
  const head = {
    headings: heading.cells.map((cell) => cell.trim()),
    hashtags,
    reasons: [
      `encoding ${guessed.label}: ${guessed.why}`,
      `cells are parted by ${names[parser.delimiter]!}`,
      ...toldOfAbove(begun.slice(0, at)),
    ],
  };
  async function* rows(): AsyncGenerator<readonly RowRead[]> {
    try {
      yield begun.slice(at + (hashtags ? 2 : 1));
      while (!isOver && !parser.lost) {
        await more();
        yield take();
      }
    } finally {
      await pieces.return?.();
    }
  }
  return { head, rows: rows() };
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    throw new NoTable(`“${label}” is no encoding that is known, such as utf-8, utf-16le, windows-1252 or windows-1256`);
  }
}

/** The delimiter by which there are headings that are known, if it is not the first line's most frequent that makes some. */
function delimiterOf(beginning: string, first: string, newline: string): string {
  const count = (delimiter: string): number => first.split(delimiter).length;
  const byCount = [...DELIMITERS].sort((a, b) => count(b) - count(a));
  const rowsBy = (delimiter: string): string[][] =>
    Papa.parse<string[]>(beginning, { delimiter, newline: newline as '\n', preview: HEADER_WITHIN + 1 }).data;
  return byCount.find((delimiter) => headerAt(rowsBy(delimiter)) !== null) ?? byCount[0]!;
}

/** Cuts text that comes in pieces into rows, and says where each stands in the whole. */
class RowParser {
  readonly delimiter: string;
  readonly #newline: string;
  #rest = '';
  /** Where `#rest` begins in the whole. */
  #offset = 0;
  #number = 0;
  /** A quotation mark is open that nothing closes: no further row can be told. */
  lost = false;

  constructor(beginning: string) {
    // a line end within quotation marks ends no row
    const [, first = '', newline = '\n'] = /^([^\r\n]*)(\r\n|\r|\n)?/.exec(beginning.replace(/"[^"]*"/g, ''))!;
    this.#newline = newline;
    this.delimiter = delimiterOf(beginning, first, newline);
  }

  push(piece: string, isLast: boolean): RowRead[] {
    this.#rest += piece;
    const rows: RowRead[] = [];
    let start = 0;
    const whole = this.#rest;
    const parser = new Papa.Parser({
      delimiter: this.delimiter,
      newline: this.#newline as '\n',
      step: ({ data, errors, meta }: { data: unknown[]; errors: readonly Papa.ParseError[]; meta: Papa.ParseMeta }) => {
        const end = meta.cursor;
        const text = whole.slice(start, end).replace(/(\r\n|\r|\n)$/, '');
        const cells = (Array.isArray(data[0]) ? data[0] : data) as string[];
        const fault = errors.length > 0 ? `quotation marks are not in pairs: ${text.slice(0, 80)}` : undefined;
        const number = ++this.#number;
        if (cells.length > 1 || cells[0] !== '' || fault)
          rows.push({ number, cells, text, start: this.#offset + start, end: this.#offset + start + text.length, ...(fault && { fault }) });
        start = end;
      },
    } as Papa.ParseConfig);
    parser.parse(whole, 0, !isLast);
    this.#rest = isLast ? '' : whole.slice(start);
    this.#offset += start;
    if (this.#rest.length > LONGEST_ROW) {
      this.lost = true;
      rows.push({
        number: ++this.#number,
        cells: [],
        text: '',
        start: this.#offset,
        end: this.#offset,
        fault: `a row of more than ${LONGEST_ROW} letters: a quotation mark is not closed, and nothing behind it is read: ${this.#rest.slice(0, 80)}`,
      });
    }
    return rows;
  }
}
