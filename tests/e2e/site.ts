import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { open, startSite, type Site, type Watched } from './open';

/** The built page for the tests of one file: what goes wrong on it fails the test that opened it. */

export let site: Site;
let opened: Watched[] = [];
beforeAll(async () => void (site = await startSite()));
afterAll(() => site?.close());
afterEach(async () => {
  const faults = opened.flatMap((each) => each.faults);
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
