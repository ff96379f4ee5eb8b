import { createContext } from 'svelte';

/** A file that the page can do without, and says so. */
export type Lack = 'relief' | 'logo' | 'font';

/** What the page has to do without, each said once, until the reader has read it. */
export class Lacks {
  /** What is missing, read of or not. */
  missing = $state.raw<readonly Lack[]>([]);
  #read = $state.raw<readonly Lack[]>([]);

  /** What has yet to be read of. */
  get list(): readonly Lack[] {
    return this.missing.filter((lack) => !this.#read.includes(lack));
  }

  add(lack: Lack): void {
    if (!this.missing.includes(lack)) this.missing = [...this.missing, lack];
    this.#read = this.#read.filter((each) => each !== lack);
  }

  dismiss(lack: Lack): void {
    this.#read = [...this.#read, lack];
  }
}

/** Those of the page, for every component beneath it. */
export const [getLacks, setLacks] = createContext<Lacks>();
