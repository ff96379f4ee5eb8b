import { createServer, type Server } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/cli/server';
import { trustingPages } from '../../src/cli/trust';
import { shows, startSite, watch, type Site } from './open';

/** A dossier that is not the page's own: dropped on it, and by the address of another site. */

const root = join(import.meta.dirname, '../..');
const syria = join(root, 'geo/syria-2024');
const bundled = Object.fromEntries(readdirSync(syria).map((name) => [name, readFileSync(join(syria, name))]));
const head = { ...(JSON.parse(bundled['dossier.json']!.toString()) as object), title: { en: 'My own map' }, logo: 'logo.svg' };
const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#12ab34"/></svg>';
const own: Readonly<Record<string, Buffer>> = {
  ...bundled,
  'dossier.json': Buffer.from(JSON.stringify(head)),
  'logo.svg': Buffer.from(logo),
};

let site: Site;
let page: Page;
let faults: string[] = [];
/** Another site: `/maps/` may be read by others, `/closed/` may not, `/app/` answers everything with a web page, `/moved/` leads to `/maps/`. */
let other: Server;
let elsewhere: string;
let asked: string[] = [];
let serving: Serving;

beforeAll(async () => {
  other = createServer(({ url = '/', headers }, response) => {
    asked.push(`${url} ${headers.cookie ?? ''}`.trim());
    const [, folder, name = ''] = /^\/([a-z]+)\/(.*)$/.exec(url) ?? [];
    const open = folder === 'closed' ? {} : { 'Access-Control-Allow-Origin': '*' };
    const content = own[name];
    if (folder === 'app') response.writeHead(200, { ...open, 'Content-Type': 'text/html' }).end('<!doctype html>');
    else if (folder === 'moved') response.writeHead(302, { ...open, Location: `/maps/${name}` }).end();
    else if (folder === 'gone' || !content) response.writeHead(404, open).end();
    else response.writeHead(200, open).end(content);
  });
  await new Promise<void>((done) => other.listen(0, 'localhost', done));
  elsewhere = `http://localhost:${(other.address() as AddressInfo).port}`;
  site = await startSite();
  const folder = join(root, 'dist/page');
  serving = await serve({ '/': folder }, 0, trustingPages(folder, [elsewhere]), [elsewhere]);
  const context = await site.browser.newContext({ viewport: { width: 900, height: 640 }, locale: 'en-GB', reducedMotion: 'reduce' });
  page = await context.newPage();
  faults = watch(page, serving.address);
});
afterAll(async () => {
  await site?.close();
  await serving?.close();
  other?.close();
});

/** Opens an address in a page of no dossier yet, and waits for what it says; drawing its map takes longer. */
async function visit(query: string): Promise<void> {
  faults.length = 0;
  asked = [];
  await page.goto('about:blank');
  await page.goto(serving.address + query);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Drops files on the page, as a reader does. */
async function drop(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await page.evaluate(
    (files) => {
      const dataTransfer = new DataTransfer();
      for (const [name, base64] of files) {
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([content], name));
      }
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  );
}

/** Drags a folder of the disk over the page, and drops it. */
async function dropFolder(path: string): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) await hand.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await page.locator('[data-hovers="true"]').waitFor();
  await hand.send('Input.dispatchDragEvent', { type: 'drop', x: 400, y: 300, data });
  await page.locator('[data-hovers="false"]').waitFor();
  await hand.detach();
}

const heading = () => page.locator('header h1').textContent();

test('a dossier that is dropped takes the place of the one shown; a faulty one leaves it, and says what is wrong; reloading brings the first back', async () => {
  await visit('#day=2024-12-05&sel=control:homs');
  const first = await heading();

  // a hundred faults of two kinds, and nothing that could be shown
  const faulty = { ...head, parties: Array.from({ length: 50 }, (_, i) => ({ id: i, alliedWith: 'nobody' })) };
  await drop({ ...own, 'dossier.json': Buffer.from(JSON.stringify(faulty)) });
  // one that is closed is there until the page has heard of it
  const dialog = page.locator('dialog');
  await dialog.locator('[data-own-state="failed"] [data-issues="value"]').waitFor();
  expect(await dialog.locator('[data-issues="value"] > ol > li').count()).toBe(3);
  expect(await dialog.locator('[data-issues] li').count()).toBeLessThan(20);
  expect(await heading()).toBe(first);

  for (const [files, says] of [
    [{ 'events.csv': Buffer.from('a,b') }, 'events.csv'],
    [{ 'sources.json': own['sources.json']!, 'notes.txt': Buffer.from('') }, 'There is no dossier.json'],
    [{ 'map.zip': Buffer.from('no zip') }, 'cannot be unpacked'],
  ] as const) {
    await drop(files);
    await dialog.getByText(says).waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // a folder with others in it, of which none is a dossier
  await dropFolder(join(root, 'geo/base'));
  await dialog.getByText('There is no dossier.json').waitFor();
  await dialog.getByText('levant.topo.json').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Homs' }).waitFor();

  await drop({ 'maps.zip': zipSync(Object.fromEntries(Object.entries(own).map(([name, bytes]) => [`my-map/${name}`, bytes]))) });
  await page.getByText('From your own files: my-map').waitFor();
  await shows(page, '2024-12-06');
  expect(await heading()).toBe('My own map');
  expect(await page.title()).toBe('My own map · From your own files: my-map · Claimline');
  await page.locator('img[data-logo]').waitFor();
  expect(await page.locator('[data-own-notice]').evaluate((notice) => notice === document.activeElement)).toBe(true);
  // one map alone, and nothing of the view before; what is done from now on is in no address
  expect(await page.locator('.map canvas').count()).toBe(1);
  await page.locator('#day').focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('5 December 2024').first().waitFor();
  // longer than an address waits for days to rest
  await page.waitForTimeout(400);
  expect(new URL(page.url()).hash).toBe('');
  await page.locator('[data-own-notice] button').click();
  await page.locator('[data-opens="embed"]').click();
  await page.getByRole('dialog').getByText('to which no link leads').waitFor();
  expect(await page.locator('textarea').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // by keyboard, as a folder
  await page.keyboard.press('e');
  await dialog.locator('[data-own="open"]').click();
  await dialog.locator('[data-own="folder"]').setInputFiles(syria);
  await page.getByText('From your own files: syria-2024').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: first!, level: 1 }).waitFor();
  expect(page.url()).toContain('#day=2024-12-05');
  expect(faults).toEqual([]);
});

describe('by address', () => {
  test('a dossier of a site that the page trusts is opened, with its logo; that site is told nothing of the reader', async () => {
    await page.context().addCookies([{ name: 'secret', value: '1', url: elsewhere }]);
    await visit(`?dossier=${elsewhere}/maps/`);
    expect(await heading()).toBe('My own map');
    await page.locator('img[data-logo]').waitFor();
    expect(asked).toContain('/maps/dossier.json');
    expect(asked.filter((each) => each.includes('secret'))).toEqual([]);
    expect(faults.filter((fault) => !fault.startsWith(`foreign: ${elsewhere}/maps/`) && !/404/.test(fault))).toEqual([]);
  });

  test('one of any other site is refused before anything is asked of it, and it says who could trust it', async () => {
    const stranger = elsewhere.replace('localhost', '127.0.0.1');
    await visit(`?dossier=${stranger}/maps/`);
    await page.getByText(`This page does not trust ${stranger}`).waitFor();
    await page.getByText(`--trust ${stranger}`).waitFor();
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['gone', ['dossier.json did not arrive: 404', '/gone/dossier.json']],
    ['app', ['/app/dossier.json is a web page, not the file']],
    ['closed', ['/closed/dossier.json could not be read', 'Access-Control-Allow-Origin: http://localhost']],
    ['moved', ['/moved/dossier.json could not be read', 'sends the request on']],
  ])('what comes from /%s/ says what is wrong, where, and what to do', async (folder, says) => {
    await visit(`?dossier=${elsewhere}/${folder}/`);
    for (const each of says) await page.getByText(each).first().waitFor();
    // nobody is sent on
    if (folder === 'moved') expect(asked.filter((each) => each.startsWith('/maps/'))).toEqual([]);
  });
});
