import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { open, startSite, type Site, type Watched } from './open';

/** The built page for the tests of one file: what goes wrong on it fails the test that opened it. */

export let site: Site;
let opened: Watched[] = [];
/** The page that `samePage` keeps from test to test. */
let kept: Watched | null = null;
beforeAll(async () => void (site = await startSite()));
afterAll(() => site?.close());
afterEach(async ({ task }) => {
  const faults = [...opened, ...(kept ? [kept] : [])].flatMap((each) => each.faults);
  // what a test that failed left behind is in the way of the next
  if (kept && (faults.length > 0 || task.result?.state !== 'pass')) {
    opened.push(kept);
    kept = null;
  }
  for (const { page } of opened) await page.context().close();
  opened = [];
  expect(faults).toEqual([]);
});

/** Opens a view; `before` runs in the page first. */
export async function page(hash = '', options: BrowserContextOptions = {}, before?: () => void): Promise<Page> {
  const watched = await open(site, hash, options, before);
  opened.push(watched);
  return watched.page;
}

/** Opens a view and waits until its map is drawn. */
export async function drawnPage(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  const it = await page(hash, options);
  await it.locator('[data-shown]').waitFor();
  return it;
}

/** The page of the test before, at another view: to start one takes seconds. A test closes what it opened, and changes nothing that is in no address. */
export async function samePage(hash = ''): Promise<Page> {
  if (kept) await kept.page.goto(`${site.address}#${hash}`);
  else kept = await open(site, hash);
  await kept.page.locator('[data-shown]').waitFor();
  return kept.page;
}
