import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { difference, part, pixelsOf, type Pixels } from '../e2e/pixels';
import { closeDialog, saved } from '../e2e/saved';
import { drawnPage as page } from '../e2e/site';

/** Exports of what is hard to draw: a map that was just moved, and two situations. */

async function exported(it: Page): Promise<Pixels> {
  const { bytes } = await saved(it);
  await closeDialog(it);
  return pixelsOf(bytes);
}

test('at once after a move it is not half-loaded: the same as after a rest', async () => {
  const it = await page('c=36.72,34.73,8');
  await it.keyboard.press('ArrowLeft');
  const hasty = await exported(it);
  await shows(it, '2024-12-05');
  expect(difference(hasty, await exported(it))).toBe(0);
});

test('two situations, parted by a line', async () => {
  // as large as on the screen: what stands under the map takes nothing from it
  const [now, then] = [
    await exported(await page('day=2024-12-05&beside=2024-12-05,now&off=flows')),
    await exported(await page('day=2024-12-05&beside=2024-12-05,then&off=flows')),
  ];
  const piece = (of: Pixels, left: number, right: number) =>
    part(of, [left / of.width, right / of.width], [200 / of.height, 480 / of.height]);
  expect(difference(piece(now, 60, 300), piece(then, 60, 300))).toBe(0);
  expect(difference(piece(now, 520, 880), piece(then, 520, 880))).toBeGreaterThan(0.1);
  const dark = Array.from({ length: now.width }, (_, x) => {
    const column = Array.from({ length: 280 }, (_, y) => (200 + y) * now.width + x);
    return column.every((pixel) => now.data[pixel * 4]! < 60);
  });
  expect(dark.filter(Boolean)).toHaveLength(2);
});
