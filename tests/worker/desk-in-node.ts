import { Desk, type Listener, type WorkerLike } from '../../src/ui/desk/desk';
import type { ToWorker } from '../../src/ui/desk/desk-messages';
import { DeskWork, type Workplace } from '../../src/ui/desk/desk-work';
import { NotArrived } from '../../src/ui/desk/load';
import { fileOf } from '../formats/folder';

/** A worker in this very thread: messages are cloned and come in turns, as between threads. */
export class WorkerInNode implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  /** Times at which each message was taken over, in milliseconds: how long the page was busy. */
  readonly spells: { readonly type: string; readonly ms: number }[] = [];
  readonly #work: DeskWork;
  #ended = false;

  constructor(fetch: Workplace['fetch'], now: () => number = () => performance.now()) {
    this.#work = new DeskWork({
      post: (message, transfer) => {
        const data = structuredClone(message, { transfer });
        setImmediate(() => {
          if (this.#ended) return;
          const begun = performance.now();
          (this.onmessage as ((event: { data: unknown }) => void) | null)?.({ data });
          this.spells.push({ type: message.type, ms: performance.now() - begun });
        });
      },
      turn: () => new Promise((done) => setImmediate(done)),
      now,
      fetch,
    });
  }

  postMessage(message: ToWorker): void {
    const data = structuredClone(message);
    setImmediate(() => this.#work.take(data));
  }

  terminate(): void {
    this.#ended = true;
  }
}

/** Files by name, as a site would have them; the address is the name. */
export function siteOf(files: ReadonlyMap<string, string | Uint8Array>, chunk = 4096): Workplace['fetch'] {
  return async (name, address) => {
    const content = await Promise.resolve(typeof address === 'string' ? files.get(address) : address.text());
    if (content === undefined) throw new NotArrived(name, '404 Not Found', 404);
    return fileOf(name, content, chunk);
  };
}

/** A desk whose worker is in this thread. */
export function deskOf(listener: Listener, fetch: Workplace['fetch'], now?: () => number): { desk: Desk; worker: WorkerInNode } {
  const worker = new WorkerInNode(fetch, now);
  return { desk: new Desk(listener, () => worker), worker };
}
