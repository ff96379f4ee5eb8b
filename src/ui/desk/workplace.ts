import type { DossierFile } from '../../formats/dossier-file';
import type { FromWorker } from './desk-messages';

/** What the work needs of where it is done. */
export interface Workplace {
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
  /** Lets messages in. */
  readonly turn: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  /** A file at an address. Throws NotArrived. */
  readonly fetch: (name: string, address: string) => Promise<DossierFile>;
}
