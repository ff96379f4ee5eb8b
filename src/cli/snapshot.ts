import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Dossier } from '../core/model';
import { daysOf } from '../core/time';
import { lookNames } from '../style/palette';
import { openBrowser } from './browser';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { dayOption, lensOption, oneDossier } from './options';
import { builtPage } from './serve';
import { serve } from './server';
import { writeWhole } from './whole-file';

export const help = `claimline snapshot DOSSIER --at DAY --out FILE.png [--known then|now|DAY] [--without SOURCE]
                   [--size 1600x1000] [--scale 1|2|4] [--language en|ar] [--look light|dark|print] [--browser PATH]
                   [--beside DAY [--beside-known then|now|DAY] [--beside-without SOURCE]]

The same picture as the page's own button makes, through the page in a headless Chromium, Chrome or Edge.

  --at DAY        such as 2024-12-06
  --out FILE.png  written whole or not at all
  --size          the whole picture in CSS pixels (1600x1000)
  --scale         1, 2 or 4: the same picture, sharper (1)
  --beside DAY    another situation on the right half of the map, through a lens of its own
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
      beside: text,
      'beside-known': text,
      'beside-without': { ...text, multiple: true },
    },
  });
  const day = dayOption('--at', values.at);
  const folder = oneDossier(positionals);
  const out = outOption(values.out);
  const size = sizeOption(values.size ?? '1600x1000');
  const scale = oneOf('--scale', values.scale ?? '1', ['1', '2', '4']);
  const language = oneOf('--language', values.language ?? 'en', ['en', 'ar']);
  const look = oneOf('--look', values.look ?? 'light', lookNames);
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  if (!daysOf(dossier.span, dossier.timeZone).includes(day)) throw new Misuse(`--at ${day} is no day of ${dossier.id}.`);
  const lens = lensOption(dossier, values.known, values.without ?? []);
  const beside = besideOption(dossier, values.beside, values['beside-known'], values['beside-without']);
  const hash = new URLSearchParams({
    day,
    known: values.known ?? 'then',
    without: lens.without.join(','),
    lang: language,
    look,
    size: size.join('x'),
    ...(beside && { beside }),
  });

  const server = await serve({ '/': builtPage(), '/dossier/': resolve(folder) }, 0);
  let browser: Browser | undefined;
  try {
    browser = (await openBrowser(values.browser)).browser;
    const { png, lacks } = await picture(browser, `${server.address}?dossier=/dossier/#${hash}`, scale, size);
    writeWhole(out, [png]);
    for (const lack of lacks) process.stderr.write(`${lack}\n`);
  } finally {
    await browser?.close();
    await server.close();
  }
  process.stderr.write(`${out}: ${size[0] * Number(scale)} × ${size[1] * Number(scale)} pixels\n`);
  return 0;
}

/** Opens a view, presses the export button of that scale as a reader would, and returns the PNG's bytes, with what the page says it is without. */
export async function picture(
  browser: Browser,
  address: string,
  scale: string,
  size: readonly [number, number],
): Promise<{ png: Uint8Array; lacks: string[] }> {
  const page = await browser.newPage({ acceptDownloads: true, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  try {
    await page.setViewportSize(await windowFor(page, address, size));
    await openView(page, address);
    await page.keyboard.press('e');
    const download = page.waitForEvent('download', { timeout: 120_000 });
    const failure = page.locator('[data-export-state="failed"]');
    await page.locator(`[data-export="${scale}"]`).click();
    const saved = await Promise.race([
      download,
      failure.waitFor({ timeout: 120_000 }).then(async () => new Error((await failure.textContent()) ?? '')),
    ]);
    if (saved instanceof Error) throw saved;
    return { png: readFileSync(await saved.path()), lacks: await page.locator('[data-lack] p').allTextContents() };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new Error(`The page made no picture: ${[why, ...faults].join('; ')}`, { cause: error });
  }
}

/**
 * A window whose map is a little smaller than the picture's, which loses some room to the margins and the legend: then the
 * picture shows all that the page shows, with marks as large as there.
 */
async function windowFor(page: Page, address: string, [width, height]: readonly [number, number]) {
  const wide = { width: Math.max(1000, width + 400), height: Math.max(700, height + 150) };
  await page.setViewportSize(wide);
  await openView(page, address);
  const map = await page.locator(shown).boundingBox();
  if (!map) return wide;
  const legend = width / height > 1.2 ? { beside: 260, under: 0 } : { beside: 0, under: 140 };
  return {
    width: Math.max(1000, Math.round(width - 40 - legend.beside + wide.width - map.width)),
    height: Math.max(700, Math.round(height - 150 - legend.under + wide.height - map.height)),
  };
}

async function openView(page: Page, address: string): Promise<void> {
  // a view is opened afresh: a change of the hash alone would only move the page that is there
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator(shown).waitFor({ timeout: 60_000 });
}

const shown = '[data-shown]';

/** The right side as the page's address holds it; null where none is asked for. */
function besideOption(
  dossier: Dossier,
  day: string | undefined,
  known: string | undefined,
  without: readonly string[] = [],
): string | null {
  if (day === undefined && (known !== undefined || without.length > 0))
    throw new Misuse('--beside is missing: the day of the right side, such as 2024-12-06.');
  if (day === undefined) return null;
  if (!daysOf(dossier.span, dossier.timeZone).includes(dayOption('--beside', day)))
    throw new Misuse(`--beside ${day} is no day of ${dossier.id}.`);
  const lens = lensOption(dossier, known, without);
  return [day, known ?? 'then', ...lens.without.map((id) => `without:${id}`)].join(',');
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
