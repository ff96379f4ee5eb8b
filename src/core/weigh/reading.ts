import { Holdings } from './holdings';
import { insert, insertBy, sortBy } from '../lists/order';
import { HELD, type Statements } from './statement';
import { POOL_AGAIN, TakeOvers } from './take-over';

/** What is known of a place, divided: which statements are take-overs, which are holdings, who is only there in part. */

/** What a statement is read as. */
const [NONE, PARTIAL, HOLDS, TAKES] = [0, 1, 2, 3] as const;

/** In `#taker`: nobody is said to have taken the place, or more than one party is. */
const [NOBODY_TOOK, SEVERAL_TOOK] = [-1, -2] as const;

/** A change in fewer of this many statements is put in its places; of more, all are read again. */
const FEW = 8;

/** Everything known of a place, in the parts that the rule needs, to be asked about any time. */
export class Reading {
  readonly takeOvers: TakeOvers;
  /** Holdings that are no arrival. */
  readonly holdings: Holdings;
  /** Who entered, or holds a part, in the order of statements. */
  partial = new Int32Array(0);
  partialCount = 0;
  /** From when the first statement counts that is no take-over. */
  countsFrom = Infinity;

  /** All statements, and those that are take-overs, in the order of their beginnings. */
  #byStart = new Int32Array(0);
  #takes = new Int32Array(0);
  #takesCount = 0;
  #role = new Uint8Array(0);
  /** Whether background names a holder; the party that is said to have taken the place. */
  #recorded = false;
  #taker: number = NOBODY_TOOK;
  /** Whether arrivals were looked for. */
  #arrivals = false;
  #onRecord = new Uint8Array(0);

  constructor(readonly statements: Statements) {
    this.takeOvers = new TakeOvers(statements);
    this.holdings = new Holdings(statements);
  }

  /** Takes up the place that the statements were loaded for, before anything of it is known. */
  load(): void {
    const { count, start, parties } = this.statements;
    this.#reserve(count, parties.length);
    for (let s = 0; s < count; s++) this.#byStart[s] = s;
    sortBy(this.#byStart, count, start);
    this.#role.fill(NONE, 0, count);
    this.#takesCount = this.partialCount = 0;
    this.countsFrom = Infinity;
    this.#arrivals = this.#recorded = false;
    this.#taker = NOBODY_TOOK;
    this.holdings.load();
    this.takeOvers.clear();
  }

  /** Takes in what changed; whether take-overs, or who stands there at all, can be others than before. */
  update(): boolean {
    const { changed, changes, extent, holder } = this.statements;
    if (this.#changesAll()) {
      this.read();
      return true;
    }
    this.takeOvers.touchedCount = 0;
    let [again, newcomer] = [false, false];
    for (let i = 0; i < changes; i++) {
      const s = changed[i]!;
      newcomer ||= extent[s] === HELD && !this.stands(holder[s]!);
      if (extent[s] !== HELD) this.#addPartial(s);
      else if (!this.#add(s)) again = true;
    }
    if (again) this.#pool();
    return again || newcomer;
  }

  /** Divides what is stated of the place; what is only denied falls away. */
  read(): void {
    const { count, stated, extent, took, from } = this.statements;
    const role = this.#role;
    this.#recorded = false;
    this.#taker = NOBODY_TOOK;
    for (let s = 0; s < count; s++) {
      role[s] = !stated[s] ? NONE : extent[s] !== HELD ? PARTIAL : took[s] ? TAKES : HOLDS;
      if (role[s]! >= HOLDS) this.#record(s);
    }
    this.#arrivals = this.#mayArrive();
    if (this.#arrivals) this.#findArrivals();
    this.holdings.clear();
    this.partialCount = 0;
    this.countsFrom = Infinity;
    for (let s = 0; s < count; s++) {
      if (role[s] === PARTIAL) this.partial[this.partialCount++] = s;
      else if (role[s] === HOLDS) this.holdings.push(s);
      else continue;
      this.countsFrom = Math.min(this.countsFrom, from[s]!);
    }
    this.holdings.divide(role, HOLDS);
    this.#takesCount = 0;
    for (let i = 0; i < count; i++) if (role[this.#byStart[i]!] === TAKES) this.#takes[this.#takesCount++] = this.#byStart[i]!;
    this.#pool();
  }

  /** Whether a party is said to hold or to have taken the place. */
  stands(party: number): boolean {
    return this.holdings.has(party) || this.takeOvers.has(party);
  }

  /** Whether what changed takes something back, changes who arrived, or is much. */
  #changesAll(): boolean {
    const { changed, changes, shrunk, extent, count } = this.statements;
    if (shrunk || this.#arrivals || changes * FEW > count) return true;
    for (let i = 0; i < changes; i++) if (extent[changed[i]!] === HELD) this.#record(changed[i]!);
    return this.#mayArrive();
  }

  /** Notes what decides whether a holding can be an arrival. */
  #record(s: number): void {
    const { background, took, holder } = this.statements;
    if (background[s]) this.#recorded = true;
    if (took[s] && this.#taker !== holder[s]) this.#taker = this.#taker === NOBODY_TOOK ? holder[s]! : SEVERAL_TOOK;
  }

  #mayArrive(): boolean {
    return this.#recorded && this.#taker !== SEVERAL_TOOK;
  }

  /**
   * Finds the `holds` that report a change although their editor did not write `took`: somebody else is on record as the holder
   * before, nobody else is said to have taken the place, and inside the span it is the first word about it of a party not on record.
   */
  #findArrivals(): void {
    const { count, holder, background, start, parties } = this.statements;
    const role = this.#role;
    const onRecord = this.#onRecord.fill(0, 0, parties.length);
    for (let s = 0; s < count; s++) if (role[s]! >= HOLDS && background[s]) onRecord[holder[s]!] = 1;
    let first = Infinity;
    for (let s = 0; s < count; s++) if (role[s]! >= HOLDS && !onRecord[holder[s]!]) first = Math.min(first, start[s]!);
    for (let s = 0; s < count; s++) {
      const isFirst = role[s] === HOLDS && !onRecord[holder[s]!] && start[s] === first;
      if (isFirst && (this.#taker === NOBODY_TOOK || this.#taker === holder[s])) role[s] = TAKES;
    }
  }

  #addPartial(s: number): void {
    if (this.#role[s] === PARTIAL) return;
    this.#role[s] = PARTIAL;
    insert(this.partial, this.partialCount++, s);
    this.countsFrom = Math.min(this.countsFrom, this.statements.from[s]!);
  }

  /** Puts a statement in its places, where it is new, and what it says in with the rest; false where all must be pooled again. */
  #add(s: number): boolean {
    const isNew = this.#role[s] === NONE;
    this.#role[s] = this.statements.took[s] ? TAKES : HOLDS;
    if (this.statements.took[s]) return this.#addTaking(s, isNew);
    if (isNew) this.holdings.add(s);
    else this.holdings.change(s);
    this.takeOvers.echo(s, isNew);
    this.countsFrom = Math.min(this.countsFrom, this.statements.from[s]!);
    return true;
  }

  #addTaking(s: number, isNew: boolean): boolean {
    const { holder, start } = this.statements;
    const { takeOvers } = this;
    if (isNew) insertBy(this.#takes, 0, this.#takesCount, this.#takesCount++, s, start);
    const before = takeOvers.count;
    const own = takeOvers.add(s, isNew);
    if (own === POOL_AGAIN) return false;
    const { byParty, firstOf } = this.holdings;
    const party = holder[s]!;
    if (own === before) for (let i = firstOf[party]!; i < firstOf[party + 1]!; i++) takeOvers.echoIn(own, byParty[i]!);
    return true;
  }

  #pool(): void {
    const { takeOvers, holdings } = this;
    takeOvers.clear();
    for (let i = 0; i < this.#takesCount; i++) takeOvers.pool(this.#takes[i]!);
    takeOvers.settle();
    if (takeOvers.count > 0) for (let i = 0; i < holdings.count; i++) takeOvers.echo(holdings.list[i]!, true);
  }

  #reserve(statements: number, parties: number): void {
    if (statements > this.partial.length) {
      const room = statements * 2;
      this.partial = new Int32Array(room);
      this.#byStart = new Int32Array(room);
      this.#takes = new Int32Array(room);
      this.#role = new Uint8Array(room);
    }
    if (parties > this.#onRecord.length) this.#onRecord = new Uint8Array(parties * 2);
  }
}
