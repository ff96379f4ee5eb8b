import type { Rejected } from '../../core/import/draft';
import type { RowRead } from '../../core/import/table';
import type { Claim } from '../../core/model';

/** Rows that say the same twice: one that is there once more, and figures of one place, day, speaker and people, of which on the map one would stand for both. */
export class Twice {
  /** By what makes them one figure, the first row. */
  readonly #first = new Map<string, number>();
  /** By the beginning of their hash, the rows. */
  readonly #rows = new Map<number, number>();
  /** Why rows of this reading cannot be accepted, of which some were. */
  readonly found = new Map<number, Rejected>();

  /** Why a row's claim is none, where it says the same again; null else. `hash`: SHA-256 of the row, of which 52 bits are enough. */
  take(claim: Claim, { number }: RowRead, hash: string): Rejected | null {
    const bits = Number.parseInt(hash.slice(0, 13), 16);
    const same = this.#rows.get(bits);
    if (same !== undefined) return { code: 'duplicate', why: `it is row ${same} once more` };
    this.#rows.set(bits, number);
    if (claim.kind !== 'displacement' || claim.displacement !== 'figure') return null;
    const { area, asOf, counts, measure, since, who, reports } = claim;
    const key = JSON.stringify([area, asOf, counts, measure, since, who, reports.map(({ by }) => by)]);
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, number);
    else for (const row of [first, number]) this.found.set(row, { code: 'twice', why: whyOf(first, number) });
    return null;
  }
}

function whyOf(first: number, second: number): string {
  return `rows ${first} and ${second} are figures of one place, day, speaker and people, and one would hide the other: tell the places apart by name or coordinates, or give one row for both`;
}
