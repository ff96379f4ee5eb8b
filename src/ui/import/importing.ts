import type { CandidatePlace } from '../../formats/import/outcome';
import type { Progress } from '../../formats/import/workplace';
import type { Answers, FromImport, ImportRequest, Refusal, Shown, ToImport } from './import-messages';

/** The page's side of an import: a table is read in a worker, and what it comes to is told for the last answers that were given. */

/** What a worker looks like from here. */
export type ImportWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface ImportListener {
  readonly progress: (progress: Progress) => void;
  /** All files of the dossier as they are. */
  readonly opened: (files: ReadonlyMap<string, Blob>) => void;
  readonly shown: (shown: Shown) => void;
  readonly refused: (refusal: Refusal) => void;
}

export class Importing {
  readonly #worker: ImportWorkerLike;
  readonly #found = new Map<number, (places: readonly CandidatePlace[]) => void>();
  #number = 0;
  /** Of the last answers. */
  #wanted = -1;

  constructor(request: ImportRequest, listener: ImportListener, worker: ImportWorkerLike = startWorker()) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromImport>) => {
      if (data.type === 'progress') listener.progress(data.progress);
      else if (data.type === 'opened') listener.opened(data.files);
      else if (data.type === 'refused') listener.refused(data.refusal);
      else if (data.type === 'found') {
        this.#found.get(data.number)?.(data.places);
        this.#found.delete(data.number);
      } else if (data.number === this.#wanted) listener.shown(data.shown);
    };
    worker.onerror = (event) => listener.refused({ is: 'failed', why: typeof event === 'string' ? event : (event as ErrorEvent).message });
    this.#post({ type: 'open', ...request });
  }

  /** Has the table read by these answers. */
  answer(answers: Answers): void {
    this.#wanted = this.#number++;
    this.#post({ type: 'answers', number: this.#wanted, answers });
  }

  /** Places of a name, the best first. */
  find(text: string): Promise<readonly CandidatePlace[]> {
    const number = this.#number++;
    return new Promise((resolve) => {
      this.#found.set(number, resolve);
      this.#post({ type: 'find', number, text });
    });
  }

  /** Ends it, whatever it is doing. */
  close(): void {
    this.#worker.terminate();
  }

  #post(message: ToImport): void {
    this.#worker.postMessage(message);
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../import-worker.ts', import.meta.url), { type: 'module' });
}
