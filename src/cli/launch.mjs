import { buildWhatIsStale } from './build.mjs';

/** `npm start` and `npm run claimline`: builds what is missing or stale, then hands over to the built command line. */
await buildWhatIsStale();
await import('../../dist/cli/claimline.js');
