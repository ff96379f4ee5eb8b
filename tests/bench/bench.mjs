import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildWhatIsStale } from '../../src/cli/build.mjs';

/** `npm run bench`: the core's time and memory, the page's bytes, the time to its first drawn map, and what a step and playback cost it. */

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
await buildWhatIsStale();
const quiet = { configFile: `${root}vite.config.ts`, logLevel: 'warn' };
for (const part of ['core', 'page', 'playing']) {
  await build({ ...quiet, build: { ssr: `${root}tests/bench/${part}.ts`, outDir: `${root}dist/bench/${part}`, emptyOutDir: true } });
}
// an empty map, built in the same way, to compare with
await build({
  ...quiet,
  root: `${root}tests/bench/empty`,
  publicDir: false,
  build: { outDir: `${root}dist/bench/empty`, emptyOutDir: true },
});
for (const part of ['core', 'page', 'playing']) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', `dist/bench/${part}/${part}.js`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
