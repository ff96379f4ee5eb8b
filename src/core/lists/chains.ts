import { longer } from './growing';

/** Lists that grow one by one, each of an owner by number: the items of all lie in one array, and are forgotten together. */
export class Chains {
  /** An owner's first place; -1 where it has none. */
  first = new Int32Array(0);
  /** At a place: the item, and the owner's next place; -1 after the last. */
  item = new Int32Array(64);
  next = new Int32Array(64);
  #last = new Int32Array(0);
  #count = 0;

  /** Forgets all, and makes room for so many owners. */
  clear(owners: number): void {
    this.#count = 0;
    if (owners <= this.first.length) return;
    this.first = new Int32Array(owners * 2);
    this.#last = new Int32Array(owners * 2);
  }

  /** Begins an owner's list. */
  begin(owner: number): void {
    this.first[owner] = -1;
  }

  add(owner: number, item: number): void {
    const at = this.#count++;
    if (at === this.item.length) {
      this.item = longer(this.item);
      this.next = longer(this.next);
    }
    this.item[at] = item;
    this.next[at] = -1;
    if (this.first[owner] === -1) this.first[owner] = at;
    else this.next[this.#last[owner]!] = at;
    this.#last[owner] = at;
  }

  has(owner: number, item: number): boolean {
    let at = this.first[owner]!;
    while (at >= 0 && this.item[at] !== item) at = this.next[at]!;
    return at >= 0;
  }
}
