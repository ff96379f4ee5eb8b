import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../../src/cli/server';
import { picturesOf, SIZE, type Picture, type Sheet } from './sheets';

/** Draws the pictures of the gallery: the built page, with the exercise as its dossier, in a real browser. */

/** Larger than the map by the panel beside it and the timeline below. */
const WINDOW = { width: SIZE.width + 400, height: SIZE.height + 270 };
/** What lies over the map is no part of it, and takes no room from its names. */
const HIDE = '.pane > :not(.map), .map > .map-credits { display: none !important; }';

/** A picture and its PNG, as the screen shows it. */
export interface Drawn {
  readonly picture: Picture;
  readonly png: Uint8Array;
}

/** Writes the dossiers into folders of `folder`, and gives picture after picture. Throws with what went wrong on the page. */
export async function* drawn(
  sheets: readonly Sheet[],
  browser: Browser,
  page: string,
  folder: string,
  wanted: (picture: Picture) => boolean = () => true,
): AsyncGenerator<Drawn> {
  for (const { name, exercise } of sheets) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, text] of exercise.files()) writeFileSync(join(folder, name, file), text);
  }
  const server = await serve({ '/': page, '/dossiers/': folder }, 0);
  try {
    for (const sheet of sheets) yield* drawnSheet(sheet, picturesOf(sheet).filter(wanted), browser, server.address);
  } finally {
    await server.close();
  }
}

async function* drawnSheet(sheet: Sheet, pictures: readonly Picture[], browser: Browser, address: string): AsyncGenerator<Drawn> {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'en-GB', reducedMotion: 'reduce', bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  await page.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, HIDE);
  const map = page.locator('[data-shown]');
  try {
    for (const [i, picture] of pictures.entries()) {
      if (i === 0) await page.goto(`${address}?dossier=/dossiers/${sheet.name}/#${picture.hash}`);
      else await page.evaluate((hash) => void (location.hash = hash), picture.hash);
      await page.locator(`html[lang="${picture.language}"][data-look="${picture.look}"]`).waitFor({ state: 'attached' });
      await map.waitFor({ timeout: 60_000 });
      const box = (await map.boundingBox())!;
      if (box.width < SIZE.width || box.height < SIZE.height) throw new Error(`The map is only ${box.width} × ${box.height} pixels large.`);
      const clip = { x: box.x + (box.width - SIZE.width) / 2, y: box.y + (box.height - SIZE.height) / 2, ...SIZE };
      const png = await page.screenshot({ clip });
      if (faults.length > 0) throw new Error(faults.join('; '));
      yield { picture, png };
    }
  } finally {
    await context.close();
  }
}
