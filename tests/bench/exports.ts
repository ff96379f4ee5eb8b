import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../src/cli/browser';
import { serve } from '../../src/cli/server';
import { addDays } from '../../src/core/time';
import { saved, type SavedFormat } from '../e2e/saved';
import { median } from './median';
import { memoryOf, type Memory } from './scale/memory';

/** Exports by the page's own dialog, as a reader makes them: a 4× PNG, thirty days one after another, a video of ten seconds. */

const DAYS = 30;
const SIZE = 'size=1200x675';
const SAMPLE_MS = 100;

/** The bundled dossier, whose last situation lasts until there are thirty days. */
function month(folder: string): { readonly first: string; readonly last: string; readonly tenth: string } {
  cpSync(join(process.cwd(), 'geo/syria-2024'), folder, { recursive: true });
  const file = join(folder, 'dossier.json');
  const head = JSON.parse(readFileSync(file, 'utf8')) as { span: { from: string; to: string } };
  const first = head.span.from;
  const last = addDays(first, DAYS - 1);
  writeFileSync(file, JSON.stringify({ ...head, span: { from: first, to: last } }));
  return { first, last, tenth: addDays(first, 9) };
}

interface Measured<T> {
  readonly result: T;
  readonly seconds: number;
  readonly peak: Memory;
}

/** How long something takes, and the most memory that the page's and the drawing process have meanwhile. */
async function measured<T>(browser: Browser, run: () => Promise<T>): Promise<Measured<T>> {
  const peak = { page: 0, graphics: 0 };
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      const now = await memoryOf(browser);
      if (now) for (const each of ['page', 'graphics'] as const) peak[each] = Math.max(peak[each], now[each]);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  // whatever fails is told of by what is measured
  sampling.catch(() => {});
  try {
    const start = performance.now();
    const result = await run();
    return { result, seconds: (performance.now() - start) / 1000, peak };
  } finally {
    isOver = true;
  }
}

function tell(what: string, { seconds, peak }: Measured<unknown>, more = ''): void {
  const memory = `${peak.page.toFixed(0).padStart(6)} MB page ${peak.graphics.toFixed(0).padStart(6)} MB drawing`;
  console.log(`  ${what.padEnd(34)}${seconds.toFixed(2).padStart(8)} s${memory}  ${more}`);
}

/** The map's canvas as it is, by the browser's own encoder alone. */
const plain = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-shown] canvas')!;
        canvas.toBlob((blob) => (blob ? resolve(blob.size) : reject(new Error('no picture'))), 'image/png');
      }),
  );

const folder = mkdtempSync(join(tmpdir(), 'claimline-bench-'));
const { first, last, tenth } = month(folder);
const { browser, path } = await openBrowser();
const server = await serve({ '/': join(process.cwd(), 'dist/page'), '/month/': folder }, 0);
try {
  console.log(`Exports of ${SIZE.slice(5)}, ${path}`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', acceptDownloads: true });
  const address = (day: string) => `${server.address}?dossier=/month/#day=${day}&known=now&${SIZE}`;
  const go = async (day: string) => {
    await page.evaluate((hash) => (location.hash = hash), new URL(address(day)).hash);
    await page.locator(`[data-shown="${day}"]`).waitFor({ timeout: 120_000 });
  };
  await page.goto(address(first));
  await page.locator('[data-shown]').waitFor({ timeout: 120_000 });
  tell('canvas.toBlob of the map on screen', await measured(browser, () => plain(page)));
  const one = (format: SavedFormat, options: Parameters<typeof saved>[2]) =>
    measured(browser, async () => (await saved(page, format, options)).bytes.length);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  for (const scale of [1, 4]) {
    const made = await one('png', { scale });
    tell(`PNG at ${scale}×`, made, kB(made.result));
  }
  await page.locator('[data-shown]').waitFor();
  tell('canvas.toBlob again', await measured(browser, () => plain(page)));
  const each: number[] = [];
  const series = await measured(browser, async () => {
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const start = performance.now();
      await go(day);
      await saved(page);
      each.push((performance.now() - start) / 1000);
    }
  });
  tell(`${DAYS} days, a PNG each`, series, `${median(each.slice(1)).toFixed(2)} s a picture after the first (${each[0]!.toFixed(2)} s)`);
  for (const format of ['webm', 'gif'] as const) {
    const made = await one(format, { days: [first, tenth] });
    tell(`10 seconds as ${format}`, made, kB(made.result));
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
