import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildWhatIsStale } from '../../src/cli/build.mjs';

/** `npm run bench:exports`: seconds and peak memory of exports, beside a plain `canvas.toBlob` of the same map. */

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
await buildWhatIsStale();
const outDir = `${root}dist/bench/exports`;
await build({
  configFile: `${root}vite.config.ts`,
  logLevel: 'warn',
  build: { ssr: `${root}tests/bench/exports.ts`, outDir, emptyOutDir: true },
});
process.exitCode = spawnSync(process.execPath, [`${outDir}/exports.js`], { stdio: 'inherit' }).status ?? 1;
