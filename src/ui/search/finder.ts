import type { Candidate } from '../../core/gazetteer/gazetteer';
import type { TextPiece } from '../../core/lists/text-map';
import type { Answer, Question, Reach } from './search-messages';

/** The page's side of the search: places are handed over as they are read, each once, and names are asked for. */

/** What a worker looks like from here. */
export type SearchWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Finds places by any of their names, in a worker. */
export class Finder {
  readonly #worker: SearchWorkerLike;
  readonly #asked = new Map<number, (found: readonly Candidate[]) => void>();
  #ticket = 0;
  readonly #gazetteer: string;
  #pieces: readonly TextPiece[] = [];
  /** How many of the pieces the worker has; whether they are just being handed over, and whether they ever were. */
  #handed = 0;
  #isHanding = false;
  #isBegun = false;

  /** `gazetteer` is the whole address of a wider one. `heard` is told whenever more can be found than before. */
  constructor(gazetteer: string, heard: (reach: Reach) => void, worker: SearchWorkerLike = startWorker()) {
    this.#gazetteer = gazetteer;
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'reach') return heard(data.reach);
      this.#asked.get(data.ticket)?.(data.found);
      this.#asked.delete(data.ticket);
    };
    worker.onerror = () => heard('failed');
  }

  /** Hands over what of these has not been; pieces that were given before stay the first. The wider gazetteer follows the first of them. */
  hand(pieces: readonly TextPiece[]): void {
    this.#pieces = pieces;
    if (!this.#isHanding) void this.#handOver();
  }

  async #handOver(): Promise<void> {
    if (this.#isBegun && this.#handed === this.#pieces.length) return;
    this.#isHanding = true;
    while (this.#handed < this.#pieces.length) {
      this.#ask({ kind: 'places', piece: this.#pieces[this.#handed++]! });
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#isHanding = false;
    this.#ask({ kind: 'whole' });
    if (!this.#isBegun) this.#ask({ kind: 'gazetteer', address: this.#gazetteer });
    this.#isBegun = true;
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
    this.#worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../search-worker.ts', import.meta.url), { type: 'module' });
}
