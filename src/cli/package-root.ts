import { fileURLToPath } from 'node:url';

/** The package's own folder with a slash at its end: two levels above this file, in src/cli as in dist/cli. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
