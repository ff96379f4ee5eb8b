import type { Rejected } from '../../core/import/draft';
import type { RowRead } from '../../core/import/table';
import { guarded } from '../../core/table/formula';
import type { RejectsOfAKind } from './outcome';
import type { RowSink } from './workplace';

/** Reasons that are told apart by their words, since each is mended otherwise; as many as are told apart. */
const WORDED: ReadonlySet<string> = new Set(['status', 'event', 'party', 'twice', 'date', 'source', 'number']);
const MOST_KINDS = 100;

/** The rows that became no claim, each with its reason, as a table that can be corrected and brought in. */
export class Rejects<Made> {
  readonly #sink: RowSink<Made>;
  readonly #kinds = new Map<string, { code: string; rows: number; firstRow: number; firstReason: string }>();
  count = 0;

  constructor(sink: RowSink<Made>, headings: readonly string[]) {
    this.#sink = sink;
    sink.row(['row', 'reason', ...headings.map(guarded)]);
  }

  add({ number, cells }: RowRead, { code, why }: Rejected): void {
    this.count++;
    this.#sink.row([String(number), why, ...cells.map(guarded)]);
    const kind = WORDED.has(code) && this.#kinds.size < MOST_KINDS ? `${code} ${why}` : code;
    const known = this.#kinds.get(kind);
    if (known) known.rows++;
    else this.#kinds.set(kind, { code, rows: 1, firstRow: number, firstReason: why });
  }

  /** The most frequent reasons first. */
  byKind(): readonly RejectsOfAKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.rows - a.rows);
  }

  end(): Made {
    return this.#sink.end();
  }
}
