import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildWhatIsStale } from '../src/cli/build.mjs';
import { NoBrowser, openBrowser } from '../src/cli/browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a Chromium that draws maps. */
    chromium: string;
  }
}

/** Before the tests of what was built: builds it where it is stale, and finds a Chromium or gets one, saying so. */
export default async function setup(project: TestProject): Promise<void> {
  await buildWhatIsStale();
  project.provide('chromium', await chromium());
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function chromium(): Promise<string> {
  for (const get of [null, fromDebian, fromPlaywright]) {
    if (get && !get()) continue;
    try {
      const { browser, path } = await openBrowser();
      say(`Chromium for the browser tests: ${path} (${browser.version()})`);
      await browser.close();
      return path;
    } catch (error) {
      if (!(error instanceof NoBrowser)) throw error;
      say(error.message);
    }
  }
  throw new NoBrowser('No Chromium was found, and none could be got: see above.');
}

// only where packages can be installed without asking anybody
function fromDebian(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  say('Getting Chromium from the packages of this Debian or Ubuntu …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

function fromPlaywright(): boolean {
  say('Getting Chromium from Playwright …');
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  return spawnSync(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], { stdio: 'inherit' }).status === 0;
}
