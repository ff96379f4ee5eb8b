import type { Candidate } from '../core/gazetteer';
import type { Place } from '../core/model';

/** The page's side of the search: the places are handed over once, and names are asked for. */

/** What the worker is told: the dossier's places in pieces, where the wider gazetteer is, and a name to be found. */
export type Question =
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  | { readonly kind: 'gazetteer'; readonly address: string }
  | { readonly kind: 'find'; readonly ticket: number; readonly text: string; readonly most: number };

export type Answer =
  /** `isWhole`: whether the wider gazetteer has arrived; the dossier's own places are found in any case. */
  | { readonly kind: 'ready'; readonly isWhole: boolean }
  | { readonly kind: 'found'; readonly ticket: number; readonly found: readonly Candidate[] };

/** How many places are read and handed over at once: a few milliseconds' worth. */
const PIECE = 250;

/** Finds places by any of their names, in a worker. */
export class Finder {
  readonly #worker = new Worker(new URL('../search-worker.ts', import.meta.url), { type: 'module' });
  readonly #asked = new Map<number, (found: readonly Candidate[]) => void>();
  #ticket = 0;
  #closed = false;
  /** Resolves when all is handed over: whether the wider gazetteer is among it. */
  readonly ready: Promise<boolean>;

  constructor(places: Iterator<Place>, gazetteer: string) {
    this.ready = new Promise((resolve) => {
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'ready') return resolve(data.isWhole);
        this.#asked.get(data.ticket)?.(data.found);
        this.#asked.delete(data.ticket);
      };
      this.#worker.onerror = () => resolve(false);
    });
    void this.#handOver(places, gazetteer);
  }

  async #handOver(places: Iterator<Place>, gazetteer: string): Promise<void> {
    for (let next = places.next(); !next.done;) {
      const piece: Place[] = [];
      for (; !next.done && piece.length < PIECE; next = places.next()) piece.push(next.value);
      this.#ask({ kind: 'places', places: piece });
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#closed) return;
    }
    this.#ask({ kind: 'gazetteer', address: new URL(gazetteer, document.baseURI).href });
  }

  /** The best candidates for a name, once the worker has come to it. */
  find(text: string, most: number): Promise<readonly Candidate[]> {
    const ticket = this.#ticket++;
    return new Promise((resolve) => {
      this.#asked.set(ticket, resolve);
      this.#ask({ kind: 'find', ticket, text, most });
    });
  }

  #ask(question: Question): void {
    this.#worker.postMessage(question);
  }

  close(): void {
    this.#closed = true;
    this.#worker.terminate();
  }
}
