import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../src/cli/browser';
import { serve } from '../../src/cli/server';
import { median } from './median';

/** The page's bytes, and the time to its first drawn map beside an empty map's, in turns in one browser. */

const page = join(process.cwd(), 'dist/page');
const empty = join(process.cwd(), 'dist/bench/empty');
const kinds: Readonly<Record<string, string>> = {
  '.js': 'JS',
  '.css': 'CSS',
  '.json': 'data',
  '.geojson': 'data',
  '.webp': 'data',
  '.woff2': 'fonts',
  '.html': 'HTML',
};
const RUNS = 5;

function bytes(): void {
  const sums = new Map<string, { raw: number; gzip: number }>();
  for (const entry of readdirSync(page, { recursive: true, withFileTypes: true })) {
    const kind = kinds[extname(entry.name)];
    if (!entry.isFile() || !kind) continue;
    const content = readFileSync(join(entry.parentPath, entry.name));
    const { raw, gzip } = sums.get(kind) ?? { raw: 0, gzip: 0 };
    sums.set(kind, { raw: raw + content.length, gzip: gzip + gzipSync(content).length });
  }
  console.log('The page, in kB (all that is built, the large gazetteer and the export included)');
  for (const [kind, { raw, gzip }] of sums)
    console.log(`  ${kind.padEnd(28)}${(raw / 1000).toFixed(0).padStart(10)}${(gzip / 1000).toFixed(0).padStart(9)} gzip`);
}

interface Opened {
  readonly ms: number;
  readonly received: number;
}

async function firstMap(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  let received = 0;
  tab.on(
    'response',
    (response) =>
      void response.body().then(
        (body) => (received += gzipSync(body).length),
        () => {},
      ),
  );
  await tab.addInitScript(() => {
    const seen = () => document.querySelector('[data-shown]') && (document.documentElement.dataset['first'] ??= String(performance.now()));
    new MutationObserver(seen).observe(document, { subtree: true, childList: true, attributeFilter: ['data-shown'] });
  });
  await tab.goto(address);
  const root = tab.locator('html[data-first]');
  await root.waitFor({ state: 'attached', timeout: 120_000 });
  const ms = Number(await root.getAttribute('data-first'));
  await context.close();
  return { ms, received };
}

async function times(): Promise<void> {
  const { browser, path } = await openBrowser();
  const server = await serve({ '/': page, '/empty/': empty }, 0);
  const rows = new Map(
    [
      ['claimline', ''],
      ['empty map', 'empty/'],
    ].map(([name, under]) => [name!, { under: under!, opened: [] as Opened[] }]),
  );
  // in turns, so that a busy moment of the machine meets both
  for (let run = 0; run < RUNS; run++)
    for (const row of rows.values()) row.opened.push(await firstMap(browser, server.address + row.under));
  console.log(`Time to the first drawn map, median of ${RUNS}, cold, ${path}`);
  for (const [name, { opened }] of rows) {
    const [ms, received] = [median(opened.map((each) => each.ms)), median(opened.map((each) => each.received))];
    console.log(`  ${name.padEnd(28)}${ms.toFixed(0).padStart(10)} ms${(received / 1000).toFixed(0).padStart(8)} kB gzip received`);
  }
  await browser.close();
  await server.close();
}

bytes();
await times();
