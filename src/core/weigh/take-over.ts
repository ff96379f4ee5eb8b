import { Chains } from '../lists/chains';
import { MODE, sideOf } from './lens-tables';
import type { Statements } from './statement';
import { TakeOverOrder } from './take-over-order';
import { joined, NOBODY, TRAIT } from './voice';

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
  readonly order = new TakeOverOrder(this);
  /** The statements of each. */
  readonly members = new Chains();
  /** Whose denials are among them, each once, as rows of the columns' parties; -1 for nobody's. */
  readonly deniers = new Chains();
  /** The take-overs that are new, or say anything that they did not say before, since `touchedCount` was set to 0. */
  readonly touched: number[] = [];
  touchedCount = 0;

  /** From when any take counts, and from when a supported one does: not a number where none is. */
  #fromAny = new Float64Array(0);
  #fromSupported = new Float64Array(0);
  /** The newest take-over of a party; -1 for none. */
  #newest = new Int32Array(0);

  constructor(readonly statements: Statements) {}

  /** Forgets every take-over, and makes room for those of the place that the statements are about. */
  clear(): void {
    const { count, parties } = this.statements;
    const { length } = parties;
    this.#reserve(count, length);
    this.count = this.touchedCount = 0;
    this.members.clear(count);
    this.deniers.clear(count);
    this.#newest.fill(-1, 0, length);
    this.order.clear(count, length);
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
   * where it changes the date of one, or from or until when one counts.
   */
  add(s: number, isNew: boolean): number {
    const { holder, start, end } = this.statements;
    const party = holder[s]!;
    const { byParty, firstOf } = this.order;
    const at = this.order.firstEndingAfter(party, start[s]!);
    const own = at < firstOf[party + 1]! && this.start[byParty[at]!]! < end[s]! ? byParty[at]! : -1;
    if (own >= 0 && (this.start[own]! > start[s]! || this.end[own]! < end[s]!)) return POOL_AGAIN;
    if (own < 0) return this.#insert(s, at);
    const [from, until] = [this.from[own]!, this.until[own]!];
    this.#take(own, s);
    if (this.#countsFrom(own) !== from || this.until[own] !== until) return POOL_AGAIN;
    if (isNew) this.#addMember(own, s);
    else this.#join(own, s);
    return own;
  }

  /** When all are pooled: puts the take-overs in order. */
  settle(): void {
    if (this.count === 0) return;
    for (let own = 0; own < this.count; own++) this.from[own] = this.#countsFrom(own);
    this.order.list();
  }

  /** Adds what a holding says to the take-overs of its party that it is of the time of; `isNew` where it is in none of them yet. */
  echo(s: number, isNew: boolean): void {
    const { holder, background, start, end } = this.statements;
    if (background[s] || this.count === 0) return;
    const party = holder[s]!;
    const { byParty, firstOf } = this.order;
    const last = firstOf[party + 1]!;
    for (let at = this.order.firstEndingAfter(party, start[s]!); at < last && this.start[byParty[at]!]! < end[s]!; at++) {
      if (isNew) this.#addMember(byParty[at]!, s);
      else this.#join(byParty[at]!, s);
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

  #addMember(own: number, s: number): void {
    this.members.add(own, s);
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
    this.#fromAny[own] = Infinity;
    this.#fromSupported[own] = NaN;
    this.voice[own] = NOBODY;
    this.traits[own] = 0;
    this.members.begin(own);
    this.deniers.begin(own);
    return own;
  }

  /** Adds a taking, though not to the members. */
  #take(own: number, s: number): void {
    const { from, until, voice } = this.statements;
    this.until[own] = Math.max(this.until[own]!, until[s]!);
    this.#fromAny[own] = Math.min(this.#fromAny[own]!, from[s]!);
    // not a number is less than nothing
    if (voice[s] !== NOBODY && !(this.#fromSupported[own]! <= from[s]!)) this.#fromSupported[own] = from[s]!;
  }

  /** From when a take-over counts: a taking without support has no say in when a supported one does. */
  #countsFrom(own: number): number {
    return Number.isNaN(this.#fromSupported[own]) ? this.#fromAny[own]! : this.#fromSupported[own]!;
  }

  /** Begins a take-over whose place among its party's is at a position. */
  #insert(s: number, at: number): number {
    const { holder, start, end } = this.statements;
    const own = this.#begin(holder[s]!, start[s]!);
    this.end[own] = end[s]!;
    this.#take(own, s);
    this.from[own] = this.#countsFrom(own);
    this.touched[this.touchedCount++] = own;
    this.#addMember(own, s);
    this.order.insert(own, at);
    return own;
  }

  #join(own: number, s: number): void {
    const voice = joined(this.voice[own]!, this.statements.voice[s]!);
    const traits = this.traits[own]! | this.statements.traits[s]!;
    const heard = (this.statements.traits[s]! & TRAIT.denied) !== 0 && this.#hearDeniers(own, s);
    if (voice === this.voice[own] && traits === this.traits[own] && !heard) return;
    this.voice[own] = voice;
    this.traits[own] = traits;
    this.touched[this.touchedCount++] = own;
  }

  /** Whether a statement is denied by anybody who was not heard before. */
  #hearDeniers(own: number, s: number): boolean {
    const { tables, first, countedEnd, counted } = this.statements;
    const { mode } = tables.columns;
    let heard = false;
    for (let i = first[s]!; i < countedEnd[s]!; i++) {
      if (mode[counted[i]!] !== MODE.denies) continue;
      const side = sideOf(tables.columns, counted[i]!);
      if (this.deniers.has(own, side)) continue;
      this.deniers.add(own, side);
      heard = true;
    }
    return heard;
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
      this.#fromAny = new Float64Array(room);
      this.#fromSupported = new Float64Array(room);
    }
    if (parties > this.#newest.length) this.#newest = new Int32Array(parties * 2);
  }
}
