import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { page, samePage } from './site';
import { violationsOn } from './violations';

test('WCAG 2.2 AA as far as axe can tell, light', async () => {
  expect(await violationsOn(await samePage('look=light'))).toEqual([]);
});

test('a planted fault is seen by axe', async () => {
  const it = await samePage();
  await it.evaluate(() => document.body.append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: it }).include('body > button').analyze();
  expect(violations.map(({ id }) => id)).toContain('button-name');
});

test('WCAG 2.2 AA as far as axe can tell, dark, in Arabic, with a mark selected', async () => {
  expect(await violationsOn(await page('look=dark&lang=ar&sel=control:homs'))).toEqual([]);
});

test('on phones nothing is wider, the map has two fifths of the height, and what is touched is large enough', async () => {
  const it = await page('', { viewport: { width: 390, height: 844 } });
  for (const [width, height] of [
    [390, 844],
    [360, 640],
  ] as const) {
    await it.setViewportSize({ width, height });
    await it.locator('[data-shown]').waitFor();
    expect(await it.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await it.locator('.pane').boundingBox())!.height).toBeGreaterThan(height * 0.4);
    const low = await it.locator('#timeline :is(button, label), .pane button').evaluateAll((touched) =>
      touched.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        // what is not drawn has no size
        return width > 0 && (width < 24 || height < 24) ? [element.outerHTML] : [];
      }),
    );
    expect(low).toEqual([]);
    // a word of the switch that wraps makes it taller than one line
    expect((await it.locator('#timeline fieldset').boundingBox())!.height).toBeLessThan(44);
  }
});
