/** Events stand in rows of four to the left of their place, where no count and no guest stands. */

/** How many events stand beside one another; further ones lie on the last. */
export const SLOTS = 12;

/** Where the event of a slot stands beside its place, in pixels at mark scale 1; -1 is the place itself. */
export function slotOffset(slot: number): [x: number, y: number] {
  if (slot < 0) return [0, 0];
  const held = Math.min(slot, SLOTS - 1);
  return [-27 - 20 * (held % 4), -7 + 20 * Math.floor(held / 4)];
}

/**
 * Gives out slots beside places, once for all time: each time the lowest that is free, so that no mark moves while time does.
 * Events must come in the order of their starts, in minutes as records have them; beyond the last slot they are given `SLOTS`.
 */
export class Slots {
  readonly #ends: Float32Array;
  /** Before this, all of a place's slots are known to be taken. */
  readonly #full: Float32Array;

  constructor(places: number) {
    this.#ends = new Float32Array(places * SLOTS).fill(-Infinity);
    this.#full = new Float32Array(places).fill(-Infinity);
  }

  take(place: number, start: number, end: number): number {
    if (start < this.#full[place]!) return SLOTS;
    const first = place * SLOTS;
    let earliest = Infinity;
    for (let slot = 0; slot < SLOTS; slot++) {
      const taken = this.#ends[first + slot]!;
      if (taken <= start) {
        this.#ends[first + slot] = end;
        return slot;
      }
      if (taken < earliest) earliest = taken;
    }
    this.#full[place] = earliest;
    return SLOTS;
  }
}
