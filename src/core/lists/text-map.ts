import { deepFreeze } from './freeze';

/** Entries with ids as JSON text, one after another: what a worker sends of many. */
export interface TextPiece {
  readonly text: string;
  /** Each entry's offset in the text; one more for the end. */
  readonly starts: Uint32Array;
}

/** What every entry's text begins with, so that its id can be read alone. */
const OPENING = '{"id":"';

/** Plain entries as one piece. An id needs no escape in JSON. */
export function pieceOf(entries: readonly { readonly id: string }[]): TextPiece {
  const starts = new Uint32Array(entries.length + 1);
  const texts = entries.map(({ id, ...rest }, i) => {
    const text = JSON.stringify({ id, ...rest });
    starts[i + 1] = starts[i]! + text.length;
    return text;
  });
  return { text: texts.join(''), starts };
}

/** All entries of a piece, decoded and frozen. */
export function entriesOf<T>({ text, starts }: TextPiece): T[] {
  return Array.from({ length: starts.length - 1 }, (_, i) => deepFreeze(JSON.parse(text.slice(starts[i], starts[i + 1])) as T));
}

/** For each rank among the sorted ids, the position of its entry. */
export function sortedBy(ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
}

/** How many decoded entries are remembered. */
const REMEMBERED = 20_000;

/** A map by id over pieces of text, whose entries are decoded (and frozen) when asked for. To make one costs nothing, however many they are. */
export class TextMap<T> implements ReadonlyMap<string, T> {
  readonly size: number;
  readonly #pieces: readonly TextPiece[];
  readonly #firsts: readonly number[];
  readonly #sorted: Uint32Array;
  readonly #order: Uint32Array | null;
  readonly #decoded = new Map<number, T>();

  /** `sorted` as of `sortedBy`; entries are run through in the order of the pieces, or in that of their ids. */
  constructor(pieces: readonly TextPiece[], sorted: Uint32Array, order: 'pieces' | 'ids') {
    const firsts: number[] = [];
    let total = 0;
    for (const { starts } of pieces) {
      firsts.push(total);
      total += starts.length - 1;
    }
    this.size = total;
    this.#pieces = pieces;
    this.#firsts = firsts;
    this.#sorted = sorted;
    this.#order = order === 'ids' ? sorted : null;
  }

  get(id: string): T | undefined {
    const position = this.#positionOf(id);
    return position < 0 ? undefined : this.#at(position);
  }

  has(id: string): boolean {
    return this.#positionOf(id) >= 0;
  }

  *keys(): MapIterator<string> {
    for (let i = 0; i < this.size; i++) yield this.#idAt(this.#order?.[i] ?? i);
  }

  *values(): MapIterator<T> {
    for (let i = 0; i < this.size; i++) yield this.#at(this.#order?.[i] ?? i);
  }

  *entries(): MapIterator<[string, T]> {
    for (let i = 0; i < this.size; i++) {
      const position = this.#order?.[i] ?? i;
      yield [this.#idAt(position), this.#at(position)];
    }
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(visit: (value: T, id: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [id, value] of this) visit(value, id, this);
  }

  #positionOf(id: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#idAt(this.#sorted[middle]!) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.#idAt(this.#sorted[low]!) === id ? this.#sorted[low]! : -1;
  }

  #idAt(position: number): string {
    const { text, begin } = this.#within(position);
    return text.slice(begin + OPENING.length, text.indexOf('"', begin + OPENING.length));
  }

  #at(position: number): T {
    const known = this.#decoded.get(position);
    if (known) return known;
    const { text, begin, end } = this.#within(position);
    const value = deepFreeze(JSON.parse(text.slice(begin, end)) as T);
    if (this.#decoded.size >= REMEMBERED) this.#decoded.clear();
    this.#decoded.set(position, value);
    return value;
  }

  #within(position: number): { text: string; begin: number; end: number } {
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    const { text, starts } = this.#pieces[low - 1]!;
    const own = position - this.#firsts[low - 1]!;
    return { text, begin: starts[own]!, end: starts[own + 1]! };
  }
}
