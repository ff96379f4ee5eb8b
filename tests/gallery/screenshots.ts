import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../src/cli/browser';
import { serve } from '../../src/cli/server';
import { saved } from '../e2e/saved';
import { compact } from './png';

/** `npm run screenshots`: the pictures that the readmes show, of the built page and its own dossier. */

const out = 'docs/pictures';
/** A picture in a readme is no larger, in bytes: its colours are rounded until it fits. */
const LARGEST = 250_000;

interface Shot {
  readonly name: string;
  readonly hash: string;
  readonly options?: BrowserContextOptions;
  /** Takes the picture; a screenshot where nothing else is said. */
  readonly take?: (page: Page) => Promise<Uint8Array>;
}

const shots: readonly Shot[] = [
  { name: 'light', hash: 'day=2024-12-06&look=light' },
  { name: 'dark', hash: 'day=2024-12-06&look=dark&sel=control%3Ahoms' },
  { name: 'arabic', hash: 'day=2024-12-06&look=light&lang=ar' },
  { name: 'phone', hash: 'day=2024-12-06&look=light', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { name: 'print', hash: 'day=2024-12-06&look=print&size=1100x800', take: exported },
];

async function exported(page: Page): Promise<Uint8Array> {
  return (await saved(page)).bytes;
}

async function taken({ hash, options, take }: Shot, browser: Browser, address: string): Promise<Uint8Array> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}#${hash}`);
    await page.locator('[data-shown]').waitFor({ timeout: 120_000 });
    return take ? await take(page) : await page.screenshot();
  } finally {
    await context.close();
  }
}

/** The finest rounding of colours with which a picture is small enough. */
function fitting(png: Uint8Array): Buffer {
  for (const step of [1, 2, 4, 6, 8, 12]) {
    const small = compact(png, step);
    if (small.length < LARGEST) return small;
  }
  throw new Error(`A picture stays larger than ${LARGEST} bytes.`);
}

mkdirSync(out, { recursive: true });
const only = process.argv[2];
const server = await serve({ '/': 'dist/page' }, 0);
const { browser } = await openBrowser();
try {
  for (const shot of shots.filter(({ name }) => only === undefined || name === only)) {
    const small = fitting(await taken(shot, browser, server.address));
    writeFileSync(`${out}/${shot.name}.png`, small);
    process.stderr.write(`${out}/${shot.name}.png: ${Math.round(small.length / 1000)} kB\n`);
  }
} finally {
  await browser.close();
  await server.close();
}
