import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

/** A file that the page can do without, and says so. */
export type Lack = 'relief' | 'logo';

/** What the page has to do without, each said once, until the reader has read it. */
export class Lacks {
  list = $state.raw<readonly Lack[]>([]);
  /** What is missing, read of or not. */
  readonly missing = new SvelteSet<Lack>();

  add(lack: Lack): void {
    this.missing.add(lack);
    if (!this.list.includes(lack)) this.list = [...this.list, lack];
  }

  dismiss(lack: Lack): void {
    this.list = this.list.filter((each) => each !== lack);
  }
}

/** Those of the page, for every component beneath it. */
export const [getLacks, setLacks] = createContext<Lacks>();
