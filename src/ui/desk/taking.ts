import { tick } from 'svelte';
import { Lines } from '../lines.svelte';
import { keepFocus } from '../selection';
import { inSlices, pause } from '../slices';

/** How one update takes the place of another: what it shows is made beforehand, then it is shown at once, then its lists grow. */
export class Taking {
  readonly lines = new Lines();
  /** Counts updates: what is done for one ends where another comes. */
  #turn = 0;

  /** `making` makes what is to be shown, and `show` shows it. Resolves when the lists are whole, or a later update has overtaken this one. */
  async take(making: Generator<void, void>, show: () => void): Promise<void> {
    const turn = ++this.#turn;
    await inSlices(making);
    if (turn !== this.#turn) return;
    await keepFocus(async () => {
      this.lines.clear();
      await pause();
      if (turn !== this.#turn) return;
      show();
      await tick();
      await this.fill();
    });
  }

  /** Lets the lists grow to their length, a slice at a time; to be called after the first update, once the page is there. */
  async fill(): Promise<void> {
    const turn = this.#turn;
    await pause();
    await inSlices(this.lines.growing(() => turn === this.#turn));
  }
}
