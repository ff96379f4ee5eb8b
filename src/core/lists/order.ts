/** Short lists of numbers in order, sorted and added to in place. Items with one key are in their own order. */

/** So few moves an item are still cheaper than a sort that makes its own lists. */
const MOVES = 24;

/** Sorts the first `count` items by what stands for them in `key`. */
export function sortBy(items: Int32Array, count: number, key: Float64Array): void {
  let moves = 0;
  for (let i = 1; i < count; i++) {
    const item = items[i]!;
    const own = key[item]!;
    let j = i;
    for (; j > 0; j--) {
      const other = items[j - 1]!;
      if (key[other]! < own || (key[other] === own && other < item)) break;
      items[j] = other;
    }
    items[j] = item;
    moves += i - j;
    if (moves > MOVES * count) {
      items.subarray(0, count).sort((a, b) => (key[a]! < key[b]! ? -1 : key[a]! > key[b]! ? 1 : a - b));
      return;
    }
  }
}

/** The first index in [first, end) of a sorted list whose key is greater than a value. */
export function firstAbove(items: Int32Array, first: number, end: number, key: Float64Array, value: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key[items[middle]!]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an item into the sorted part of a list from `first` to `end`; what comes after it, up to `count`, moves on by one. */
export function insertBy(items: Int32Array, first: number, end: number, count: number, item: number, key: Float64Array): void {
  const own = key[item]!;
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = items[middle]!;
    if (key[other]! < own || (key[other] === own && other < item)) low = middle + 1;
    else high = middle;
  }
  items.copyWithin(low + 1, low, count);
  items[low] = item;
}

/** Puts an item into a list of `count` ascending items. */
export function insert(items: Int32Array, count: number, item: number): void {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]! < item) low = middle + 1;
    else high = middle;
  }
  items.copyWithin(low + 1, low, count);
  items[low] = item;
}
