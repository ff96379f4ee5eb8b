import { claimsFrom, type ClaimPiece } from '../../core/claims/claims';
import type { Lens } from '../../core/ledger';
import type { Dossier, Place, Source } from '../../core/model';
import { TextMap, type TextPiece } from '../../core/lists/text-map';
import { unpack, type BesideParts, type FromWorker, type ToWorker, type UpdateParts } from './desk-messages';
import { Unreadable, WorkerMissing, type DeskRequest, type DossierHead, type Listener, type Update, type Weighed } from './desk-update';
import { NotArrived } from './load';

export * from './desk-update';

/** The page's side of the worker: a dossier is opened and weighed elsewhere, and what comes back is put together here in pieces. */

interface Numbered {
  readonly lens: Lens;
  readonly number: number;
}
interface Awaited<T> {
  readonly resolve: (result: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** What a worker looks like from the page: the part of `Worker` that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** Opens one dossier: new Desk(listener) → open(request, lensOf) → updates; then `weigh` for every other lens. */
export class Desk {
  readonly #listener: Listener;
  #worker: WorkerLike | null = null;
  #lensOf: (head: DossierHead, days: readonly string[]) => Lens = () => {
    throw new Error('a head before anything was opened');
  };
  #opening: Awaited<Update> | null = null;
  #weighing: (Awaited<Update> & { readonly number: number }) | null = null;
  #beside: (Awaited<Weighed> & { readonly number: number }) | null = null;
  #lastNumber = 0;
  /** Number of the lens that is wanted. */
  #wanted = 0;
  /** The lens to go back to. */
  #shown: Numbered | null = null;
  #head: DossierHead | null = null;
  #days: readonly string[] = [];
  #dossier: Dossier | null = null;
  /** Those of the dossier. */
  #shownPlaces: readonly TextPiece[] = [];
  readonly #sources: TextPiece[] = [];
  readonly #places: TextPiece[] = [];
  readonly #claims: ClaimPiece[] = [];
  #lists: unknown[][] = [];

  readonly #start: () => WorkerLike;

  /** `start` starts the worker. */
  constructor(listener: Listener, start: () => WorkerLike = startWorker) {
    this.#listener = listener;
    this.#start = start;
  }

  /**
   * Reads, checks and weighs a dossier. `lensOf` is called once, with the dossier's days, as soon as the head is read, for the lens to begin with.
   * The listener gets an update for each first picture and for the whole; resolves with the last of them.
   * Rejects with NotArrived, Unreadable, WorkerMissing, what `lensOf` throws, and an AbortError after `close`.
   */
  open(request: DeskRequest, lensOf: (head: DossierHead, days: readonly string[]) => Lens): Promise<Update> {
    this.#lensOf = lensOf;
    return new Promise((resolve, reject) => {
      this.#opening = { resolve, reject };
      try {
        this.#worker = this.#start();
      } catch (error) {
        this.#fail(new WorkerMissing(error instanceof Error ? error.message : String(error)));
        return;
      }
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
      this.#worker.onerror = (event) => this.#fail(new WorkerMissing(typeof event === 'string' ? event : (event as ErrorEvent).message));
      this.#worker.onmessageerror = () => this.#fail(new WorkerMissing('a message could not be read'));
      const { files, optional, gazetteer } = request;
      this.#post({ type: 'open', files: [...files], optional: [...optional], gazetteer });
    });
  }

  /** Ends the reading: what was read stays, marked as partial. */
  stop(): void {
    this.#post({ type: 'stop' });
  }

  /**
   * Weighs anew; resolves with the update that shows it, which the listener gets too. Rejects with an AbortError where a later
   * lens overtakes it, or `signal` aborts: then what is shown stays.
   */
  weigh(lens: Lens, signal?: AbortSignal): Promise<Update> {
    this.#weighing?.reject(aborted());
    const number = ++this.#lastNumber;
    return new Promise((resolve, reject) => {
      if (!this.#worker || signal?.aborted) {
        reject(aborted());
        return;
      }
      this.#weighing = { resolve, reject, number };
      signal?.addEventListener('abort', () => {
        reject(aborted());
        if (this.#weighing?.number !== number) return;
        this.#weighing = null;
        if (this.#shown) this.#ask(this.#shown);
      });
      this.#ask({ lens, number });
    });
  }

  /**
   * Weighs the dossier that is shown through another lens, beside the one that is shown, which stays. Rejects with an AbortError where a
   * later lens beside overtakes it, or `signal` aborts.
   */
  weighBeside(lens: Lens, signal?: AbortSignal): Promise<Weighed> {
    this.#beside?.reject(aborted());
    this.#beside = null;
    const number = ++this.#lastNumber;
    return new Promise((resolve, reject) => {
      if (!this.#worker || signal?.aborted) {
        reject(aborted());
        return;
      }
      this.#beside = { resolve, reject, number };
      signal?.addEventListener('abort', () => {
        reject(aborted());
        if (this.#beside?.number !== number) return;
        this.#beside = null;
        this.#post({ type: 'weigh beside', lens: null, number });
      });
      this.#post({ type: 'weigh beside', lens, number });
    });
  }

  /** Ends the worker, whatever it is doing. */
  close(): void {
    this.#fail(aborted());
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'progress':
        return this.#listener.progress(message.progress);
      case 'sources':
        return void this.#sources.push(message.piece);
      case 'places':
        return void this.#places.push(message.piece);
      case 'claims':
        return void this.#claims.push(message.piece);
      case 'list':
        return void (this.#lists[message.list] ??= []).push(...message.items);
      case 'head':
        this.#days = Object.freeze(message.days);
        return this.#takeHead(Object.freeze({ ...message.head, sources: new TextMap<Source>(this.#sources, message.sorted, 'pieces') }));
      case 'update':
        return this.#takeUpdate(unpack(message.packed, this.#lists) as UpdateParts, message.number);
      case 'beside':
        return this.#takeBeside(unpack(message.packed, this.#lists) as BesideParts, message.number);
      case 'not arrived':
        return this.#fail(new NotArrived(message.file, message.reason, message.status, message.address));
      case 'unreadable':
        return this.#fail(new Unreadable(message));
      case 'failed':
        return this.#fail(new WorkerMissing(message.message));
    }
  }

  /** Tells the worker which lens is wanted. */
  #ask(lens: Numbered): void {
    this.#wanted = lens.number;
    this.#post({ type: 'weigh', ...lens });
  }

  #takeHead(head: DossierHead): void {
    this.#head = head;
    try {
      this.#shown = { lens: this.#lensOf(head, this.#days), number: 0 };
      this.#ask(this.#shown);
    } catch (error) {
      this.#fail(error);
    }
  }

  #takeUpdate({ claims, ledger, ...rest }: UpdateParts, number: number): void {
    this.#lists = [];
    if (claims) {
      this.#shownPlaces = [...this.#places];
      this.#dossier = Object.freeze({
        ...this.#head!,
        places: new TextMap<Place>(this.#shownPlaces, claims.places, 'ids'),
        claims: claimsFrom([...this.#claims], claims.order, claims.columns),
      });
    }
    // what was overtaken on its way is not shown
    else if (number !== this.#wanted) return;
    const dossier = this.#dossier!;
    this.#shown = { lens: ledger.lens, number };
    const places = this.#shownPlaces;
    const update: Update = Object.freeze({ dossier, places, days: this.#days, ledger: Object.freeze({ ...ledger, dossier }), ...rest });
    this.#listener.update(update);
    if (!rest.partial || rest.partial.stopped) {
      this.#opening?.resolve(update);
      this.#opening = null;
    }
    if (this.#weighing?.number === number) {
      this.#weighing.resolve(update);
      this.#weighing = null;
    }
  }

  #takeBeside({ ledger, ...rest }: BesideParts, number: number): void {
    this.#lists = [];
    if (this.#beside?.number !== number) return;
    this.#beside.resolve(Object.freeze({ ...rest, ledger: Object.freeze({ ...ledger, dossier: this.#dossier! }) }));
    this.#beside = null;
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #fail(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#opening?.reject(reason);
    this.#weighing?.reject(reason);
    this.#beside?.reject(reason);
    this.#opening = this.#weighing = this.#beside = null;
  }
}

function aborted(): DOMException {
  return new DOMException('given up for another', 'AbortError');
}

function startWorker(): Worker {
  return new Worker(new URL('../../worker.ts', import.meta.url), { type: 'module' });
}
