import type { Rejected } from '../../core/import/draft';
import type { RowRead } from '../../core/import/table';
import type { Claim } from '../../core/model';

/** Rows that give a figure of one place, day, speaker and people twice: on the map one of them would stand for both, and the other would be gone. */
export class Twice {
  /** By what makes them one figure, the first row and what its cells say. */
  readonly #first = new Map<string, { readonly number: number; readonly cells: string }>();
  /** Why rows of this reading cannot be accepted, of which some were. */
  readonly found = new Map<number, Rejected>();

  /** Why a row's claim is none, where it says the same again; null else. */
  take(claim: Claim, { number, cells }: RowRead): Rejected | null {
    if (claim.kind !== 'displacement' || claim.displacement !== 'figure') return null;
    const { area, asOf, counts, measure, since, who, reports } = claim;
    const key = JSON.stringify([area, asOf, counts, measure, since, who, reports.map(({ by }) => by)]);
    const [first, text] = [this.#first.get(key), JSON.stringify(cells)];
    if (!first) this.#first.set(key, { number, cells: text });
    else if (first.cells === text) return { code: 'duplicate', why: `it is row ${first.number} once more` };
    else for (const row of [first.number, number]) this.found.set(row, { code: 'twice', why: whyOf(first.number, number) });
    return null;
  }
}

function whyOf(first: number, second: number): string {
  return `rows ${first} and ${second} are figures of one place, day, speaker and people, and one would hide the other: tell the places apart by name or coordinates, or give one row for both`;
}
