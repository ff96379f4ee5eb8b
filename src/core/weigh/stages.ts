import { aliveIndex, type Stretches } from '../lists/alive';
import { countedRows, keptRows } from './evidence';
import { Growing } from '../lists/growing';
import { MODE, STATES, type LensTables } from './lens-tables';
import type { Instant } from '../model';

/** How one claim reads as its reports become known, and rows of what is shown when. */

/** Reads the evidence of one claim after the other, as it becomes known: in stages, each until the next. Lists are used again. */
export class Stages {
  readonly from: Instant[] = [];
  /** Somebody says it, means to do it, or foresees it; somebody who denies it is not enough. */
  readonly known: boolean[] = [];
  /** Somebody says that it happened. */
  readonly stated: boolean[] = [];
  /** The first report that names a speaker and does not deny it; where none does, the first that does not deny it; -1 for none. */
  readonly giver: number[] = [];

  #sorted = new Int32Array(64);
  #counted = new Int32Array(64);

  constructor(
    readonly tables: LensTables,
    readonly kept: Uint8Array,
  ) {}

  /** Reads a claim; how many stages it has, none where the lens keeps no report of it. */
  read(claim: number): number {
    const { tables } = this;
    const { columns, days, lens } = tables;
    const room = columns.firstReport[claim + 1]! - columns.firstReport[claim]!;
    if (room > this.#sorted.length) {
      this.#sorted = new Int32Array(room * 2);
      this.#counted = new Int32Array(room * 2);
    }
    const end = keptRows(tables, this.kept, claim, this.#sorted, 0);
    if (end === 0) return 0;
    if (lens.knownBy !== 'then') {
      this.#stage(0, -Infinity, lens.knownBy === 'now' ? Infinity : lens.knownBy, end);
      return 1;
    }
    let count = 0;
    for (let i = 0; i < end;) {
      const from = days.startOf(columns.knownFrom[this.#sorted[i]!]!);
      const next = days.endOf(from);
      do i++;
      while (i < end && columns.knownFrom[this.#sorted[i]!]! < next);
      this.#stage(count++, from, columns.knownFrom[this.#sorted[i - 1]!]!, end);
    }
    return count;
  }

  #stage(at: number, from: Instant, knownBy: Instant, end: number): void {
    const { mode, speaker } = this.tables.columns;
    const counted = this.#counted;
    const last = countedRows(this.tables, this.#sorted, 0, end, knownBy, false, counted);
    let [stated, giver] = [false, -1];
    for (let i = 0; i < last; i++) {
      const report = counted[i]!;
      if (mode[report] === MODE.denies) continue;
      if (giver < 0 || (speaker[giver]! < 0 && speaker[report]! >= 0)) giver = report;
      stated ||= STATES[mode[report]!] === 1;
    }
    this.from[at] = from;
    this.known[at] = giver >= 0;
    this.stated[at] = stated;
    this.giver[at] = giver;
  }
}

/** Collects rows of what is shown from when until when, in the order of claims. */
export class RowsBuilder {
  readonly #claim = new Growing(Uint32Array);
  readonly #start = new Growing(Float64Array);
  readonly #end = new Growing(Float64Array);

  /** Adds a row, unless it is shown at no time; whether it did. */
  add(claim: number, start: Instant, end: Instant): boolean {
    if (start >= end) return false;
    this.#claim.push(claim);
    this.#start.push(start);
    this.#end.push(end);
    return true;
  }

  finish(): Stretches & { readonly claim: Uint32Array } {
    const [start, end] = [this.#start.all(), this.#end.all()];
    return { claim: this.#claim.all(), start, end, alive: aliveIndex(start, end) };
  }
}
