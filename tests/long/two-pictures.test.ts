import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { blankness, countOf, difference, part, pixelsOf, reduced, type Pixels } from '../e2e/pixels';
import { shows } from '../e2e/open';
import { closeDialog, saved } from '../e2e/saved';
import { drawnPage as page } from '../e2e/site';

/** Pictures that have to be alike: a sheet at two scales, a comparison beside each of its sides, and the page after a look or a layer was changed and changed back. */

const HTS = [0, 114, 178] as const;

/** The map alone: what lies over it is hidden. */
async function mapOf(it: Page): Promise<Pixels> {
  await it.evaluate(() => {
    for (const over of document.querySelectorAll<HTMLElement>('.pane > :not(.map)')) over.style.visibility = 'hidden';
    for (const over of document.querySelectorAll<HTMLElement>('.captions > *, .ground > *')) over.style.visibility = 'hidden';
  });
  return pixelsOf(await it.locator('[data-shown]').screenshot());
}

test('a sheet is the map as large as on the screen with the sheet around it, and at 2× the same picture, sharper', async () => {
  const it = await page('', { viewport: { width: 1000, height: 640 } });
  const box = (await it.locator('[data-shown]').boundingBox())!;
  const { name, bytes } = await saved(it);
  expect(name).toBe('claimline-syria-2024-2024-12-06.png');
  const one = pixelsOf(bytes);
  expect(one.width).toBeGreaterThan(box.width);
  expect(one.height).toBeGreaterThan(box.height);
  expect(blankness(one)).toBeLessThan(0.7);
  expect(countOf(one, HTS)).toBeGreaterThan(100);
  for (const scale of [2] as const) {
    const large = pixelsOf((await saved(it, 'png', { scale })).bytes);
    expect([large.width, large.height]).toEqual([one.width * scale, one.height * scale]);
    expect(difference(one, reduced(large, scale))).toBeLessThan(3);
    // sharper, not enlarged: the detail of an enlargement would be gone after reducing and enlarging it
    expect(countOf(large, HTS) / countOf(one, HTS)).toBeGreaterThan(scale ** 2 * 0.8);
  }
});

test('either side is the picture of its own day and lens', async () => {
  // Homs, which the two tell otherwise, stands a little to the right of the middle
  const camera = 'c=36.45,34.7,8';
  const both = await mapOf(await page(`day=2024-12-05&beside=2024-12-05,now&${camera}`));
  const left = await mapOf(await page(`day=2024-12-05&${camera}`));
  const right = await mapOf(await page(`day=2024-12-05&known=now&${camera}`));
  // names reach over the line, and give way to those of the other side; in the west lies the legend, which tells of both
  const [onLeft, onRight] = [
    [0.3, 0.36],
    [0.64, 1],
  ];
  expect(difference(part(both, onLeft), part(left, onLeft))).toBeLessThan(1);
  expect(difference(part(both, onRight), part(right, onRight))).toBeLessThan(1);
  // next to the line the two are not alike, and each mark is of its side
  const marks = (side: Pixels, edge: readonly number[]) => difference(part(both, edge), part(side, edge));
  expect(marks(right, [0.36, 0.5])).toBeGreaterThan(marks(left, [0.36, 0.5]));
  expect(marks(left, [0.5, 0.64])).toBeGreaterThan(marks(right, [0.5, 0.64]));
});

test('a sheet is for white paper where that is chosen, and the page gets its own look back', async () => {
  const it = await page('look=dark', { viewport: { width: 1000, height: 640 } });
  await it.keyboard.press('e');
  await it.getByRole('radio', { name: /White paper/ }).check();
  await it.locator('html[data-look="print"] [data-shown]').waitFor();
  const white = countOf(pixelsOf((await saved(it)).bytes), [255, 255, 255], 0);
  expect(white).toBeGreaterThan(200_000);
  await closeDialog(it);
  await it.locator('html[data-look="dark"] [data-shown]').waitFor();
});

test('a layer that is switched off goes from the map and comes back the same', async () => {
  const it = await page();
  // beside the legend, whose list is scrolled to the switches
  const seen = async () => pixelsOf(await it.screenshot({ clip: { x: 260, y: 100, width: 580, height: 460 } }));
  const before = await seen();
  const control = it.getByRole('checkbox', { name: 'Control' });
  await control.uncheck({ force: true });
  await expect.poll(() => it.url()).toContain('off=control');
  await shows(it, '2024-12-06');
  await expect.poll(async () => difference(before, await seen())).toBeGreaterThan(0.2);
  await control.check({ force: true });
  await expect.poll(async () => difference(before, await seen())).toBeLessThan(0.01);
});
