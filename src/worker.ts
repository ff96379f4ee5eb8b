import { DeskWork } from './ui/desk-work';
import type { ToWorker } from './ui/desk-messages';
import { fileAt } from './ui/load';

/** The worker: everything that takes long happens here, so that the page stays usable. */

interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = self as unknown as WorkerScope;

const { port1, port2 } = new MessageChannel();
let next = (): void => {};
port1.onmessage = () => next();

const work = new DeskWork({
  post: (message, transfer) => scope.postMessage(message, transfer),
  turn: () =>
    new Promise((done) => {
      next = done;
      port2.postMessage(null);
    }),
  now: () => performance.now(),
  fetch: fileAt,
});
scope.onmessage = ({ data }) => work.take(data);
