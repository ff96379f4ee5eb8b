import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

/** Where a Chromium is looked for, and how one is proved to draw maps. */

const variables = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const binaries = new Set([
  'chrome',
  'chrome.exe',
  'Chromium',
  'Google Chrome for Testing',
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
]);

const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** How a Chromium is started so that it draws the same everywhere, without a graphics card. */
export const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * Paths that may be a Chromium, in the order in which they are tried: what was asked for, the environment, the usual
 * paths of the platform, Playwright's and Puppeteer's caches. Those that are not there are left out.
 */
export function candidates(
  asked: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string[] {
  if (asked) return [asked];
  const usual: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: [...mac, ...mac.map((path) => home + path)],
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => windows.map((path) => join(env[name] ?? 'C:\\', path))),
  };
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
    '/opt/microsoft/msedge',
    '/snap/bin',
  ];
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'ms-playwright'),
    env.PUPPETEER_CACHE_DIR,
    join(home, '.cache', 'puppeteer'),
  ];
  const all = [
    ...variables.map((name) => env[name]),
    ...(usual[platform] ?? folders.filter(Boolean).flatMap((folder) => commands.map((name) => join(folder, name)))),
    ...caches.flatMap((cache) => (cache ? browsersUnder(cache, 7) : [])),
  ];
  return [...new Set(all)].filter((path): path is string => path !== undefined && isFile(path));
}

function browsersUnder(folder: string, depth: number): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }));
    const here = entries.filter((entry) => !entry.isDirectory() && binaries.has(entry.name)).map((entry) => join(folder, entry.name));
    const below = entries
      .filter((entry) => entry.isDirectory() && depth > 0)
      .flatMap((entry) => browsersUnder(join(folder, entry.name), depth - 1));
    return [...here, ...below];
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** No Chromium here draws a map. The message says what was tried and what to install. */
export class NoBrowser extends Error {}

/** A running headless browser, proved by a WebGL 2 context, and where it lies. Throws `NoBrowser` where there is none. */
export async function openBrowser(asked?: string): Promise<{ browser: Browser; path: string }> {
  const tried: string[] = [];
  for (const path of candidates(asked)) {
    const result = await attempt(path);
    if (typeof result !== 'string') return { browser: result, path };
    tried.push(`  ${path}: ${result}`);
  }
  const found = tried.length > 0 ? `Of those found, none draws a map:\n${tried.join('\n')}\n` : '';
  throw new NoBrowser(
    `This needs Chromium, Chrome or Edge, and none that works was found. ${found}` +
      'Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium; any system: npx playwright-core install chromium) ' +
      'or name one in the environment variable CHROME_PATH.',
  );
}

async function attempt(path: string): Promise<Browser | string> {
  const { chromium } = await import('playwright-core');
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: path, args: flags, timeout: 30_000 });
    const page = await browser.newPage();
    const draws = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
    await page.close();
    if (draws) return browser;
    await browser.close();
    return 'starts, but makes no WebGL 2 context';
  } catch (error) {
    await browser?.close();
    return `does not start (${String(error).split('\n')[0]})`;
  }
}
