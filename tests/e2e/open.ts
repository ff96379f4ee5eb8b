import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { flags } from '../../src/cli/browser';
import { serve, type Serving } from '../../src/cli/server';

/** The built page in a real browser, watched: what goes wrong on it is a fault of the test that opened it. */

const dist = resolve(import.meta.dirname, '../../dist/page');

export interface Site {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Serves the built page and starts the browser. */
export async function startSite(): Promise<Site> {
  const server: Serving = await serve({ '/': dist, '/dossier/': join(dist, '../../geo/syria-2024') }, 0);
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A page and what went wrong on it: console errors, exceptions, failed or foreign requests, violations of the policy. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens a view and waits until its map is drawn. `before` runs in the page first. */
export async function open(site: Site, hash = '', options: BrowserContextOptions = {}, before?: () => void): Promise<Watched> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const faults = watch(page, site.address);
  if (before) await page.addInitScript(before);
  await page.goto(`${site.address}${hash && `#${hash}`}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { page, faults };
}

/** Collects what goes wrong on a page from now on. */
export function watch(page: Page, address: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(`console: ${message.text()}`)));
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // what the page itself gave up, as it does with a map that it takes away, is no fault
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => void (response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`)));
  page.on(
    'request',
    (request) => void (/^https?:/.test(request.url()) && !request.url().startsWith(address) && faults.push(`foreign: ${request.url()}`)),
  );
  return faults;
}

/** Waits until the map shows a day. */
export async function shows(page: Page, day: string): Promise<void> {
  await page.locator(`[data-shown="${day}"]`).waitFor();
}
