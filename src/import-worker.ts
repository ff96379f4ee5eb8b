import { arriving } from './ui/desk/arrival';
import { turns } from './ui/desk/turns';
import type { ToImport } from './ui/import/import-messages';
import { ImportWork } from './ui/import/import-work';

/** Tables are brought in away from the page: reading, resolving and checking a hundred thousand rows takes seconds. To end the worker is to cancel. */

const work = new ImportWork({
  post: (message) => postMessage(message),
  turn: turns(),
  now: () => performance.now(),
  fetch: arriving,
});
onmessage = ({ data }: MessageEvent<ToImport>) => work.take(data);
