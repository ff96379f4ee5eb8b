/** A binary heap of whole numbers: what comes before everything else is on top. */
export class Heap {
  readonly #items: number[] = [];

  constructor(readonly before: (a: number, b: number) => boolean) {}

  get top(): number | undefined {
    return this.#items[0];
  }

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.before(item, items[above]!); above = (at - 1) >> 1) {
      items[at] = items[above]!;
      at = above;
    }
    items[at] = item;
  }

  /** Takes the top away. */
  pop(): void {
    const items = this.#items;
    const item = items.pop()!;
    if (items.length === 0) return;
    let at = 0;
    for (let below = 1; below < items.length; below = at * 2 + 1) {
      if (below + 1 < items.length && this.before(items[below + 1]!, items[below]!)) below++;
      if (!this.before(items[below]!, item)) break;
      items[at] = items[below]!;
      at = below;
    }
    items[at] = item;
  }
}
