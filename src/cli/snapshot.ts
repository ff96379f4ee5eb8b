import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { daysOf } from '../core/time';
import { openBrowser } from './browser';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { dayOption, lensOption, oneDossier } from './options';
import { builtPage } from './serve';
import { serve } from './server';
import { writeWhole } from './whole-file';

export const help = `claimline snapshot DOSSIER --at DAY --out FILE.png [--known then|now|DAY] [--without SOURCE]
                   [--size 1600x1000] [--scale 1|2|4] [--language en|ar] [--look light|dark] [--browser PATH]

The same picture as the page's own button makes, through the page in a headless Chromium, Chrome or Edge.

  --at DAY        such as 2024-12-06
  --out FILE.png  written whole or not at all
  --size          the whole picture in CSS pixels (1600x1000)
  --scale         1, 2 or 4: the same picture, sharper (1)
  --browser PATH  which browser; else CHROME_PATH, else where they usually are

Exit code: 0 fine, 1 the dossier has issues or the picture could not be made, 2 misuse.
`;

/** Saves the picture of a day. */
export async function run(argv: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      at: text,
      out: text,
      known: text,
      without: { ...text, multiple: true },
      size: text,
      scale: text,
      language: text,
      look: text,
      browser: text,
    },
  });
  const day = dayOption('--at', values.at);
  const folder = oneDossier(positionals);
  const out = outOption(values.out);
  const size = sizeOption(values.size ?? '1600x1000');
  const scale = oneOf('--scale', values.scale ?? '1', ['1', '2', '4']);
  const language = oneOf('--language', values.language ?? 'en', ['en', 'ar']);
  const look = oneOf('--look', values.look ?? 'light', ['light', 'dark']);
  const dossier = soundDossier(folder);
  if (!dossier) return 1;
  if (!daysOf(dossier.span, dossier.timeZone).includes(day)) throw new Misuse(`--at ${day} is no day of ${dossier.id}.`);
  const lens = lensOption(dossier, values.known, values.without ?? []);
  const hash = new URLSearchParams({
    day,
    known: values.known ?? 'then',
    without: lens.without.join(','),
    lang: language,
    look,
    size: size.join('x'),
  });

  const server = await serve({ '/': builtPage(), '/dossier/': resolve(folder) }, 0);
  let browser: Browser | undefined;
  try {
    browser = (await openBrowser(values.browser)).browser;
    writeWhole(out, await picture(browser, `${server.address}?dossier=/dossier/#${hash}`, scale, size));
  } finally {
    await browser?.close();
    await server.close();
  }
  process.stderr.write(`${out}: ${size[0] * Number(scale)} × ${size[1] * Number(scale)} pixels\n`);
  return 0;
}

/** Opens a view, presses the export button of that scale as a reader would, and returns the PNG's bytes. */
async function picture(browser: Browser, address: string, scale: string, [width, height]: readonly [number, number]): Promise<Uint8Array> {
  // room for the page's own panel and timeline around a map of the picture's size
  const page = await browser.newPage({
    viewport: { width: width + 400, height: height + 200 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  try {
    await page.goto(address);
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
    await page.locator('[data-shown]').first().waitFor({ state: 'attached', timeout: 60_000 });
    const button = page.locator(`[data-export="${scale}"]`);
    if (!(await button.isVisible())) await page.locator('[data-open="export"]').click();
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await button.click();
    return readFileSync(await (await download).path());
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new Error(`The page made no picture: ${[...faults, why].join('; ')}`, { cause: error });
  }
}

function outOption(out: string | undefined): string {
  if (out === undefined) throw new Misuse('--out is missing: a file, such as situation.png.');
  if (!/\.png$/i.test(out)) throw new Misuse(`--out ${out} does not end in .png, and a PNG is what is written.`);
  if (!existsSync(dirname(resolve(out)))) throw new Misuse(`There is no folder ${dirname(out)} to write into.`);
  return out;
}

function sizeOption(size: string): [number, number] {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(size) ?? [];
  const [w, h] = [Number(width), Number(height)];
  if (!(w >= 320 && w <= 4000 && h >= 320 && h <= 4000))
    throw new Misuse(`--size ${size} is no size such as 1600x1000, from 320x320 to 4000x4000.`);
  return [w, h];
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new Misuse(`${name} ${value} is none of ${allowed.join(', ')}.`);
  return value;
}
