import { insert, insertBy, sortBy } from '../lists/order';
import type { Statements } from './statement';
import { joined, NOBODY } from './voice';

/** The holdings of a place that are no arrival, all and by party; the lists are used again for the next reading. */
export class Holdings {
  count = 0;
  /** All of them, in the order of statements. */
  list = new Int32Array(0);
  /** Those of a party, by the last time that they speak of: from `firstOf[party]` to `firstOf[party + 1]`. */
  byParty = new Int32Array(0);
  firstOf = new Int32Array(1);
  /** All that a party's add up to. */
  voice = new Int32Array(0);
  traits = new Uint8Array(0);
  /** Background that is not published yet: it speaks of nothing in the span, and stands in no party's list. */
  early = new Int32Array(0);
  earlyCount = 0;

  /** How many parties are said to hold the place. */
  parties = 0;

  #stands = new Uint8Array(0);
  #next = new Int32Array(0);
  /** The place's statements by the last time that they speak of, background as if it were published. */
  #bySpeaksUntil = new Int32Array(0);

  constructor(readonly statements: Statements) {}

  /** Takes up the place that the statements were loaded for, before anything of it is known. */
  load(): void {
    const { count, speaksUntil } = this.statements;
    this.#reserve(count, this.statements.parties.length);
    for (let s = 0; s < count; s++) this.#bySpeaksUntil[s] = s;
    sortBy(this.#bySpeaksUntil, count, speaksUntil);
    this.clear();
  }

  /** Forgets all; then `push` each in the order of statements, then `divide`. */
  clear(): void {
    const { length } = this.statements.parties;
    this.count = this.earlyCount = this.parties = 0;
    this.firstOf.fill(0, 0, length + 1);
    this.voice.fill(NOBODY, 0, length);
    this.traits.fill(0, 0, length);
    this.#stands.fill(0, 0, length);
  }

  push(s: number): void {
    this.list[this.count++] = s;
    this.#join(s);
    if (this.#isEarly(s)) this.early[this.earlyCount++] = s;
    else this.firstOf[this.statements.holder[s]! + 1]!++;
  }

  /** Lists by party those of the statements that were pushed, which `isHolding` tells. */
  divide(role: Uint8Array, holding: number): void {
    if (this.count === this.earlyCount) return;
    const { parties, holder, count } = this.statements;
    const { byParty, firstOf } = this;
    for (let party = 0; party < parties.length; party++) {
      this.#next[party] = firstOf[party]!;
      firstOf[party + 1]! += firstOf[party]!;
    }
    for (let i = 0; i < count; i++) {
      const s = this.#bySpeaksUntil[i]!;
      if (role[s] === holding && !this.#isEarly(s)) byParty[this.#next[holder[s]!]!++] = s;
    }
  }

  /** Puts one more in its places. */
  add(s: number): void {
    insert(this.list, this.count++, s);
    this.#join(s);
    if (this.#isEarly(s)) this.early[this.earlyCount++] = s;
    else this.#list(s);
  }

  /** Takes in that one says more, or has been published. */
  change(s: number): void {
    this.#join(s);
    if (this.#isEarly(s)) return;
    const at = this.early.subarray(0, this.earlyCount).indexOf(s);
    if (at < 0) return;
    this.early[at] = this.early[--this.earlyCount]!;
    this.#list(s);
  }

  /** Whether a party is said to hold the place. */
  has(party: number): boolean {
    return this.#stands[party] === 1;
  }

  #isEarly(s: number): boolean {
    return this.statements.published[s] === 0;
  }

  #join(s: number): void {
    const { holder, voice, traits } = this.statements;
    const party = holder[s]!;
    this.voice[party] = joined(this.voice[party]!, voice[s]!);
    this.traits[party]! |= traits[s]!;
    if (this.#stands[party] === 0) this.parties++;
    this.#stands[party] = 1;
  }

  #list(s: number): void {
    const { holder, speaksUntil, parties } = this.statements;
    const { byParty, firstOf } = this;
    const party = holder[s]!;
    insertBy(byParty, firstOf[party]!, firstOf[party + 1]!, firstOf[parties.length]!, s, speaksUntil);
    for (let later = party; later < parties.length; later++) firstOf[later + 1]!++;
  }

  #reserve(statements: number, parties: number): void {
    if (statements > this.list.length) {
      const room = statements * 2;
      this.list = new Int32Array(room);
      this.byParty = new Int32Array(room);
      this.early = new Int32Array(room);
      this.#bySpeaksUntil = new Int32Array(room);
    }
    if (parties > this.voice.length) {
      const room = parties * 2;
      this.firstOf = new Int32Array(room + 1);
      this.voice = new Int32Array(room);
      this.traits = new Uint8Array(room);
      this.#stands = new Uint8Array(room);
      this.#next = new Int32Array(room);
    }
  }
}
