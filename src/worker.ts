import { arriving } from './ui/desk/arrival';
import { DeskWork } from './ui/desk/desk-work';
import type { ToWorker } from './ui/desk/desk-messages';
import { turns } from './ui/desk/turns';

/** The worker: everything that takes long happens here, so that the page stays usable. */

interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = self as unknown as WorkerScope;

const work = new DeskWork({
  post: (message, transfer) => scope.postMessage(message, transfer),
  turn: turns(),
  now: () => performance.now(),
  fetch: arriving,
});
scope.onmessage = ({ data }) => work.take(data);
