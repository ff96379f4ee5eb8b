import { Denials, FOR_NOBODY } from './denials';
import { firstAbove } from '../lists/order';
import type { Reading } from './reading';
import { HELD, type Statements } from './statement';
import type { TakeOvers } from './take-over';
import { joined, NOBODY, SEVERAL, TRAIT } from './voice';

/** Rule 5: what contradicts a take-over, and whether that is enough to put it in dispute. */

/** So many rivals are kept, though some are of take-overs that have been weighed again. */
const MANY = 1000;

/** What was found of a take-over. */
const [UNWEIGHED, UNDISPUTED, DISPUTED] = [0, 1, 2];

/**
 * The contradictions of a reading's take-overs, one for each party that contradicts it, weighed when first asked for: those of
 * a take-over from `first(own)` to `end(own)`, denials for nobody first, then by party.
 */
export class Rivals {
  readonly party: number[] = [];
  /** Of the rival's own statements that the place is in its hands; `NOBODY` also where it has none. */
  readonly voice: number[] = [];
  readonly traits: number[] = [];
  /** Whether the rival has statements of its own, and does not only deny. */
  readonly states: boolean[] = [];
  /** Whether somebody other than the party itself says so. */
  readonly supported: boolean[] = [];
  /** Only where lists are wanted: since when it is said, by which statements, and in which reports that deny the take-over. */
  readonly since: number[] = [];
  readonly statements: (readonly number[])[] = [];
  readonly denials: (readonly number[])[] = [];

  /** How many rivals were found. */
  #count = 0;
  #state = new Uint8Array(0);
  /** The take-overs that are weighed. */
  readonly #weighed: number[] = [];
  #weighedCount = 0;
  #first = new Int32Array(0);
  #end = new Int32Array(0);
  readonly #statements: Statements;
  readonly #takeOvers: TakeOvers;
  readonly #denials: Denials;
  #listed: number[] = [];

  /** `listing` tells what is behind each rival; without it counting stops where more would not change how the place looks. */
  constructor(
    readonly reading: Reading,
    readonly listing: boolean,
  ) {
    this.#statements = reading.statements;
    this.#takeOvers = reading.takeOvers;
    this.#denials = new Denials(reading, listing);
  }

  /** Forgets what was weighed: the reading is another. */
  clear(): void {
    const { count } = this.#statements;
    if (count > this.#state.length) {
      this.#state = new Uint8Array(count * 2);
      this.#first = new Int32Array(count * 2);
      this.#end = new Int32Array(count * 2);
    }
    this.#state.fill(UNWEIGHED, 0, count);
    this.#count = this.#weighedCount = 0;
  }

  /** Forgets the take-overs of which what changed can say something: those that were touched, and those that it contradicts. */
  hear(): void {
    const { changed, changes, extent, took } = this.#statements;
    const { touched, touchedCount } = this.#takeOvers;
    if (this.#count > MANY) this.clear();
    for (let i = 0; i < touchedCount; i++) this.#forget((own) => this.#isTouched(own, touched[i]!));
    for (let i = 0; i < changes; i++) {
      const s = changed[i]!;
      if (extent[s] === HELD && !took[s]) this.#forget((own) => this.#isContradicted(own, s));
    }
  }

  #forget(concerned: (own: number) => boolean): void {
    for (let at = this.#weighedCount - 1; at >= 0; at--) {
      const own = this.#weighed[at]!;
      if (!concerned(own)) continue;
      this.#state[own] = UNWEIGHED;
      this.#weighed[at] = this.#weighed[--this.#weighedCount]!;
    }
  }

  /** Whether a take-over that was touched is one, contradicts it, or parts it from later contradictions. */
  #isTouched(own: number, other: number): boolean {
    const { holder, start, end } = this.#takeOvers;
    if (holder[own] === holder[other]) return own === other;
    return (
      (start[own]! < end[other]! && start[other]! < end[own]!) || this.#takeOvers.order.tookAgain(own, holder[other]!) === start[other]
    );
  }

  /** Whether a holding says anything new against a take-over, or did so before it was published. */
  #isContradicted(own: number, s: number): boolean {
    const { holder, speaksUntil, background } = this.#statements;
    const takeOvers = this.#takeOvers;
    if (takeOvers.holder[own] === holder[s] || speaksUntil[s]! <= takeOvers.from[own]!) return false;
    return background[s] === 1 || (!this.#says(own, s) && speaksUntil[s]! <= this.#takeOvers.order.tookAgain(own, holder[s]!));
  }

  /** Whether all that a holding can say against a take-over is said by its party already. */
  #says(own: number, s: number): boolean {
    const { holder, voice, traits } = this.#statements;
    for (let rival = this.#first[own]!; rival < this.#end[own]!; rival++)
      if (this.party[rival] === holder[s])
        return (
          this.states[rival]! &&
          joined(this.voice[rival]!, voice[s]!) === this.voice[rival] &&
          (traits[s]! & ~this.traits[rival]! & TRAIT.denied) === 0
        );
    return false;
  }

  /** Whether a take-over is in dispute, whatever the time. */
  dispute(own: number): boolean {
    if (this.#state[own] === UNWEIGHED) this.#weigh(own);
    return this.#state[own] === DISPUTED;
  }

  first(own: number): number {
    return this.#first[own]!;
  }

  end(own: number): number {
    return this.#end[own]!;
  }

  /** Whether a rival puts a take-over in dispute: its own word alone does not, against several origins. */
  disputes(rival: number, own: number): boolean {
    return this.supported[rival]! || this.#takeOvers.voice[own] !== SEVERAL;
  }

  #weigh(own: number): void {
    const { parties } = this.#statements;
    this.#denials.hear(own);
    this.#first[own] = this.#count;
    if (this.#denials.speakFor(FOR_NOBODY)) {
      this.#begin(FOR_NOBODY);
      this.#finish(false, this.#denials.neutral);
    }
    const { holder } = this.#takeOvers;
    for (let party = 0; party < parties.length; party++) if (party !== holder[own]) this.#contradictions(own, party);
    this.#end[own] = this.#count;
    let disputed = false;
    for (let rival = this.#first[own]!; rival < this.#end[own]!; rival++) disputed ||= this.disputes(rival, own);
    this.#state[own] = disputed ? DISPUTED : UNDISPUTED;
    this.#weighed[this.#weighedCount++] = own;
  }

  /** What one party says against a take-over. */
  #contradictions(own: number, party: number): void {
    const { reading } = this;
    const { start, until, speaksUntil, holder } = this.#statements;
    const takeOvers = this.#takeOvers;
    const [counts, ends] = [takeOvers.from[own]!, takeOvers.until[own]!];
    const limit = this.#takeOvers.order.tookAgain(own, party);
    const { byParty, firstOf, early, earlyCount } = reading.holdings;
    const [least, most] = [firstOf[party]!, firstOf[party + 1]!];
    this.#begin(party);
    let states = false;
    // only from when the take-over counts: what was so earlier on an uncertain day is a sequence
    for (let i = firstAbove(byParty, least, most, speaksUntil, limit) - 1; i >= least; i--) {
      const s = byParty[i]!;
      if (speaksUntil[s]! <= counts || (states && this.#isHeard(party))) break;
      if (until[s]! <= counts || start[s]! >= ends) continue;
      this.#addStatement(s);
      states = true;
    }
    if (counts < this.#statements.spanStart)
      for (let i = 0; i < earlyCount; i++) {
        const s = early[i]!;
        if (holder[s] !== party || speaksUntil[s]! > limit || speaksUntil[s]! <= counts || until[s]! <= counts || start[s]! >= ends)
          continue;
        this.#addStatement(s);
        states = true;
      }
    const { order } = takeOvers;
    for (let at = order.firstEndingAfter(party, takeOvers.start[own]!); at < order.firstOf[party + 1]!; at++) {
      const other = order.byParty[at]!;
      if (takeOvers.start[other]! >= takeOvers.end[own]!) break;
      this.#addTakeOver(other);
      states = true;
    }
    if (states || this.#denials.speakFor(party)) this.#finish(states, false);
    else this.#count--;
  }

  #begin(party: number): void {
    const own = this.#count++;
    this.party[own] = party;
    this.voice[own] = NOBODY;
    this.traits[own] = 0;
    if (!this.listing) return;
    this.#listed = [];
    this.since[own] = Infinity;
  }

  /** Whether all that a party's holdings can add is in already. */
  #isHeard(party: number): boolean {
    const own = this.#count - 1;
    const { voice, traits } = this.reading.holdings;
    return !this.listing && this.voice[own] === voice[party] && ((this.traits[own]! ^ traits[party]!) & TRAIT.denied) === 0;
  }

  #addStatement(s: number): void {
    const own = this.#count - 1;
    const { voice, traits, from } = this.#statements;
    this.voice[own] = joined(this.voice[own]!, voice[s]!);
    this.traits[own]! |= traits[s]!;
    if (!this.listing) return;
    this.#listed.push(s);
    this.since[own] = Math.min(this.since[own]!, from[s]!);
  }

  #addTakeOver(other: number): void {
    const own = this.#count - 1;
    const { voice, traits, members } = this.#takeOvers;
    this.voice[own] = joined(this.voice[own]!, voice[other]!);
    this.traits[own]! |= traits[other]!;
    if (this.listing) for (let at = members.first[other]!; at >= 0; at = members.next[at]!) this.#addStatement(members.item[at]!);
  }

  #finish(states: boolean, neutral: boolean): void {
    const own = this.#count - 1;
    this.states[own] = states;
    this.supported[own] = neutral || this.voice[own] !== NOBODY;
    if (!this.listing) return;
    const denials = this.#denials.listOf(this.party[own]!);
    const { knownFrom } = this.#statements.tables.columns;
    for (const report of denials) this.since[own] = Math.min(this.since[own]!, knownFrom[report]!);
    this.statements[own] = this.#listed;
    this.denials[own] = denials;
  }
}
