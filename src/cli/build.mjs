import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Plain JavaScript, since it runs before anything is built. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const inputs = ['src', 'geo', 'static', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const stamp = `${root}dist/stamp`;

/** Every file under a path, in a fixed order; nothing where the path is missing. */
function filesUnder(path) {
  if (!existsSync(root + path)) return [];
  if (!statSync(root + path).isDirectory()) return [path];
  const names = readdirSync(root + path).sort();
  // the basemap's own builder takes no part in the page
  return names.flatMap((name) => (`${path}/${name}` === 'geo/base/build' ? [] : filesUnder(`${path}/${name}`)));
}

function hashOfInputs() {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(root + file));
  return hash.digest('hex');
}

/** Builds the page, the page in one file and the command line into dist/, unless they already stand for the files as they are. Says so on standard error. */
export async function buildWhatIsStale({ always = false } = {}) {
  const wanted = hashOfInputs();
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Building the page and the command line …\n');
  rmSync(stamp, { force: true });
  const { build } = await import('vite');
  const config = { configFile: `${root}vite.config.ts`, logLevel: 'warn' };
  // the same page whoever builds it: a test runner's environment would make it one for developers
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build(config);
  await build({ ...config, mode: 'single' });
  await build({ ...config, build: { ssr: `${root}src/cli/claimline.ts` } });
  if (environment === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = environment;
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhatIsStale({ always: true });
