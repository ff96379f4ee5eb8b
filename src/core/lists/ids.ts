/** Ids as numbers: first in the order of their coming, in the end in their own. */

export interface Sorted {
  readonly list: readonly string[];
  readonly ranks: Int32Array;
  /** The place of an id that has a number. */
  readonly rankOf: (id: string) => number;
}

/** Gives every id a number in the order of its first coming. */
export class Ids {
  readonly #numbers = new Map<string, number>();

  of(id: string | undefined): number {
    if (id === undefined) return -1;
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The ids sorted, and for each number its place among them. */
  sorted(): Sorted {
    const list = [...this.#numbers.keys()].sort();
    const ranks = new Int32Array(list.length);
    list.forEach((id, rank) => (ranks[this.#numbers.get(id)!] = rank));
    return { list, ranks, rankOf: (id) => ranks[this.#numbers.get(id)!]! };
  }
}

/** Replaces numbers by their ranks, in place. */
export function ranked(numbers: Int32Array, { ranks }: Sorted): Int32Array {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! >= 0) numbers[i] = ranks[numbers[i]!]!;
  return numbers;
}

/** For each of some ids the place of another that it leads to; -1 where it leads nowhere. */
export function numbersOf({ list }: Sorted, { rankOf }: Sorted, other: (id: string) => string | undefined): Int32Array {
  return Int32Array.from(list, (id) => {
    const leads = other(id);
    return leads === undefined ? -1 : rankOf(leads);
  });
}
