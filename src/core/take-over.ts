import { longer } from './growing';
import { MODE, sideOf } from './lens-tables';
import { sortBy } from './order';
import { joined, NOBODY, TRAIT, type Statements } from './statement';

/** What `add` says where the take-overs must be pooled again. */
export const POOL_AGAIN = -1;

/**
 * One party's takings of a place, each pooled over the claims of it whose dates overlap, as arrays by number. A party's own
 * take-overs never overlap. All lists are used again for the next reading.
 */
export class TakeOvers {
  count = 0;
  holder = new Int32Array(0);
  start = new Float64Array(0);
  end = new Float64Array(0);
  /** From when it counts: as soon as any of its supported takes does, or, where none is, any. */
  from = new Float64Array(0);
  until = new Float64Array(0);
  /** Of everything that is pooled in it. */
  voice = new Int32Array(0);
  traits = new Uint8Array(0);
  /** Numbers in the order from which they count, then of holders, then of beginnings. */
  byFrom = new Int32Array(0);
  /** The take-overs of a party, in order: from `firstOf[party]` to `firstOf[party + 1]`. */
  byParty = new Int32Array(0);
  firstOf = new Int32Array(1);
  /** At a position of `byParty`, the greatest `from` of the party's up to there. */
  latest = new Float64Array(0);
  /** A take-over's members as a chain: the first, and after each the next; -1 ends it. */
  firstMember = new Int32Array(0);
  member = new Int32Array(64);
  nextMember = new Int32Array(64);
  /** Whose denials are among its members', each once, as a chain: rows of the columns' parties, -1 for nobody's. */
  firstDenier = new Int32Array(0);
  denier = new Int32Array(64);
  nextDenier = new Int32Array(64);

  /** The take-overs that are new, or say anything that they did not say before, since `touchedCount` was set to 0. */
  readonly touched: number[] = [];
  touchedCount = 0;

  #lastMember = new Int32Array(0);
  #members = 0;
  #deniers = 0;
  /** From when any take counts, and from when a supported one does: Infinity where none is. */
  #fromAny = new Float64Array(0);
  #fromSupported = new Float64Array(0);
  /** The newest take-over of a party; -1 for none. */
  #newest = new Int32Array(0);
  #next = new Int32Array(0);

  constructor(readonly statements: Statements) {}

  /** Forgets every take-over, and makes room for those of the place that the statements are about. */
  clear(): void {
    this.#reserve(this.statements.count, this.statements.parties.length);
    this.count = 0;
    this.#members = this.#deniers = this.touchedCount = 0;
    const { length } = this.statements.parties;
    this.#newest.fill(-1, 0, length);
    this.firstOf.fill(0, 0, length + 1);
  }

  /** Takes in a taking; they must come in the order of their beginnings. */
  pool(s: number): void {
    const { holder, start, end } = this.statements;
    const party = holder[s]!;
    let own = this.#newest[party]!;
    if (own < 0 || start[s]! >= this.end[own]!) own = this.#begin(party, start[s]!);
    this.end[own] = Math.max(this.end[own]!, end[s]!);
    this.#take(own, s);
    this.#addMember(own, s);
  }

  /**
   * Takes in one more taking, or what one says more, in any order: the number of the take-over that it is of, or `POOL_AGAIN`
   * where it changes the date of one, or from when one counts.
   */
  add(s: number, isNew: boolean): number {
    const { holder, start, end } = this.statements;
    const party = holder[s]!;
    const at = this.firstEndingAfter(party, start[s]!);
    const own = at < this.firstOf[party + 1]! && this.start[this.byParty[at]!]! < end[s]! ? this.byParty[at]! : -1;
    if (own >= 0 && (this.start[own]! > start[s]! || this.end[own]! < end[s]!)) return POOL_AGAIN;
    if (own < 0) return this.#insert(s, at);
    const before = this.from[own]!;
    this.#take(own, s);
    if (this.#countsFrom(own) !== before) return POOL_AGAIN;
    if (isNew) this.#addMember(own, s);
    else this.#join(own, s);
    return own;
  }

  /** When all are pooled: puts the take-overs in order. */
  settle(): void {
    if (this.count === 0) return;
    for (let own = 0; own < this.count; own++) {
      this.byFrom[own] = own;
      this.from[own] = this.#countsFrom(own);
    }
    this.#listByParty();
    this.#sortByFrom();
  }

  /** Adds what a holding says to the take-overs of its party that it is of the time of; `isNew` where it is in none of them yet. */
  echo(s: number, isNew: boolean): void {
    const { holder, background, start, end } = this.statements;
    if (background[s] || this.count === 0) return;
    const party = holder[s]!;
    const last = this.firstOf[party + 1]!;
    for (let at = this.firstEndingAfter(party, start[s]!); at < last && this.start[this.byParty[at]!]! < end[s]!; at++) {
      if (isNew) this.#addMember(this.byParty[at]!, s);
      else this.#join(this.byParty[at]!, s);
    }
  }

  /** Adds what a holding says to one take-over of its party, where it is of the time of it. */
  echoIn(own: number, s: number): void {
    const { background, start, end } = this.statements;
    if (!background[s] && start[s]! < this.end[own]! && this.start[own]! < end[s]!) this.#addMember(own, s);
  }

  /** Whether a party is said to have taken the place. */
  has(party: number): boolean {
    return this.#newest[party]! >= 0;
  }

  /** The position in `byParty` of a party's first take-over whose date ends after an instant. */
  firstEndingAfter(party: number, instant: number): number {
    let [low, high] = [this.firstOf[party]!, this.firstOf[party + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end[this.byParty[middle]!]! <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position in `byParty` of a party's first take-over that counts only after an instant. */
  firstCountingAfter(party: number, instant: number): number {
    let [low, high] = [this.firstOf[party]!, this.firstOf[party + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.latest[middle]! <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #addMember(own: number, s: number): void {
    const at = this.#members++;
    if (at === this.member.length) {
      this.member = longer(this.member);
      this.nextMember = longer(this.nextMember);
    }
    this.member[at] = s;
    this.nextMember[at] = -1;
    if (this.firstMember[own] === -1) this.firstMember[own] = at;
    else this.nextMember[this.#lastMember[own]!] = at;
    this.#lastMember[own] = at;
    this.#join(own, s);
  }

  /** Begins a take-over at a time, of nothing yet. */
  #begin(party: number, start: number): number {
    const own = this.count++;
    this.#newest[party] = own;
    this.holder[own] = party;
    this.start[own] = start;
    this.end[own] = -Infinity;
    this.until[own] = -Infinity;
    this.#fromAny[own] = this.#fromSupported[own] = Infinity;
    this.voice[own] = NOBODY;
    this.traits[own] = 0;
    this.firstMember[own] = this.firstDenier[own] = -1;
    return own;
  }

  /** Adds a taking, though not to the members. */
  #take(own: number, s: number): void {
    const { from, until, voice } = this.statements;
    this.until[own] = Math.max(this.until[own]!, until[s]!);
    this.#fromAny[own] = Math.min(this.#fromAny[own]!, from[s]!);
    if (voice[s] !== NOBODY) this.#fromSupported[own] = Math.min(this.#fromSupported[own]!, from[s]!);
  }

  /** From when a take-over counts: a taking without support has no say in when a supported one does. */
  #countsFrom(own: number): number {
    return this.#fromSupported[own]! < Infinity ? this.#fromSupported[own]! : this.#fromAny[own]!;
  }

  /** Begins a take-over whose place in `byParty` is at a position. */
  #insert(s: number, at: number): number {
    const { holder, start, end, parties } = this.statements;
    const party = holder[s]!;
    const { byFrom, byParty, latest, firstOf, from } = this;
    const own = this.#begin(party, start[s]!);
    this.end[own] = end[s]!;
    this.#take(own, s);
    from[own] = this.#countsFrom(own);
    this.touched[this.touchedCount++] = own;
    this.#addMember(own, s);
    byParty.copyWithin(at + 1, at, own);
    latest.copyWithin(at + 1, at, own);
    byParty[at] = own;
    for (let later = party; later < parties.length; later++) firstOf[later + 1]!++;
    for (let i = at; i < firstOf[party + 1]!; i++) latest[i] = Math.max(i === firstOf[party] ? -Infinity : latest[i - 1]!, from[byParty[i]!]!);
    let before = own;
    while (before > 0 && this.#comesBefore(own, byFrom[before - 1]!)) before--;
    byFrom.copyWithin(before + 1, before, own);
    byFrom[before] = own;
    return own;
  }

  #comesBefore(own: number, other: number): boolean {
    const { from, holder, start } = this;
    if (from[own] !== from[other]) return from[own]! < from[other]!;
    return holder[own] !== holder[other] ? holder[own]! < holder[other]! : start[own]! < start[other]!;
  }

  #join(own: number, s: number): void {
    const voice = joined(this.voice[own]!, this.statements.voice[s]!);
    const traits = this.traits[own]! | this.statements.traits[s]!;
    const deniers = this.#deniers;
    if (this.statements.traits[s]! & TRAIT.denied) this.#addDeniers(own, s);
    if (voice === this.voice[own] && traits === this.traits[own] && deniers === this.#deniers) return;
    this.voice[own] = voice;
    this.traits[own] = traits;
    this.touched[this.touchedCount++] = own;
  }

  #addDeniers(own: number, s: number): void {
    const { tables, first, countedEnd, counted } = this.statements;
    const { mode } = tables.columns;
    for (let i = first[s]!; i < countedEnd[s]!; i++) {
      if (mode[counted[i]!] !== MODE.denies) continue;
      const side = sideOf(tables.columns, counted[i]!);
      let at = this.firstDenier[own]!;
      while (at >= 0 && this.denier[at] !== side) at = this.nextDenier[at]!;
      if (at >= 0) continue;
      at = this.#deniers++;
      if (at === this.denier.length) {
        this.denier = longer(this.denier);
        this.nextDenier = longer(this.nextDenier);
      }
      this.denier[at] = side;
      this.nextDenier[at] = this.firstDenier[own]!;
      this.firstDenier[own] = at;
    }
  }

  #listByParty(): void {
    const { parties } = this.statements;
    const { firstOf } = this;
    for (let own = 0; own < this.count; own++) firstOf[this.holder[own]! + 1]!++;
    for (let party = 0; party < parties.length; party++) {
      firstOf[party + 1]! += firstOf[party]!;
      this.#next[party] = firstOf[party]!;
    }
    for (let own = 0; own < this.count; own++) {
      const party = this.holder[own]!;
      const at = this.#next[party]!++;
      this.byParty[at] = own;
      this.latest[at] = at === firstOf[party] ? this.from[own]! : Math.max(this.latest[at - 1]!, this.from[own]!);
    }
  }

  #sortByFrom(): void {
    const { byFrom, from, holder } = this;
    sortBy(byFrom, this.count, from);
    // of those that count from one instant the first in the order of holders comes first
    for (let i = 1; i < this.count; i++) {
      const own = byFrom[i]!;
      let j = i;
      for (; j > 0 && from[byFrom[j - 1]!] === from[own] && holder[byFrom[j - 1]!]! > holder[own]!; j--) byFrom[j] = byFrom[j - 1]!;
      byFrom[j] = own;
    }
  }

  #reserve(statements: number, parties: number): void {
    if (statements > this.holder.length) {
      const room = statements * 2;
      this.holder = new Int32Array(room);
      this.start = new Float64Array(room);
      this.end = new Float64Array(room);
      this.from = new Float64Array(room);
      this.until = new Float64Array(room);
      this.voice = new Int32Array(room);
      this.traits = new Uint8Array(room);
      this.byFrom = new Int32Array(room);
      this.byParty = new Int32Array(room);
      this.latest = new Float64Array(room);
      this.firstMember = new Int32Array(room);
      this.firstDenier = new Int32Array(room);
      this.#lastMember = new Int32Array(room);
      this.#fromAny = new Float64Array(room);
      this.#fromSupported = new Float64Array(room);
    }
    if (parties > this.#newest.length) {
      const room = parties * 2;
      this.firstOf = new Int32Array(room + 1);
      this.#newest = new Int32Array(room);
      this.#next = new Int32Array(room);
    }
  }
}
