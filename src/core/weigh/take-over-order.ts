import { sortBy } from '../lists/order';
import type { TakeOvers } from './take-over';
import { NOBODY } from './voice';

/** The take-overs of a place in order: all by when they count, and each party's by when they happened. */
export class TakeOverOrder {
  /** Numbers in the order from which they count, then of holders, then of beginnings. */
  byFrom = new Int32Array(0);
  /** The take-overs of a party, in order: from `firstOf[party]` to `firstOf[party + 1]`. */
  byParty = new Int32Array(0);
  firstOf = new Int32Array(1);

  /** At a position of `byParty`, the greatest `from` of the party's up to there. */
  #latest = new Float64Array(0);
  #next = new Int32Array(0);
  #parties = 0;

  constructor(readonly of: TakeOvers) {}

  /** Forgets all, and makes room. */
  clear(takeOvers: number, parties: number): void {
    if (takeOvers > this.byFrom.length) {
      this.byFrom = new Int32Array(takeOvers * 2);
      this.byParty = new Int32Array(takeOvers * 2);
      this.#latest = new Float64Array(takeOvers * 2);
    }
    if (parties > this.#next.length) {
      this.firstOf = new Int32Array(parties * 2 + 1);
      this.#next = new Int32Array(parties * 2);
    }
    this.firstOf.fill(0, 0, parties + 1);
    this.#parties = parties;
  }

  /** Puts all in order, after `clear`; their numbers must be in the order of beginnings. */
  list(): void {
    const { count, holder } = this.of;
    const { byFrom, byParty, firstOf } = this;
    for (let own = 0; own < count; own++) firstOf[holder[own]! + 1]!++;
    for (let party = 0; party < this.#parties; party++) {
      firstOf[party + 1]! += firstOf[party]!;
      this.#next[party] = firstOf[party]!;
    }
    for (let own = 0; own < count; own++) {
      byFrom[own] = own;
      byParty[this.#next[holder[own]!]!++] = own;
    }
    for (let party = 0; party < this.#parties; party++) this.#findLatest(party, firstOf[party]!);
    sortBy(byFrom, count, this.of.from);
    for (let at = 1; at < count; at++) this.#moveDown(at);
  }

  /** Puts in one more, whose position in `byParty` is given. */
  insert(own: number, at: number): void {
    const party = this.of.holder[own]!;
    this.byParty.copyWithin(at + 1, at, own);
    this.#latest.copyWithin(at + 1, at, own);
    this.byParty[at] = own;
    for (let later = party; later < this.#parties; later++) this.firstOf[later + 1]!++;
    this.#findLatest(party, at);
    this.byFrom[own] = own;
    this.#moveDown(own);
  }

  /** The position in `byParty` of a party's first take-over whose date ends after an instant. */
  firstEndingAfter(party: number, instant: number): number {
    let [low, high] = [this.firstOf[party]!, this.firstOf[party + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.of.end[this.byParty[middle]!]! <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * When a party first took the place itself after a take-over, by anybody's word but its own: a holding that speaks of later than
   * that is a sequence with it and contradicts nothing. Infinity where it did not.
   */
  tookAgain(own: number, party: number): number {
    const { from, start, end, voice } = this.of;
    for (let at = this.#firstCountingAfter(party, from[own]!); at < this.firstOf[party + 1]!; at++) {
      const other = this.byParty[at]!;
      // the take-overs of one time dispute each other
      if (voice[other] !== NOBODY && from[other]! > from[own]! && !(start[other]! < end[own]! && start[own]! < end[other]!))
        return start[other]!;
    }
    return Infinity;
  }

  /** The position in `byParty` of a party's first take-over that counts only after an instant. */
  #firstCountingAfter(party: number, instant: number): number {
    let [low, high] = [this.firstOf[party]!, this.firstOf[party + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#latest[middle]! <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #findLatest(party: number, first: number): void {
    const { from } = this.of;
    let latest = first === this.firstOf[party] ? -Infinity : this.#latest[first - 1]!;
    for (let at = first; at < this.firstOf[party + 1]!; at++) this.#latest[at] = latest = Math.max(latest, from[this.byParty[at]!]!);
  }

  /** Moves what stands at a position of `byFrom` to before all that it comes before. */
  #moveDown(position: number): void {
    const { byFrom } = this;
    const own = byFrom[position]!;
    let at = position;
    for (; at > 0 && this.#comesBefore(own, byFrom[at - 1]!); at--) byFrom[at] = byFrom[at - 1]!;
    byFrom[at] = own;
  }

  #comesBefore(own: number, other: number): boolean {
    const { from, holder, start } = this.of;
    if (from[own] !== from[other]) return from[own]! < from[other]!;
    return holder[own] !== holder[other] ? holder[own]! < holder[other]! : start[own]! < start[other]!;
  }
}
