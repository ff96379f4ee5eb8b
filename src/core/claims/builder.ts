import type { ClaimPiece } from './claims';
import type { Columns, ColumnsHead } from './columns';
import { ColumnsBuilder } from './columns-builder';
import type { Claim } from '../model';

/** Takes claims as they are read, in any order, into text and columns. */
export class ClaimsBuilder {
  readonly #columns: ColumnsBuilder;
  #texts: string[] = [];

  constructor(head: ColumnsHead) {
    this.#columns = new ColumnsBuilder(head);
  }

  add(claim: Claim): void {
    this.#columns.add(claim);
    const { id, ...rest } = claim;
    this.#texts.push(JSON.stringify({ id, ...rest }));
  }

  /** What came since the last piece. */
  piece(): ClaimPiece {
    const starts = new Uint32Array(this.#texts.length + 1);
    this.#texts.forEach((text, i) => (starts[i + 1] = starts[i]! + text.length));
    const text = this.#texts.join('');
    this.#texts = [];
    return { text, starts };
  }

  /** The columns of all claims so far, and for each row the index of its claim in the order of reading. More may be added after it. */
  finish(): { columns: Columns; order: Uint32Array } {
    return this.#columns.finish();
  }
}
