import { onDestroy } from 'svelte';
import type { View } from './view.svelte';

export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];
/** How long a day stands at speed 1. */
const DAY_ON_SCREEN_MS = 1400;

/** Plays the days one after the other, while the component lives that makes it. A timer and no effect: it lives as long as it plays. */
export class Player {
  playing = $state(false);
  speed = $state<Speed>(1);
  loop = $state(false);
  readonly #view: View;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View) {
    this.#view = view;
    onDestroy(() => this.stop());
  }

  /** Starts, from the first day when the last is shown; or stops. */
  toggle(): void {
    if (this.playing) return this.stop();
    this.playing = true;
    if (this.#atEnd()) this.#view.acted.day = this.#view.days[0]!;
    this.#wait();
  }

  stop(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  #atEnd(): boolean {
    return this.#view.acted.day === this.#view.days[this.#view.days.length - 1];
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#tick(), DAY_ON_SCREEN_MS / this.speed);
  }

  #tick(): void {
    if (this.#atEnd() && !this.loop) return this.stop();
    if (this.#atEnd()) this.#view.acted.day = this.#view.days[0]!;
    else this.#view.steering.step(1);
    this.#wait();
  }
}
