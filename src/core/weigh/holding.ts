import { FOR_NOBODY } from './denials';
import { Rivals } from './dispute';
import type { HoldingState } from '../ledger';
import type { Instant } from '../model';
import { firstAbove } from '../lists/order';
import type { Reading } from './reading';
import { Stands } from './stands';
import { NOBODY, SEVERAL } from './voice';

/**
 * The weighing rule for one place at one time. The holder stands first, or the contenders; then what only a party's own word
 * carries; then who is there without holding it.
 */
export class Verdict {
  state: HoldingState = 'unknown';
  /** How many of the first stands are in dispute with one another: 0, or 2 and more. */
  contenders = 0;
  /** Who holds the place, or who is in dispute over it. */
  readonly holders: Stands;
  readonly words: Stands;
  readonly guests: Stands;

  readonly #rivals: Rivals;
  /** Who stands there as the newest supported and undisputed take-over left it. */
  readonly #standing: Stands;
  /** Take-overs since that one that are not over, in the order from which they count; and those of them that are contested. */
  readonly #open: number[] = [];
  readonly #contested: number[] = [];
  #openCount = 0;
  #contestedCount = 0;
  /** By party: from when the first of its contested take-overs counts; whether it contradicts one. */
  #contestedFrom = new Float64Array(0);
  #contradicts = new Uint8Array(0);

  /** `listing` tells what is behind each stand; without it counting stops where more would not change how the place looks. */
  constructor(
    readonly reading: Reading,
    listing: boolean,
  ) {
    const { statements } = reading;
    this.#rivals = new Rivals(reading, listing);
    this.#standing = new Stands(statements, listing);
    this.holders = new Stands(statements, listing);
    this.words = new Stands(statements, listing);
    this.guests = new Stands(statements, listing);
  }

  /** To be called when what is known has changed; `all` where more has than what is said of holdings. */
  update(all: boolean): void {
    if (all) this.#rivals.clear();
    else this.#rivals.hear();
    const { length } = this.reading.statements.parties;
    if (length <= this.#contradicts.length) return;
    this.#contestedFrom = new Float64Array(length * 2);
    this.#contradicts = new Uint8Array(length * 2);
  }

  /** Says who holds the place at `time`, by the reading of what is known; false where nothing counts by then. */
  at(time: Instant): boolean {
    const { reading, holders, words, guests } = this;
    const { takeOvers } = reading;
    const standing = this.#standing;
    const counting = firstAbove(takeOvers.order.byFrom, 0, takeOvers.count, takeOvers.from, time);
    if (counting === 0 && reading.countsFrom > time) return false;
    standing.clear();
    holders.clear();
    words.clear();
    guests.clear();

    const settled = this.#settle(counting, time);
    const since = settled < 0 ? -Infinity : takeOvers.from[settled]!;

    if (settled < 0) this.#addHolds(time, -Infinity);
    else if (takeOvers.until[settled]! <= time) this.#addHolds(time, takeOvers.until[settled]!);
    else {
      standing.addTakeOver(takeOvers, settled);
      this.#addHoldsOf(standing, takeOvers.holder[settled]!, since, time);
    }
    if (this.#contestedCount > 0) this.#contend(time);
    else this.#addStanding(settled < 0);
    this.#addWords(settled);
    this.#addGuests(time, since);

    this.contenders = holders.count > 1 ? holders.count : holders.count === 0 && words.count > 1 ? words.count : 0;
    this.state = this.contenders ? 'disputed' : holders.count ? 'held' : words.count ? 'claimed' : 'unknown';
    return true;
  }

  /**
   * Finds the newest supported and undisputed take-over of the first `counting`, and what is open since; -1 where there is none.
   * It ends every earlier holding, so that nothing before it needs weighing.
   */
  #settle(counting: number, time: Instant): number {
    const { order, from, until, voice } = this.reading.takeOvers;
    const { byFrom } = order;
    let [open, contested] = [0, 0];
    let at = counting - 1;
    while (at >= 0 && (voice[byFrom[at]!] === NOBODY || this.#rivals.dispute(byFrom[at]!))) at--;
    const since = at < 0 ? -Infinity : from[byFrom[at]!]!;
    for (let later = at + 1; later < counting; later++) {
      const own = byFrom[later]!;
      if (from[own]! <= since || until[own]! <= time) continue;
      this.#open[open++] = own;
      if (voice[own] !== NOBODY) this.#contested[contested++] = own;
    }
    this.#openCount = open;
    this.#contestedCount = contested;
    return at < 0 ? -1 : byFrom[at]!;
  }

  /** The holdings at a time, those that began before an instant left out. */
  #addHolds(time: Instant, notBefore: Instant): void {
    const { list, count, parties, voice, traits, statements } = this.reading.holdings;
    const { from, until, holder } = statements;
    const standing = this.#standing;
    for (let i = 0, covered = 0; i < count && covered < parties; i++) {
      const s = list[i]!;
      if (from[s]! > time || until[s]! <= time || from[s]! < notBefore) continue;
      const party = holder[s]!;
      if (standing.covers(party, voice[party]!, traits[party]!)) continue;
      standing.add(s);
      if (standing.covers(party, voice[party]!, traits[party]!)) covered++;
    }
  }

  /** The holdings of one party at a time that speak of later than an instant. */
  #addHoldsOf(stands: Stands, party: number, after: Instant, time: Instant): void {
    const { byParty, firstOf, voice, traits, early, earlyCount, statements } = this.reading.holdings;
    const { from, until, speaksUntil, holder, spanStart } = statements;
    for (let i = firstOf[party + 1]! - 1; i >= firstOf[party]!; i--) {
      const s = byParty[i]!;
      if (speaksUntil[s]! <= after || stands.covers(party, voice[party]!, traits[party]!)) break;
      if (from[s]! <= time && until[s]! > time) stands.add(s);
    }
    if (after >= spanStart) return;
    for (let i = 0; i < earlyCount; i++) {
      const s = early[i]!;
      if (holder[s] === party && speaksUntil[s]! > after && from[s]! <= time && until[s]! > time) stands.add(s);
    }
  }

  /** Without a contest: whoever stands there with an origin. */
  #addStanding(mayBeDisputed: boolean): void {
    const { holders } = this;
    const standing = this.#standing;
    for (let i = 0; i < standing.count; i++) if (standing.supported(i)) holders.addStand(standing, i);
    // a party's own word that it is there, against the holding of another inside the span that rests on one origin
    const contestable = mayBeDisputed && holders.count === 1 && !holders.restsOnBackground(0) && holders.voice[0] !== SEVERAL;
    if (contestable) for (let i = 0; i < standing.count; i++) if (!standing.supported(i)) holders.addStand(standing, i);
  }

  /** The holder before, where somebody defends it, then the contested take-overs, newest first, then whoever contradicts them. */
  #contend(time: Instant): void {
    const { holders, reading } = this;
    const { takeOvers } = reading;
    const [contested, contestedCount, rivals, standing] = [this.#contested, this.#contestedCount, this.#rivals, this.#standing];
    const { length } = reading.statements.parties;
    this.#contradicts.fill(0, 0, length);
    let speaksForNobody = false;
    for (let i = 0; i < contestedCount; i++) {
      const own = contested[i]!;
      for (let rival = rivals.first(own); rival < rivals.end(own); rival++) {
        if (!rivals.disputes(rival, own)) continue;
        if (rivals.party[rival] === FOR_NOBODY) speaksForNobody = true;
        else this.#contradicts[rivals.party[rival]!] = 1;
      }
    }
    let base = 0;
    for (let i = 0; i < standing.count; i++) {
      if (!standing.supported(i)) continue;
      base++;
      if (speaksForNobody || this.#contradicts[standing.holder[i]!]) holders.addStand(standing, i);
    }
    this.#contestedFrom.fill(Infinity, 0, length);
    for (let i = contestedCount - 1; i >= 0; i--) {
      const own = contested[i]!;
      const party = takeOvers.holder[own]!;
      holders.addTakeOver(takeOvers, own);
      this.#contestedFrom[party] = Math.min(this.#contestedFrom[party]!, takeOvers.from[own]!);
    }
    for (let party = 0; party < length; party++)
      if (this.#contestedFrom[party]! < Infinity) this.#addHoldsOf(holders, party, this.#contestedFrom[party]!, time);
    for (let i = 0; i < contestedCount; i++) {
      const own = contested[i]!;
      for (let rival = rivals.first(own); rival < rivals.end(own); rival++)
        if (rivals.disputes(rival, own) && (rivals.party[rival] !== FOR_NOBODY || base === 0)) holders.addRival(rivals, rival);
    }
  }

  /** What only a party's own word carries: who stands there, take-overs, and contradictions that were not enough. */
  #addWords(settled: number): void {
    const { holders, words, reading } = this;
    const { takeOvers } = reading;
    const standing = this.#standing;
    for (let i = 0; i < standing.count; i++) if (!standing.supported(i) && !holders.has(standing.holder[i]!)) words.addStand(standing, i);
    for (let i = 0; i < this.#openCount; i++) {
      const own = this.#open[i]!;
      if (takeOvers.voice[own] === NOBODY && !holders.has(takeOvers.holder[own]!)) words.addTakeOver(takeOvers, own);
    }
    if (settled >= 0) this.#addOverruled(settled);
    for (let i = 0; i < this.#contestedCount; i++) this.#addOverruled(this.#contested[i]!);
  }

  /** The rivals whose word was not enough; a bare denial is shown on what it denies. */
  #addOverruled(own: number): void {
    const rivals = this.#rivals;
    for (let rival = rivals.first(own); rival < rivals.end(own); rival++)
      if (rivals.states[rival] && !rivals.disputes(rival, own) && !this.holders.has(rivals.party[rival]!))
        this.words.addRival(rivals, rival);
  }

  /** Who entered, or holds a part, and was not overtaken by a later take-over. */
  #addGuests(time: Instant, since: Instant): void {
    const { partial, partialCount, statements } = this.reading;
    const { from, until, holder } = statements;
    for (let i = 0; i < partialCount; i++) {
      const s = partial[i]!;
      const counts = from[s]! <= time && until[s]! > time && (from[s]! > since || since === -Infinity);
      if (counts && !this.holders.has(holder[s]!)) this.guests.add(s);
    }
  }
}
