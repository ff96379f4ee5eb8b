import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildWhatIsStale } from '../../../src/cli/build.mjs';

/**
 * `npm run bench:scale`: builds the bench and runs it. `--json` prints one JSON object; `--quick` tries it at small sizes; `--rounds 5`,
 * `--only scrub` (places, town, flows, weigh, panel, worst, page) and `--own` (no rivals) run more or less of it.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));
process.chdir(root);
await buildWhatIsStale();
const out = `${root}dist/bench/scale`;
const quiet = { configFile: `${root}vite.config.ts`, logLevel: 'error' };
// readable, so that profiles name functions
const readable = { emptyOutDir: true, minify: false, reportCompressedSize: false };
await build({ ...quiet, build: { ...readable, ssr: `${root}tests/bench/scale/scale.ts`, outDir: `${out}/node` } });
await build({ ...quiet, root: `${root}tests/bench/scale/page`, publicDir: false, build: { ...readable, outDir: `${out}/page` } });
const run = spawnSync(process.execPath, ['--max-old-space-size=6000', `${out}/node/scale.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
