import type { Rivals } from './dispute';
import { HELD, type Statements } from './statement';
import type { TakeOvers } from './take-over';
import { joined, NOBODY, SEVERAL, TRAIT, type Voice } from './voice';

/**
 * Positions in the making: what is said for each holder and extent, and the denials of somebody else's take-over that speak for
 * it. What is added of one holder and extent is one stand; stands are in the order in which they first come.
 */
export class Stands {
  count = 0;
  /** A party's number, or -1: not the party that claims the place, and nobody says who else. */
  holder = new Int32Array(8);
  extent = new Uint8Array(8);
  readonly voice: number[] = [];
  /** Bits of `TRAIT`. */
  readonly traits: number[] = [];
  /** Only where lists are wanted: since when it counts, its statements, of which one may come twice, and the denials. */
  readonly since: number[] = [];
  readonly statements: number[][] = [];
  readonly denials: number[][] = [];

  /** By holder and extent: the number of its stand plus one. */
  #slots = new Int32Array(64);

  constructor(
    readonly of: Statements,
    readonly listing: boolean,
  ) {}

  clear(): void {
    for (let i = 0; i < this.count; i++) this.#slots[slotOf(this.holder[i]!, this.extent[i]!)] = 0;
    this.count = 0;
    const slots = slotOf(this.of.parties.length, 0);
    if (slots > this.#slots.length) this.#slots = new Int32Array(slots * 2);
  }

  has(holder: number): boolean {
    return this.#slots[slotOf(holder, HELD)] !== 0;
  }

  /** Adds one statement. */
  add(s: number): void {
    const { holder, extent, voice, traits, from } = this.of;
    const own = this.#stand(holder[s]!, extent[s]!);
    this.#join(own, voice[s]!, traits[s]!);
    if (!this.listing) return;
    this.statements[own]!.push(s);
    this.#counts(own, from[s]!);
  }

  addTakeOver(takeOvers: TakeOvers, takeOver: number): void {
    const own = this.#stand(takeOvers.holder[takeOver]!, HELD);
    this.#join(own, takeOvers.voice[takeOver]!, takeOvers.traits[takeOver]!);
    if (!this.listing) return;
    const { first, item, next } = takeOvers.members;
    for (let at = first[takeOver]!; at >= 0; at = next[at]!) this.statements[own]!.push(item[at]!);
    this.#counts(own, takeOvers.from[takeOver]!);
  }

  addRival(rivals: Rivals, rival: number): void {
    const own = this.#stand(rivals.party[rival]!, HELD);
    this.#join(own, rivals.voice[rival]!, rivals.traits[rival]!);
    if (!this.listing) return;
    for (const s of rivals.statements[rival]!) this.statements[own]!.push(s);
    for (const report of rivals.denials[rival]!) this.denials[own]!.push(report);
    this.#counts(own, rivals.since[rival]!);
  }

  addStand(other: Stands, stand: number): void {
    const own = this.#stand(other.holder[stand]!, other.extent[stand]!);
    this.#join(own, other.voice[stand]!, other.traits[stand]!);
    if (!this.listing) return;
    for (const s of other.statements[stand]!) this.statements[own]!.push(s);
    for (const report of other.denials[stand]!) this.denials[own]!.push(report);
    this.#counts(own, other.since[stand]!);
  }

  supported(stand: number): boolean {
    return this.voice[stand] !== NOBODY;
  }

  /** Whether nothing that adds up to this would change how a holder's stand looks; never where lists are wanted. */
  covers(holder: number, voice: Voice, traits: number): boolean {
    const stand = this.#slots[slotOf(holder, HELD)]! - 1;
    if (this.listing || stand < 0) return false;
    // whether it rests on background is asked only of what rests on one origin
    const more = traits & ~this.traits[stand]! & (this.voice[stand] === SEVERAL ? TRAIT.denied : TRAIT.denied | TRAIT.background);
    return more === 0 && joined(this.voice[stand]!, voice) === this.voice[stand];
  }

  /** Whether any of its statements is background. */
  restsOnBackground(stand: number): boolean {
    return (this.traits[stand]! & TRAIT.background) !== 0;
  }

  #stand(holder: number, extent: number): number {
    const slot = slotOf(holder, extent);
    if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
    const own = this.count++;
    this.#slots[slot] = own + 1;
    if (own === this.holder.length) {
      const [holders, parts] = [this.holder, this.extent];
      this.holder = new Int32Array(own * 2);
      this.holder.set(holders);
      this.extent = new Uint8Array(own * 2);
      this.extent.set(parts);
    }
    this.holder[own] = holder;
    this.extent[own] = extent;
    this.voice[own] = NOBODY;
    this.traits[own] = 0;
    if (this.listing) {
      this.since[own] = Infinity;
      this.statements[own] = [];
      this.denials[own] = [];
    }
    return own;
  }

  #join(own: number, voice: number, traits: number): void {
    this.voice[own] = joined(this.voice[own]!, voice);
    this.traits[own]! |= traits;
  }

  #counts(own: number, from: number): void {
    this.since[own] = Math.min(this.since[own]!, from);
  }
}

function slotOf(holder: number, extent: number): number {
  return (holder + 1) * 4 + extent;
}
