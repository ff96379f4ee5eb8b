import type { SideState } from '../view/address';
import type { View } from './view.svelte';

/** How day and lens of the side that the controls act upon are moved. */
export class Steering {
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  /** Some days on (or back, below zero), as far as the dossier goes. */
  step(days: number): void {
    const { acted } = this.#view;
    const index = Math.min(this.#view.days.length - 1, Math.max(0, this.#view.days.indexOf(acted.day) + days));
    acted.day = this.#view.days[index] ?? acted.day;
  }

  /** To the nearest day of a change after (or before) this one; stays where there is none. */
  stepChange(direction: 1 | -1): void {
    const { acted } = this.#view;
    const day = direction > 0 ? acted.changeDays.find((day) => day > acted.day) : acted.changeDays.findLast((day) => day < acted.day);
    acted.day = day ?? acted.day;
  }

  /** Moves “known by” by some days: on the day shown it joins the playhead, on the last day it is “now”. */
  stepKnown(days: number): void {
    const index = this.#view.days.filter((day) => day <= this.#view.acted.knownDay).length - 1 + days;
    this.knowBy(index >= this.#view.days.length - 1 ? 'now' : this.#view.days[Math.max(0, index)]!);
  }

  /** Sets “known by”; the day shown itself means “then”. */
  knowBy(known: SideState['known']): void {
    this.#view.acted.known = known === this.#view.acted.day ? 'then' : known;
  }

  toggleSource(id: string): void {
    const { acted } = this.#view;
    acted.without = acted.without.includes(id) ? acted.without.filter((each) => each !== id) : [...acted.without, id].sort();
  }
}
