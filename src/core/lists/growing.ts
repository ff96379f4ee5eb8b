/** A typed array that grows as it is written. */

type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

const FIRST_LENGTH = 1024;

export class Growing<T extends Numbers> {
  length = 0;
  readonly #make: new (length: number) => T;
  #items: T;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#items = new make(FIRST_LENGTH);
  }

  push(item: number): void {
    if (this.length === this.#items.length) {
      const longer = new this.#make(this.length * 2);
      longer.set(this.#items);
      this.#items = longer;
    }
    this.#items[this.length++] = item;
  }

  at(index: number): number {
    return this.#items[index]!;
  }

  /** A copy of what was written. */
  all(): T {
    return this.#items.slice(0, this.length) as T;
  }

  /** What was written, by these indices. */
  in(order: Uint32Array): T {
    const items = new this.#make(order.length);
    for (let i = 0; i < order.length; i++) items[i] = this.#items[order[i]!]!;
    return items;
  }
}

/** The same numbers with room for as many again. */
export function longer(list: Int32Array): Int32Array<ArrayBuffer> {
  const own = new Int32Array(list.length * 2);
  own.set(list);
  return own;
}
