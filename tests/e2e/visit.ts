import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { serve, type Serving } from '../../src/cli/server';
import { startSite, watch, type Site } from './open';

/** The built page beside a dossier of the test's own, at `?dossier=/own/`: a copy of the bundled one whose files can be changed. */

export const root = resolve(import.meta.dirname, '../..');
/** The dossier's folder. */
export const folder = mkdtempSync(join(tmpdir(), 'claimline-own-'));
/** What went wrong on the page that is open (see `watch`). */
export let faults: string[] = [];
let site: Site;
let server: Serving;
let page: Page | null = null;

beforeAll(async () => {
  site = await startSite();
  cpSync(join(root, 'geo/syria-2024'), folder, { recursive: true });
  server = await serve({ '/': join(root, 'dist/page'), '/own/': folder }, 0);
});
afterAll(async () => {
  await site?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await page?.context().close();
  page = null;
});

/** Opens an address; requests whose address matches `missing` are answered with 404, and those of `late` once its promise resolves. */
export async function visit(
  path: string,
  { missing, late, before }: { missing?: RegExp; late?: readonly [address: RegExp, until: Promise<void>]; before?: () => void } = {},
): Promise<Page> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(90_000);
  page = await context.newPage();
  faults = watch(page, server.address);
  if (before) await page.addInitScript(before);
  if (missing) await page.route(missing, (route) => route.fulfill({ status: 404, body: 'gone' }));
  if (late) await page.route(late[0], (route) => late[1].then(() => route.continue()));
  await page.goto(server.address + path);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
}

/** A file of the bundled dossier. */
export const json = (name: string) => JSON.parse(readFileSync(join(root, 'geo/syria-2024', name), 'utf8')) as Record<string, unknown>;
/** Writes a file of the test's own. */
export const put = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
