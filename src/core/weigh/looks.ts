import { Growing, longer } from '../lists/growing';
import type { Verdict } from './holding';
import type { HoldingState, Look } from '../ledger';
import { extents } from '../vocabulary';
import type { Stands } from './stands';
import { NOBODY, TRAIT } from './voice';

/** What places look like, each look once. */

const states: readonly HoldingState[] = ['held', 'disputed', 'claimed', 'unknown'];
const UNKNOWN = states.indexOf('unknown');
const BITS = { extent: 3, supported: 4, denied: 8, taken: 16 } as const;
/** A holder's number is above those bits. */
const HOLDER = 32;
/** State, contenders, and how many positions: what comes before the positions. */
const HEAD = 3;

/** Gives every look a number in the order of its first coming. */
export class Looks {
  readonly list: Look[] = [];
  /** Each look as numbers: `HEAD` of them, then one a position; from `#first[look]` on. */
  readonly #codes = new Growing(Int32Array);
  readonly #first: number[] = [];
  readonly #hashes: number[] = [];
  /** Look numbers plus one by hash; a slot that is taken leads to the next. */
  #slots = new Int32Array(256);
  /** The look at hand. */
  #own = new Int32Array(HEAD + 16);
  #length = 0;

  constructor(readonly parties: readonly string[]) {}

  /** The number of a place's look by a verdict; `null` is a place of which everything was taken back. */
  of(verdict: Verdict | null): number {
    this.#length = HEAD;
    if (verdict) {
      this.#write(verdict.holders, false);
      // whether a word is a claim to the place or only denies the holder's
      this.#write(verdict.words, verdict.holders.count > 0);
      this.#write(verdict.guests, false);
    }
    const own = this.#own;
    own[0] = verdict ? states.indexOf(verdict.state) : UNKNOWN;
    own[1] = verdict ? verdict.contenders : 0;
    own[2] = this.#length - HEAD;
    const hash = hashOf(own, this.#length);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const look = this.#slots[slot]! - 1;
      if (look < 0) return this.#add(slot, hash);
      if (this.#hashes[look] === hash && this.#isOwn(look)) return look;
    }
  }

  #write(stands: Stands, beside: boolean): void {
    const { parties } = stands.of;
    for (let i = 0; i < stands.count; i++) {
      const holder = stands.holder[i]! < 0 ? 0 : parties[stands.holder[i]!]! + 1;
      const traits = stands.traits[i]!;
      if (this.#length === this.#own.length) this.#own = longer(this.#own);
      this.#own[this.#length++] =
        holder * HOLDER +
        stands.extent[i]! +
        (stands.voice[i] === NOBODY ? 0 : BITS.supported) +
        (traits & TRAIT.denied ? BITS.denied : 0) +
        (beside && traits & TRAIT.taken ? BITS.taken : 0);
    }
  }

  #isOwn(look: number): boolean {
    const first = this.#first[look]!;
    for (let i = 0; i < this.#length; i++) if (this.#codes.at(first + i) !== this.#own[i]) return false;
    return true;
  }

  #add(slot: number, hash: number): number {
    const look = this.list.length;
    const own = Array.from(this.#own.subarray(0, this.#length));
    this.#slots[slot] = look + 1;
    this.#hashes.push(hash);
    this.#first.push(this.#codes.length);
    for (const code of own) this.#codes.push(code);
    const [state, contenders] = own as [number, number];
    this.list.push({
      state: states[state]!,
      contenders,
      positions: own.slice(HEAD).map((code) => ({
        holder: code < HOLDER ? null : this.parties[Math.floor(code / HOLDER) - 1]!,
        extent: extents[code & BITS.extent]!,
        supported: (code & BITS.supported) !== 0,
        denied: (code & BITS.denied) !== 0,
        taken: (code & BITS.taken) !== 0,
      })),
    });
    if (this.list.length * 2 > this.#slots.length) this.#grow();
    return look;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    this.#hashes.forEach((hash, look) => {
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = look + 1;
    });
  }
}

/** FNV-1a over whole numbers, its low bits mixed once more. */
function hashOf(codes: Int32Array, length: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
