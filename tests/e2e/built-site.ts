import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { flags } from '../../src/cli/browser';
import { serve, type Serving } from '../../src/cli/server';
import { claimline, root } from '../cli/run';
import { watch } from './open';
import { saved } from './saved';

/** What `claimline build` writes, for the tests of one file: a site below a folder of a server, articles on another, and a single file on disk. */

const folder = mkdtempSync(join(tmpdir(), 'claimline-built-'));
/** A title that would end the list of files, the title or a tag, if it were let. */
export const hostile = `</script></title><script>document.body.dataset.broken="1"</script>"'<b>`;
export const singlePath = join(folder, 'one.html');
export const single = pathToFileURL(singlePath).href;
/** The site's folder, and where articles are. */
export let maps = '';
export let articles = '';
/** What goes wrong on the page that is open, and what it asks of others. */
export let faults: string[] = [];
let site: Serving;
let press: Server;
let article = '';
let browser: Browser;
let page: Page | null = null;

beforeAll(async () => {
  const dossier = join(folder, 'dossier');
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true });
  const head = JSON.parse(readFileSync(join(dossier, 'dossier.json'), 'utf8')) as { title: object };
  writeFileSync(join(dossier, 'dossier.json'), JSON.stringify({ ...head, title: { ...head.title, en: hostile } }));
  const { code, err } = claimline('build', dossier, '--out', join(folder, 'site'), '--single', singlePath);
  expect({ code, err }).toMatchObject({ code: 0 });
  site = await serve({ '/maps/syria/': join(folder, 'site') }, 0);
  maps = `${site.address}maps/syria/`;
  // an article has no policy of its own, and frames what it likes
  press = createServer((request, response) => {
    const isArticle = request.url === '/article.html';
    response.writeHead(isArticle ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8' }).end(isArticle ? article : undefined);
  });
  await new Promise<void>((resolve) => press.listen(0, 'localhost', resolve));
  articles = `http://localhost:${(press.address() as AddressInfo).port}/`;
  browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  press?.closeAllConnections();
  press?.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await page?.context().close();
  page = null;
});

/** A page of its own; what it asks of any other place than `mine` is a fault. */
export async function fresh(mine: string, viewport = { width: 900, height: 640 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  faults = watch(page, mine);
  return page;
}

/** Publishes an article, and opens it; `faults` has what it asks of others but the site. */
export async function reads(body: string): Promise<Page> {
  article = `<!doctype html><meta charset="utf-8"><title>News</title>${body}`;
  const it = await fresh('http://localhost:');
  await it.goto(`${articles}article.html`);
  return it;
}

/** The page in the one iframe of an article, once its map is drawn. */
export async function embedIn(it: Page): Promise<Frame> {
  const embed = (await (await it.locator('iframe').elementHandle())!.contentFrame())!;
  await drawn(embed);
  return embed;
}

export const drawn = (of: Page | Frame) => of.locator('[data-shown]').waitFor();

/** The PNG that the export button of a page, or of the page in an iframe of it, gives. */
export async function exported(it: Page, of: Page | Frame): Promise<Buffer> {
  return (await saved(it, 'png', { of })).bytes;
}
