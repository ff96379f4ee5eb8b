import { MODE, sideOf } from './lens-tables';
import type { Reading } from './reading';

/** Whom a denial speaks for: a party that denies a take-over says that the place is its own, or its ally's. */

/** For nobody who is said to be there. */
export const FOR_NOBODY = -1;

const NONE: readonly number[] = [];

/** The denials of one take-over after the other, by the party that they speak for. */
export class Denials {
  /** Whether any is in nobody's interest. */
  neutral = false;
  /** By party, where lists are wanted, the reports. */
  readonly #reports = new Map<number, readonly number[]>();

  constructor(
    readonly reading: Reading,
    readonly listing: boolean,
  ) {}

  /** Takes up a take-over. */
  hear(own: number): void {
    const { first, next, item } = this.reading.takeOvers.deniers;
    this.neutral = false;
    if (this.#reports.size > 0) this.#reports.clear();
    for (let at = first[own]!; at >= 0; at = next[at]!) {
      if (!this.#isInterested(item[at]!, own)) this.neutral = true;
      this.#reports.set(this.#speaksFor(item[at]!, own), NONE);
    }
    if (this.listing && this.#reports.size > 0) this.#list(own);
  }

  /** Whether any speaks for a party, or for nobody. */
  speakFor(party: number): boolean {
    return this.#reports.has(party);
  }

  /** Those that do, in the order of the take-over's members and of publication. */
  listOf(party: number): readonly number[] {
    return this.#reports.get(party) ?? NONE;
  }

  #list(own: number): void {
    const { takeOvers, statements } = this.reading;
    const { tables, first, countedEnd, counted } = statements;
    const { members } = takeOvers;
    for (let at = members.first[own]!; at >= 0; at = members.next[at]!) {
      const s = members.item[at]!;
      for (let i = first[s]!; i < countedEnd[s]!; i++) {
        if (tables.columns.mode[counted[i]!] !== MODE.denies) continue;
        const party = this.#speaksFor(sideOf(tables.columns, counted[i]!), own);
        this.#reports.set(party, [...this.#reports.get(party)!, counted[i]!]);
      }
    }
  }

  /** A party that denies its own success, like a speaker of no party, speaks for nobody's interest. */
  #isInterested(side: number, own: number): boolean {
    const { takeOvers, statements } = this.reading;
    return side >= 0 && side !== statements.parties[takeOvers.holder[own]!];
  }

  /** The party that a denial speaks for: its own, where that is said to hold or have taken the place, else an ally that is, else nobody. */
  #speaksFor(side: number, own: number): number {
    if (!this.#isInterested(side, own)) return FOR_NOBODY;
    const { reading } = this;
    const { takeOvers, statements } = reading;
    const party = statements.numberOf(side);
    if (party >= 0 && reading.stands(party)) return party;
    const { camp } = statements.tables.columns;
    for (let ally = 0; ally < statements.parties.length; ally++)
      if (ally !== takeOvers.holder[own] && reading.stands(ally) && camp[statements.parties[ally]!] === camp[side]) return ally;
    return FOR_NOBODY;
  }
}
