import { flushSync } from 'svelte';
import { PAGE } from './pages';

/** The lists that tell of a situation. */
const lists = ['changes', 'disputes', 'figures', 'control', 'movement', 'flow', 'incident', 'figure'] as const;
type List = (typeof lists)[number];

/** How many lines each list may have by now: those of a new update come one by one, so that no moment pays for all of them. */
export class Lines {
  /** Infinity where a list may have as many as it has. */
  readonly of = $state(Object.fromEntries(lists.map((list) => [list, 0])) as Record<List, number>);
  /** Whether all lists have all their lines. */
  readonly isWhole = $derived(lists.every((list) => this.of[list] === Infinity));

  /** Takes all lines away. */
  clear(): void {
    flushSync(() => {
      for (const list of lists) this.of[list] = 0;
    });
  }

  /** Lets the lists grow in turns, until there is a page of each, or it is told to stop. */
  *growing(isWanted: () => boolean): Generator<void, void> {
    for (let count = 1; count <= PAGE; count++)
      for (const list of lists) {
        if (!isWanted()) return;
        flushSync(() => (this.of[list] = count < PAGE ? count : Infinity));
        yield;
      }
  }
}
