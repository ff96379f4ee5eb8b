import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shows, watch } from './open';
import { blankness, difference, pixelsOf } from './pixels';
import { page, samePage, site } from './site';

const map = (of: Page) => of.locator('[data-shown]');
const slider = (of: Page) => of.locator('#day');
const sentence = (of: Page, mark: string) => of.locator(`button[data-mark="${mark}"]`).last();

describe('the page', () => {
  test('opens on the dossier’s day with a map that is drawn, from this host alone', async () => {
    const it = await samePage();
    await shows(it, '2024-12-06');
    expect(blankness(pixelsOf(await map(it).screenshot()))).toBeLessThan(0.6);
    await expect.poll(() => it.title()).toContain('Syria');
  });

  test('scrubs by key, and the way there leaves no trace in the picture', async () => {
    const it = await page('day=2024-12-05');
    await shows(it, '2024-12-05');
    // the legend is text over the map, and no part of its picture
    await it.keyboard.press('l');
    await it.getByRole('checkbox', { name: 'Control' }).waitFor({ state: 'hidden' });
    const fresh = await map(it).screenshot();
    await slider(it).focus();
    await it.keyboard.press('ArrowRight');
    await shows(it, '2024-12-06');
    const next = await map(it).screenshot();
    expect(difference(pixelsOf(fresh), pixelsOf(next))).toBeGreaterThan(0.05);
    await it.keyboard.press('Home');
    await it.keyboard.press('End');
    await it.keyboard.press('ArrowLeft');
    await shows(it, '2024-12-05');
    expect(difference(pixelsOf(fresh), pixelsOf(await map(it).screenshot()))).toBe(0);
    await expect.poll(() => it.url()).toContain('day=2024-12-05');
  });

  test('shows who was thought to hold Homs on the day, and that it is in dispute as known now', async () => {
    const it = await samePage('day=2024-12-05');
    await shows(it, '2024-12-05');
    await expect.poll(() => sentence(it, 'control:homs').textContent()).toMatch(/held by HTS/);
    await it.getByRole('radio', { name: 'now', exact: true }).check({ force: true });
    await expect.poll(() => sentence(it, 'control:homs').textContent()).toMatch(/dispute/);
    await expect.poll(() => it.url()).toContain('known=now');
  });

  test('a click on a mark shows its positions and every report with its source', async () => {
    const it = await samePage('c=36.7137,34.7324,9');
    await shows(it, '2024-12-06');
    const box = (await map(it).boundingBox())!;
    await it.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => it.url()).toContain('sel=control:homs');
    const panel = await it.locator('#situation').textContent();
    expect(panel).toContain('In dispute');
    expect(panel).toMatch(/paragraph \d+/);
  });

  test('a source that is left out takes with it what rests on it', async () => {
    const it = await page();
    await shows(it, '2024-12-06');
    const marks = it.locator('button[data-mark^="control:"]');
    await expect.poll(() => marks.count()).toBeGreaterThan(5);
    const before = await marks.count();
    await it.getByText('How it is weighed').click();
    const sources = it.locator('#situation input[type=checkbox]');
    await expect.poll(() => sources.count()).toBeGreaterThan(5);
    for (let i = 0; i < (await sources.count()) - 1; i++) await sources.nth(i).uncheck({ force: true });
    await expect.poll(() => marks.count()).toBeLessThan(before);
    await expect.poll(() => it.url()).toContain('without=');
  });

  test('opening the address of a view shows that view', async () => {
    const hash = 'day=2024-12-04&known=now&sel=control:hama&lang=ar&look=dark';
    const it = await page(hash);
    await shows(it, '2024-12-04');
    expect(await it.locator('html').getAttribute('dir')).toBe('rtl');
    for (const part of hash.split('&')) expect(it.url()).toContain(part);
  });
});

describe('search', () => {
  test('a place by its Arabic name: it flies there and selects it, by keyboard alone', async () => {
    const name = 'الرستن';
    const it = await samePage();
    await shows(it, '2024-12-06');
    await it.keyboard.press('/');
    await it.keyboard.type(name);
    await it.getByRole('option').first().waitFor();
    await it.keyboard.press('Enter');
    await expect.poll(() => it.url()).toMatch(/sel=control:rastan/);
    await expect.poll(() => it.url()).toMatch(/c=36\.7\d*,34\.9/);
  });
});

describe('keys', () => {
  test('reach days, changes, help, and close again', async () => {
    const it = await samePage();
    await shows(it, '2024-12-06');
    await it.keyboard.press('ArrowLeft');
    await shows(it, '2024-12-05');
    await it.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => it.url()).not.toContain('day=2024-12-05');
    await it.keyboard.press('?');
    await it.getByRole('dialog').waitFor();
    await it.keyboard.press('Escape');
    await it.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('a mark can be reached and opened with Tab and Enter', async () => {
    const it = await samePage();
    await shows(it, '2024-12-06');
    const mark = it.locator('button[data-mark]').first();
    const id = await mark.getAttribute('data-mark');
    await mark.focus();
    await it.keyboard.press('Enter');
    await expect.poll(() => it.url()).toContain(`sel=${id}`);
    await it.keyboard.press('Escape');
    await expect.poll(() => it.url()).not.toContain('sel=');
  });
});

test('a planted fault of each kind is seen by the watch', async () => {
  const it = await site.browser.newPage();
  const faults = watch(it, site.address);
  await it.goto(site.address);
  await it.locator('html[data-ready]').waitFor({ state: 'attached' });
  await it.evaluate(async () => {
    console.error('planted');
    setTimeout(() => {
      throw new Error('thrown');
    });
    await fetch('nowhere').catch(() => null);
    await fetch('https://example.org/').catch(() => null);
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/a.png' }));
  });
  await expect.poll(() => faults.join('\n')).toMatch(/thrown/);
  for (const kind of [/^console: planted/m, /^404: .*nowhere/m, /Content Security Policy/m])
    await expect.poll(() => faults.join('\n')).toMatch(kind);
  await it.close();
});
