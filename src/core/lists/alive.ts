import { ordered } from './ordered';

/** Which of many intervals are alive at a time, without going through all of them. */

/** Intervals ordered by duration class (powers of two), longest first, then by start: what is alive at a time lies in a few runs. */
export interface AliveIndex {
  /** The intervals' indices, in order. */
  readonly order: Uint32Array;
  /** Runs of `order` whose intervals last at most `longest` and more than half of it; an open interval lasts for Infinity. */
  readonly classes: readonly AliveClass[];
}
export interface AliveClass {
  readonly first: number;
  readonly count: number;
  readonly longest: number;
}

/** Intervals in one table: `start` belongs to a row, `end` does not. */
export interface Stretches {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly alive: AliveIndex;
}

/** Durations up to 2^52 milliseconds are told apart; longer ones count as open. */
const OPEN = 53;

/** Orders half-open intervals; an empty one is alive at no time and left out. */
export function aliveIndex(start: ArrayLike<number>, end: ArrayLike<number>): AliveIndex {
  const { length } = start;
  const classOf = new Uint8Array(length);
  const counts = new Uint32Array(OPEN + 1);
  let total = 0;
  for (let i = 0; i < length; i++) {
    const own = classOfDuration(end[i]! - start[i]!);
    classOf[i] = own;
    if (own === NONE) continue;
    counts[own]!++;
    total++;
  }
  const order = new Uint32Array(total);
  const classes: AliveClass[] = [];
  const next = new Uint32Array(OPEN + 1);
  let first = 0;
  for (let own = OPEN; own >= 0; own--) {
    const count = counts[own]!;
    next[own] = first;
    if (count > 0) classes.push({ first, count, longest: own === OPEN ? Infinity : 2 ** own });
    first += count;
  }
  const byStart = ordered(start);
  for (let at = 0; at < length; at++) {
    const i = byStart[at]!;
    if (classOf[i] !== NONE) order[next[classOf[i]!]!++] = i;
  }
  return { order, classes };
}

const NONE = 255;

/** The power of two that a duration is no longer than, and longer than half of. */
function classOfDuration(duration: number): number {
  if (!(duration > 0)) return NONE;
  if (duration > 2 ** (OPEN - 1)) return OPEN;
  const below = Math.ceil(duration) - 1;
  const high = Math.floor(below / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(below);
}

/**
 * The runs of positions in which whatever is alive at `time` lies, [first, end) each, in order; no interval in them starts
 * after `time`, and one that is over by then may be among them. `startAt` gives the start of the interval at a position.
 */
export function runsAt(
  index: Pick<AliveIndex, 'classes'>,
  startAt: (position: number) => number,
  time: number,
): [first: number, end: number][] {
  const runs: [number, number][] = [];
  for (const { first, count, longest } of index.classes) {
    const end = searched(startAt, first, first + count, (start) => start <= time);
    // an interval of this class that began earlier than this is over
    const begin = longest === Infinity ? first : searched(startAt, first, end, (start) => start + longest <= time);
    if (begin < end) runs.push([begin, end]);
  }
  return runs;
}

/** The first position in [first, end) at which `before` no longer holds of the start there. */
function searched(startAt: (position: number) => number, first: number, end: number, before: (start: number) => boolean): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(startAt(middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows that are alive at a time, ascending. */
export function aliveAt({ start, end, alive }: Stretches, time: number): Uint32Array {
  const found: number[] = [];
  for (const [first, last] of runsAt(alive, (position) => start[alive.order[position]!]!, time))
    for (let position = first; position < last; position++) {
      const row = alive.order[position]!;
      if (end[row]! > time) found.push(row);
    }
  return Uint32Array.from(found).sort();
}
