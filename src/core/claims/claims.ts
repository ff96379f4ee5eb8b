import type { Columns } from './columns';
import { deepFreeze } from '../lists/freeze';
import type { Claim } from '../model';

/** A dossier's claims, whether they are objects or still the text that they were read from. */

/** Some claims as JSON text, one after another, in the order in which they were read. */
export interface ClaimPiece {
  readonly text: string;
  /** Each claim's offset in the text; one more for the end. */
  readonly starts: Uint32Array;
}

/** Where claims come from, by row. */
interface Shelf {
  readonly idOf: (row: number) => string;
  readonly at: (row: number) => Claim;
}

/** A dossier's claims, in the order of ids, decoded (and frozen) when asked for. */
export class Claims implements Iterable<Claim> {
  readonly columns: Columns;
  readonly #shelf: Shelf;

  /** Use `claimsFrom`. */
  constructor(columns: Columns, shelf: Shelf) {
    this.columns = columns;
    this.#shelf = shelf;
  }

  get size(): number {
    return this.columns.kind.length;
  }

  /** The claim of a row. Throws RangeError where there is none. */
  at(row: number): Claim {
    if (!Number.isInteger(row) || row < 0 || row >= this.size) throw new RangeError(`there is no claim in row ${row} of ${this.size}`);
    return this.#shelf.at(row);
  }

  get(id: string): Claim | undefined {
    const row = this.rowOf(id);
    return row < 0 ? undefined : this.#shelf.at(row);
  }

  /** The id of a row's claim, without decoding the rest of it. */
  idOf(row: number): string {
    return this.#shelf.idOf(row);
  }

  /** The row of an id; -1 where there is none. */
  rowOf(id: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#shelf.idOf(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.#shelf.idOf(low) === id ? low : -1;
  }

  /** Every claim: only for small dossiers and for exports. */
  *[Symbol.iterator](): Iterator<Claim> {
    for (let row = 0; row < this.size; row++) yield this.#shelf.at(row);
  }
}

/** What every claim's text begins with, so that its id can be read alone. */
const OPENING = '{"id":"';

/** How many decoded claims are remembered. */
const REMEMBERED = 10_000;

/** Claims in pieces of text, in the order of reading; `order` gives for each row the index of its claim in that order. */
export function claimsFrom(pieces: readonly ClaimPiece[], order: Uint32Array, columns: Columns): Claims {
  const firsts: number[] = [];
  let total = 0;
  for (const { starts } of pieces) {
    firsts.push(total);
    total += starts.length - 1;
  }
  const within = (row: number): { text: string; begin: number; end: number } => {
    const index = order[row]!;
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    const { text, starts } = pieces[low - 1]!;
    const own = index - firsts[low - 1]!;
    return { text, begin: starts[own]!, end: starts[own + 1]! };
  };
  const decoded = new Map<number, Claim>();
  const at = (row: number): Claim => {
    const known = decoded.get(row);
    if (known) return known;
    const { text, begin, end } = within(row);
    const claim = deepFreeze(JSON.parse(text.slice(begin, end)) as Claim);
    if (decoded.size >= REMEMBERED) decoded.clear();
    decoded.set(row, claim);
    return claim;
  };
  const idOf = (row: number): string => {
    const { text, begin } = within(row);
    return text.slice(begin + OPENING.length, text.indexOf('"', begin + OPENING.length));
  };
  return new Claims(columns, { at, idOf });
}
