import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { difference, part, pixelsOf, type Pixels } from '../e2e/pixels';
import { drawnPage as page } from '../e2e/site';

/** Exports of what is hard to draw: a map that was just moved, and two situations. */

async function exported(it: Page): Promise<Pixels> {
  await it.keyboard.press('e');
  const [download] = await Promise.all([it.waitForEvent('download', { timeout: 150_000 }), it.locator('[data-export="1"]').click()]);
  const pixels = pixelsOf(readFileSync(await download.path()));
  await it.keyboard.press('Escape');
  await it.locator('dialog').waitFor({ state: 'detached' });
  return pixels;
}

test('at once after a move it is not half-loaded: the same as after a rest', async () => {
  const it = await page('c=36.72,34.73,8');
  await it.keyboard.press('ArrowLeft');
  const hasty = await exported(it);
  await shows(it, '2024-12-05');
  expect(difference(hasty, await exported(it))).toBe(0);
});

test('two situations, parted by a line', async () => {
  const [now, then] = [
    await exported(await page('day=2024-12-05&beside=2024-12-05,now&off=flows&size=1200x900')),
    await exported(await page('day=2024-12-05&beside=2024-12-05,then&off=flows&size=1200x900')),
  ];
  const rows = [0.2, 0.7];
  // the map, without the margin and the legend beside it
  expect(difference(part(now, [0.05, 0.25], rows), part(then, [0.05, 0.25], rows))).toBe(0);
  expect(difference(part(now, [0.42, 0.75], rows), part(then, [0.42, 0.75], rows))).toBeGreaterThan(0.1);
  const dark = Array.from({ length: now.width }, (_, x) => {
    const column = Array.from({ length: 400 }, (_, y) => (200 + y) * now.width + x);
    return column.every((pixel) => now.data[pixel * 4]! < 60);
  });
  expect(dark.filter(Boolean)).toHaveLength(2);
});
