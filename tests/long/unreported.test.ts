import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { difference, pixelsOf } from '../e2e/pixels';
import { saved } from '../e2e/saved';
import { drawnPage as page } from '../e2e/site';
import { violationsOn } from '../e2e/violations';

const AT_HOMS = 'c=36.72,34.73,9';
const mapOf = async (of: Page) => pixelsOf(await of.locator('[data-shown]').screenshot());

test('inferred ground and silence are off until they are asked for, and the address holds them', async () => {
  const it = await page(AT_HOMS);
  // beside the legend, whose list is scrolled to the switches
  const seen = async () => pixelsOf(await it.screenshot({ clip: { x: 260, y: 100, width: 580, height: 460 } }));
  const before = await seen();
  for (const label of ['Inferred ground', 'Silence']) {
    const box = it.getByRole('checkbox', { name: label });
    expect(await box.isChecked()).toBe(false);
    await box.check();
  }
  await expect.poll(() => it.url()).toContain('on=inferred,silence');
  await it.getByText(/The map also paints inferred ground/).waitFor();
  await it.getByText(/Nobody in this set speaks of \d+ of \d+ towns on this day/).waitFor();
  await it
    .locator('#legend')
    .getByText(/ground is inferred; the rest is unpainted/)
    .waitFor();
  await it.locator('[data-shown]').waitFor();
  expect(difference(before, await seen())).toBeGreaterThan(0.5);
  expect(await violationsOn(it)).toEqual([]);
  for (const label of ['Inferred ground', 'Silence']) await it.getByRole('checkbox', { name: label }).uncheck();
  await it.locator('[data-shown]').waitFor();
  await expect.poll(async () => difference(before, await seen())).toBeLessThan(0.01);
});

test('a click on inferred ground tells the rule, and leads to the place that it is inferred from', async () => {
  const it = await page(`${AT_HOMS}&on=inferred`);
  const box = (await it.locator('[data-shown]').boundingBox())!;
  // to the north-east of Homs, beside the marks, the names and the arrows
  await it.mouse.click(box.x + box.width / 2 + 62, box.y + box.height / 2 + 46);
  await it.getByRole('heading', { name: 'Ground that no report speaks of' }).waitFor();
  expect(await it.locator('#situation').textContent()).toMatch(/Not reported: ground nearest to Homs, \d+ km away, which is in dispute/);
  await it.locator('[data-mark="control:homs"]').click();
  await it.getByRole('heading', { name: 'Homs' }).waitFor();
});

test('no ground of one day is seen under the marks of another', async () => {
  const it = await page(`${AT_HOMS}&day=2024-12-05&on=inferred,silence`);
  await it.keyboard.press('ArrowRight');
  await shows(it, '2024-12-06');
  const stepped = await mapOf(it);
  await it.context().close();
  const direct = await page(`${AT_HOMS}&day=2024-12-06&on=inferred,silence`);
  expect(difference(stepped, await mapOf(direct))).toBeLessThan(0.01);
});

test('an export carries both', async () => {
  const exported = async (hash: string) => {
    const it = await page(hash);
    const png = pixelsOf((await saved(it, 'png', { scale: 2 })).bytes);
    await it.context().close();
    return png;
  };
  // of one size, so that the pictures can be laid over one another
  const size = 'size=1000x1000';
  const [without, with_] = [await exported(`${AT_HOMS}&${size}`), await exported(`${AT_HOMS}&${size}&on=inferred,silence`)];
  expect([with_.width, with_.height]).toEqual([without.width, without.height]);
  expect(difference(without, with_)).toBeGreaterThan(0.5);
});
