import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from './build.mjs';

/** `npm start` and `npm run claimline`: builds what is missing or stale, then hands over to the built command line. */
const cwd = process.cwd();
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
await buildWhatIsStale();
process.chdir(cwd);
await import('../../dist/cli/claimline.js');
