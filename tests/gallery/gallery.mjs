import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildWhatIsStale } from '../../src/cli/build.mjs';

/** `npm run gallery` and `npm run screenshots`: builds the page and what draws pictures of it, and runs that. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const [what, ...rest] = process.argv.slice(2);
process.chdir(root);
await buildWhatIsStale();
await build({
  configFile: `${root}vite.config.ts`,
  logLevel: 'warn',
  build: { ssr: `${root}tests/gallery/${what}.ts`, outDir: `${root}dist/test/${what}`, emptyOutDir: true },
});
const { status } = spawnSync(process.execPath, [`dist/test/${what}/${what}.js`, ...rest], { stdio: 'inherit' });
process.exitCode = status ?? 1;
