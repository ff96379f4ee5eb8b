import { FLAG } from '../claims/columns';
import { countedRows, keptRows } from './evidence';
import { MODE, originOf, STATES, SUPPORTS, type LensTables } from './lens-tables';
import type { Instant } from '../model';
import { sortBy } from '../lists/order';
import { joined, NOBODY, TRAIT } from './voice';

/** What is known of one place at one time, in the shape that the rule speaks about: statements, one for each control claim. */

/** The extent of a claim that says that its party holds the place: the first of the schema's list. */
export const HELD = 0;

/** The statements about one place, in the order of claim ids, as arrays; the lists are used again for the next place. */
export class Statements {
  count = 0;
  /** Row in the columns. */
  claim = new Int32Array(0);
  /** Index into `parties`. */
  holder = new Int32Array(0);
  /** The claim's own columns. */
  extent = new Uint8Array(0);
  start = new Float64Array(0);
  end = new Float64Array(0);
  /** Its last instant; Infinity where it has no end. */
  until = new Float64Array(0);
  took = new Uint8Array(0);
  background = new Uint8Array(0);

  /** Whether anybody says it, by what is known: a claim that is only denied makes no position. */
  stated = new Uint8Array(0);
  /** From when it counts. */
  from = new Float64Array(0);
  /** The last time it speaks of. Of background that is not published yet, nothing of the span. */
  speaksUntil = new Float64Array(0);
  published = new Uint8Array(0);
  voice = new Int32Array(0);
  /** Bits of `TRAIT`. */
  traits = new Uint8Array(0);

  /** The holders that are named, as rows of the columns' parties, ascending. */
  readonly parties: number[] = [];
  /** Kept reports in the order of publication, those of a statement from `first[s]` to `first[s + 1]`. */
  evidence = new Int32Array(0);
  first = new Int32Array(1);
  /** Those of them that count by what is known: from `first[s]` to `countedEnd[s]`. */
  counted = new Int32Array(0);
  countedEnd = new Int32Array(0);
  /** The statements that changed by what was learnt last: the first `changes` of the list. */
  changed = new Int32Array(0);
  changes = 0;
  /** Whether any of them says less than before, or with less support. */
  shrunk = false;

  /** How many of a statement's evidence are known. */
  #known = new Int32Array(0);
  /** Positions in `evidence` in the order of publication, and by position whose it is and when it is known. */
  #byPublication = new Int32Array(0);
  #owner = new Int32Array(0);
  #publishedAt = new Float64Array(0);
  /** The first of `#byPublication` that is not known yet; whether anything was learnt. */
  #next = 0;
  #begun = false;
  /** By row of the columns' parties: its number among `parties` plus one, 0 for none. */
  readonly #numbers: Int32Array;

  constructor(
    readonly tables: LensTables,
    readonly kept: Uint8Array,
    readonly spanStart: Instant,
  ) {
    this.#numbers = new Int32Array(tables.columns.parties.length);
  }

  /** Takes up the control claims of a place of which the lens keeps any report. */
  load(place: number): void {
    const { tables, kept } = this;
    const { columns } = tables;
    const [begin, end] = [columns.firstControl[place]!, columns.firstControl[place + 1]!];
    this.#reserve(begin, end);
    this.count = 0;
    for (let i = begin; i < end; i++) {
      const claim = columns.controlAt[i]!;
      const s = this.count;
      const stop = keptRows(tables, kept, claim, this.evidence, this.first[s]!);
      if (stop === this.first[s]) continue;
      const flags = columns.flags[claim]!;
      this.first[s + 1] = stop;
      this.claim[s] = claim;
      this.holder[s] = columns.party[claim]!;
      this.extent[s] = columns.extent[claim]!;
      this.start[s] = columns.start[claim]!;
      this.end[s] = columns.end[claim]!;
      this.until[s] = columns.until[claim]! - 1;
      this.speaksUntil[s] = columns.speaksUntil[claim]!;
      this.took[s] = flags & FLAG.took ? 1 : 0;
      this.background[s] = flags & FLAG.background ? 1 : 0;
      this.stated[s] = 0;
      this.#known[s] = 0;
      this.count++;
    }
    this.#order();
    this.#numberParties();
  }

  /** Takes in what is known by an instant, which is not before the one of the last call; `changed` then tells what changed by it. */
  learn(knownBy: Instant): void {
    this.changes = 0;
    this.shrunk = false;
    const { knownFrom } = this.tables.columns;
    const end = this.first[this.count]!;
    for (; this.#next < end; this.#next++) {
      const at = this.#byPublication[this.#next]!;
      if (knownFrom[this.evidence[at]!]! > knownBy) break;
      const s = this.#owner[at]!;
      const known = this.#known[s]! + 1;
      this.#known[s] = known;
      // with the last of its reports that are known by then
      const last = this.first[s]! + known === this.first[s + 1] || knownFrom[this.evidence[this.first[s]! + known]!]! > knownBy;
      if (last) this.#read(s, knownBy);
    }
    if (this.#begun) return;
    this.#begun = true;
    for (let s = 0; s < this.count; s++) if (this.background[s] && this.#known[s] === 0) this.#read(s, knownBy);
  }

  /** Reads a statement with the evidence that counts of it. */
  #read(s: number, knownBy: Instant): void {
    const { tables, counted } = this;
    const { columns } = tables;
    const background = this.background[s] === 1;
    const first = this.first[s]!;
    const end = countedRows(tables, this.evidence, first, this.first[s + 1]!, knownBy, background, counted);
    this.countedEnd[s] = end;
    let voice = NOBODY;
    let traits = (background ? TRAIT.background : 0) | (this.took[s] ? TRAIT.taken : 0);
    let since = Infinity;
    let stated = 0;
    for (let i = first; i < end; i++) {
      const report = counted[i]!;
      const mode = columns.mode[report]!;
      if (mode === MODE.denies) traits |= TRAIT.denied;
      else if (STATES[mode]) {
        stated = 1;
        if (columns.knownFrom[report]! < since) since = columns.knownFrom[report]!;
        if (SUPPORTS[mode]) voice = joined(voice, originOf(tables, report));
      }
    }
    // what background says of the span is news like any other, and waits for the publication of who says so
    const published = since <= knownBy ? 1 : 0;
    // what was published before it can have happened waits for it
    const from = this.took[s] ? Math.max(this.start[s]!, Math.min(this.end[s]! - 1, since)) : this.start[s]!;
    const same = stated === this.stated[s] && from === this.from[s] && published === this.published[s] && voice === this.voice[s];
    if (stated === 0 && this.stated[s] === 0) return;
    // of denials it also counts whose they are
    if (same && traits === this.traits[s] && !(traits & TRAIT.denied)) return;
    this.changed[this.changes++] = s;
    if (this.stated[s] === 1)
      this.shrunk ||= stated === 0 || from > this.from[s]! || joined(voice, this.voice[s]!) !== voice || (this.traits[s]! & ~traits) !== 0;
    this.stated[s] = stated;
    this.voice[s] = voice;
    this.traits[s] = traits;
    this.published[s] = published;
    this.from[s] = from;
    const speaksUntil = columns.speaksUntil[this.claim[s]!]!;
    this.speaksUntil[s] = published ? speaksUntil : Math.min(speaksUntil, this.spanStart);
  }

  /** Puts the evidence of all statements in the order of publication. */
  #order(): void {
    const { knownFrom } = this.tables.columns;
    const end = this.first[this.count]!;
    for (let s = 0; s < this.count; s++)
      for (let at = this.first[s]!; at < this.first[s + 1]!; at++) {
        this.#owner[at] = s;
        this.#byPublication[at] = at;
        this.#publishedAt[at] = knownFrom[this.evidence[at]!]!;
      }
    sortBy(this.#byPublication, end, this.#publishedAt);
    this.#next = 0;
    this.#begun = false;
  }

  /** The number among `parties` of a row of the columns' parties; -1 where nobody says that it is there. */
  numberOf(party: number): number {
    return this.#numbers[party]! - 1;
  }

  #numberParties(): void {
    const { parties, holder } = this;
    for (const party of parties) this.#numbers[party] = 0;
    parties.length = 0;
    for (let s = 0; s < this.count; s++) {
      if (this.#numbers[holder[s]!] !== 0) continue;
      this.#numbers[holder[s]!] = 1;
      parties.push(holder[s]!);
    }
    if (parties.length > 1) parties.sort((a, b) => a - b);
    for (let number = 0; number < parties.length; number++) this.#numbers[parties[number]!] = number + 1;
    for (let s = 0; s < this.count; s++) holder[s] = this.#numbers[holder[s]!]! - 1;
  }

  /** Makes room for the claims of a place. */
  #reserve(begin: number, end: number): void {
    const { columns } = this.tables;
    let reports = 0;
    for (let i = begin; i < end; i++)
      reports += columns.firstReport[columns.controlAt[i]! + 1]! - columns.firstReport[columns.controlAt[i]!]!;
    if (reports > this.evidence.length) {
      this.evidence = new Int32Array(reports * 2);
      this.#byPublication = new Int32Array(reports * 2);
      this.#owner = new Int32Array(reports * 2);
      this.#publishedAt = new Float64Array(reports * 2);
      this.counted = new Int32Array(reports * 2);
    }
    if (end - begin <= this.claim.length) return;
    const room = (end - begin) * 2;
    this.claim = new Int32Array(room);
    this.holder = new Int32Array(room);
    this.extent = new Uint8Array(room);
    this.start = new Float64Array(room);
    this.end = new Float64Array(room);
    this.until = new Float64Array(room);
    this.took = new Uint8Array(room);
    this.background = new Uint8Array(room);
    this.stated = new Uint8Array(room);
    this.from = new Float64Array(room);
    this.speaksUntil = new Float64Array(room);
    this.published = new Uint8Array(room);
    this.voice = new Int32Array(room);
    this.traits = new Uint8Array(room);
    this.first = new Int32Array(room + 1);
    this.countedEnd = new Int32Array(room);
    this.changed = new Int32Array(room);
    this.#known = new Int32Array(room);
  }
}
