import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { countOf, pixelsOf } from '../e2e/pixels';
import { saved } from '../e2e/saved';
import { page } from '../e2e/site';
import { violationsOn } from '../e2e/violations';

/** What holds of a whole session with the page, and of sheets that have other ground than the screen. */

const slider = (of: Page) => of.locator('#day');
const ISRAEL = [102, 84, 84] as const;

test('one map is built for a whole session of scrubbing', async () => {
  const it = await page('', {}, () => {
    const seen = new Set<unknown>();
    const original = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      if (String(args[0]).startsWith('webgl')) document.documentElement.dataset['contexts'] = String(seen.add(this).size);
      return original.apply(this, args);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  await shows(it, '2024-12-06');
  const contexts = () => it.locator('html').getAttribute('data-contexts');
  const first = Number(await contexts());
  expect(first).toBeGreaterThan(0);
  await slider(it).focus();
  for (const day of ['05', '04', '03']) {
    await it.keyboard.press('ArrowLeft');
    await shows(it, `2024-12-${day}`);
  }
  expect(Number(await contexts())).toBe(first);
});

test('has a legend of its own ground, of which the screen may show less', async () => {
  // a picture that is taller than the screen has ground above and below that the screen has not: the Golan
  const it = await page('c=36.4,34.05,7.5&size=800x1600', { viewport: { width: 1000, height: 640 } });
  await it.locator('#legend').waitFor();
  expect(await it.locator('#legend').textContent()).not.toContain('Israel');
  const sheet = pixelsOf((await saved(it)).bytes);
  // its mark, and its disc in the legend
  expect(countOf(sheet, ISRAEL, 2)).toBeGreaterThan(20);
});

test('WCAG 2.2 AA as far as axe can tell, comparing on a phone, dark and in Arabic', async () => {
  const it = await page('day=2024-12-05&beside=2024-12-05,now&look=dark&lang=ar', { viewport: { width: 390, height: 844 } });
  expect(await violationsOn(it)).toEqual([]);
});
