import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/cli/server';
import { shows, startSite, watch, type Site } from './open';
import { blankness, countOf, difference, pixelsOf } from './pixels';

/** When things go wrong: each state is a picture that says what is missing, with everything beside it that is not. */

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'claimline-trouble-'));
let site: Site;
let server: Serving;
let page: Page | null = null;
let faults: string[] = [];
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

/** Opens an address; requests whose address matches `missing` are answered with 404. */
async function visit(path: string, { missing, before }: { missing?: RegExp; before?: () => void } = {}): Promise<Page> {
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
  await page.goto(server.address + path);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
}

const json = (name: string) => JSON.parse(readFileSync(join(root, 'geo/syria-2024', name), 'utf8')) as Record<string, unknown>;
const put = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));

/** What is complete without a map: the words, the lists, the chart and the timeline. */
async function hasAllButTheMap(it: Page): Promise<void> {
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  await it.locator('#situation figure svg').first().waitFor();
  await it.locator('#day').focus();
  await it.keyboard.press('ArrowLeft');
  await expect.poll(() => it.url()).toContain('day=2024-12-05');
}

describe('without a map', () => {
  test('no WebGL: it says why, and everything else works', async () => {
    const it = await visit('', {
      before: () => {
        const original = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
          return String(args[0]).startsWith('webgl') ? null : original.apply(this, args);
        } as typeof HTMLCanvasElement.prototype.getContext;
      },
    });
    await it.getByText('offers no WebGL 2').waitFor();
    await hasAllButTheMap(it);
    expect(faults).toEqual([]);
  });

  test('no basemap: it says which file, and everything else works', async () => {
    const it = await visit('', { missing: /levant[^/]*topo/ });
    await it.getByText('levant.topo.json: 404').waitFor();
    await hasAllButTheMap(it);
    // the missing file is all that goes wrong
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });
});

describe('without its relief', () => {
  test.each([
    ['picture', /relief[^/]*\.webp/],
    ['corners', /relief[^/]*\.json/],
  ])('the map is drawn where the %s does not arrive, and says so quietly', async (_, missing) => {
    const it = await visit('', { missing });
    await shows(it, '2024-12-06');
    await it.locator('[data-lack="relief"]').waitFor();
    expect(blankness(pixelsOf(await it.locator('[data-shown]').screenshot()))).toBeLessThan(0.6);
    await it.locator('[data-lack="relief"] button').click();
    await it.locator('[data-lack="relief"]').waitFor({ state: 'detached' });
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });

  test('nothing is said where it arrives', async () => {
    const it = await visit('');
    await shows(it, '2024-12-06');
    expect(await it.locator('[data-lack]').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

test('a context that is lost is spoken of, and the map comes back by itself', async () => {
  const it = await visit('');
  await shows(it, '2024-12-06');
  const before = await it.locator('[data-shown]').screenshot();
  await it.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map canvas')!;
    const loss = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { loss });
    loss.loseContext();
  });
  await it.getByText('The map is being drawn again').waitFor();
  expect(await it.locator('[data-shown]').count()).toBe(0);
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  await it.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext());
  await it.getByText('The map is being drawn again').waitFor({ state: 'detached' });
  await shows(it, '2024-12-06');
  expect(Buffer.compare(before, await it.locator('[data-shown]').screenshot())).toBe(0);
  expect(faults).toEqual([]);
});

test('a dossier with faults is shown as far as it can be read, with the faults beside it', async () => {
  const control = json('control.geojson') as { features: { properties: { place: string } }[] };
  control.features[0]!.properties.place = 'atlantis';
  put('control.geojson', control);
  const it = await visit('?dossier=/own/');
  await shows(it, '2024-12-06');
  await it.getByText('This dossier has an issue').click();
  await it.getByText('"atlantis"').waitFor();
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  put('control.geojson', json('control.geojson'));
});

describe('a day of which nothing is known', () => {
  const ids = (json('sources.json') as { sources: { id: string }[] }).sources.map(({ id }) => id);
  test.each([
    ['en', 'Nothing is known of 6 December 2024'],
    ['ar', 'لا يُعرف شيء عن يوم ٦ كانون الأول ٢٠٢٤'],
  ])('says so on the map, in %s', async (language, words) => {
    const it = await visit(`#without=${ids.join(',')}&lang=${language}`);
    await shows(it, '2024-12-06');
    await it.locator('main').getByText(words).waitFor();
    expect(faults).toEqual([]);
  });

  test('and a day of which something is known does not', async () => {
    const it = await visit('');
    await shows(it, '2024-12-06');
    expect(await it.getByText('Nothing is known of').count()).toBe(0);
  });
});

test('a place without coordinates is listed as not on the map, with its evidence', async () => {
  const places = JSON.parse(readFileSync(join(root, 'geo/gazetteer/places.geojson'), 'utf8')) as {
    features: { properties: Record<string, unknown>; geometry: unknown }[];
  };
  const own = places.features.filter(({ properties }) => properties.id === 'rastan').map((feature) => ({ ...feature, geometry: null }));
  expect(own).toHaveLength(1);
  delete own[0]!.properties.point;
  put('places.geojson', { type: 'FeatureCollection', features: own });
  const it = await visit('?dossier=/own/');
  await shows(it, '2024-12-06');
  const list = it.locator('[data-off-the-map]');
  await list.locator('button[data-mark="control:rastan"]').click();
  await it.getByText('no coordinates are known of this place').waitFor();
  await it
    .getByText(/paragraph \d+/)
    .first()
    .waitFor();
  rmSync(join(folder, 'places.geojson'));
  // only an optional file that is not there may be missing
  expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});

describe('on a phone', () => {
  test('every step of the transport is there, and the focus goes back to a button that can be seen', async () => {
    const it = await visit('');
    await it.setViewportSize({ width: 390, height: 844 });
    await shows(it, '2024-12-06');
    for (const name of ['Previous change', 'Previous day', 'Next day', 'Next change', 'Loop']) {
      const box = (await it.getByRole('button', { name, exact: true }).boundingBox())!;
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(390);
    }
    await it.getByRole('button', { name: 'Loop' }).click();
    expect(await it.getByRole('button', { name: 'Loop' }).getAttribute('aria-pressed')).toBe('true');
    await it.getByRole('button', { name: 'Tools' }).click();
    await it.getByRole('button', { name: 'Export a picture' }).click();
    await it.getByRole('dialog').waitFor();
    await it.keyboard.press('Escape');
    await it.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => it.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('tools');
    expect(faults).toEqual([]);
  });
});

test('the focus goes back to the button of a dialog that closes, also where a key opened it', async () => {
  const it = await visit('');
  await shows(it, '2024-12-06');
  await it.keyboard.press('e');
  await it.getByRole('dialog').waitFor();
  await it.keyboard.press('Escape');
  await expect.poll(() => it.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('export');
});

describe('a desk’s own hand', () => {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><script>window.ran = true</script><rect width="120" height="40" fill="#12ab34"/></svg>';
  const GREEN = [0x12, 0xab, 0x34] as const;

  test('its logo is in the header and on an export, and runs nothing', async () => {
    writeFileSync(join(folder, 'logo.svg'), logo);
    put('dossier.json', {
      ...json('dossier.json'),
      logo: 'logo.svg',
      labels: { places: { homs: { offset: [90, 60], text: { en: 'Homs city' } } } },
    });
    const it = await visit('?dossier=/own/');
    await shows(it, '2024-12-06');
    const image = it.locator('header img[data-logo]');
    await image.waitFor();
    expect(countOf(pixelsOf(await image.screenshot()), GREEN)).toBeGreaterThan(1000);
    expect(await it.evaluate(() => 'ran' in window)).toBe(false);
    const [download] = await Promise.all([
      it.waitForEvent('download', { timeout: 150_000 }),
      it.keyboard.press('e').then(() => it.locator('[data-export="1"]').click()),
    ]);
    expect(countOf(pixelsOf(readFileSync(await download.path())), GREEN)).toBeGreaterThan(3000);
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });

  test('a label is moved and hidden by key in the page, the address keeps it, and it is offered for dossier.json', async () => {
    const it = await visit('#sel=control:homs');
    await shows(it, '2024-12-06');
    const usual = await it.locator('[data-shown]').screenshot();
    const hand = it.locator('[data-label-hand]');
    await hand.locator('summary').click();
    await hand.getByRole('checkbox').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await it.keyboard.press(key);
    await expect.poll(() => it.url()).toContain('labels=p:homs:o8_28');
    await shows(it, '2024-12-06');
    expect(difference(pixelsOf(usual), pixelsOf(await it.locator('[data-shown]').screenshot()))).toBeGreaterThan(0.01);
    expect(JSON.parse(`{${await hand.locator('pre').textContent()}}`)).toEqual({ labels: { places: { homs: { offset: [8, 28] } } } });
    await it.keyboard.press('Delete');
    await expect.poll(() => it.url()).toContain('labels=p:homs:h:o8_28');
    await it.keyboard.press('Escape');
    await expect.poll(() => it.url()).not.toContain('labels=');
    expect(it.url()).toContain('sel=control:homs');
    expect(faults).toEqual([]);
  });

  test.each([
    ['is missing', null],
    ['is no picture', 'not a picture'],
    ['is too large', `${logo}${' '.repeat(300_000)}`],
  ])('a logo that %s is told of, and the page does without', async (_, content) => {
    rmSync(join(folder, 'logo.svg'), { force: true });
    if (content !== null) writeFileSync(join(folder, 'logo.svg'), content);
    put('dossier.json', { ...json('dossier.json'), logo: 'logo.svg' });
    const it = await visit('?dossier=/own/');
    await it.locator('[data-lack="logo"]').waitFor();
    expect(await it.locator('header img').count()).toBe(0);
    put('dossier.json', json('dossier.json'));
  });
});
