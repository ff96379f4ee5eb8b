/** Rows put in order: which row of what was read comes where. */

/** Indices in the order of their ids. */
export function orderOf(ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids.keys());
  const inOrder = ids.every((id, i) => i === 0 || ids[i - 1]! <= id);
  return inOrder ? order : order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b));
}

/** Entries of claims, so many each in the order of adding, in the order of rows: where each row's begin, one more for the end, and their order. */
export function entriesIn(order: Uint32Array, counts: Uint32Array): { first: Uint32Array; entries: Uint32Array } {
  const firstRead = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) firstRead[i + 1] = firstRead[i]! + counts[i]!;
  const first = new Uint32Array(counts.length + 1);
  const entries = new Uint32Array(firstRead[counts.length]!);
  for (let row = 0, next = 0; row < order.length; row++) {
    const index = order[row]!;
    for (let entry = firstRead[index]!; entry < firstRead[index + 1]!; entry++) entries[next++] = entry;
    first[row + 1] = next;
  }
  return { first, entries };
}

/** Rows by what they belong to, -1 being nothing: where each of `count` begins, one more for the end, and the rows. */
export function divided(owner: Int32Array, count: number): { first: Uint32Array; rows: Uint32Array } {
  const first = new Uint32Array(count + 1);
  for (const own of owner) if (own >= 0) first[own + 1]!++;
  for (let own = 0; own < count; own++) first[own + 1]! += first[own]!;
  const rows = new Uint32Array(first[count]!);
  const next = first.slice();
  for (let row = 0; row < owner.length; row++) if (owner[row]! >= 0) rows[next[owner[row]!]!++] = row;
  return { first, rows };
}
