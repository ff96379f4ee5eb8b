import type { DossierFile } from '../../formats/dossier-file';
import type { Where } from './arrival';
import type { FromWorker } from './desk-messages';

/** What the work needs of where it is done. */
export interface Workplace {
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
  /** Lets messages in. */
  readonly turn: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  /** A file at an address, or of the reader's own. Throws NotArrived. */
  readonly fetch: (name: string, where: Where) => Promise<DossierFile>;
}
