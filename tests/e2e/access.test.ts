import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { page } from './site';
import { violationsOn } from './violations';

const views = [
  ['light', 'look=light', { width: 1280, height: 800 }],
  ['dark, in Arabic, with a mark selected', 'look=dark&lang=ar&sel=control:homs', { width: 1280, height: 800 }],
  ['comparing on a phone, dark and in Arabic', 'day=2024-12-05&beside=2024-12-05,now&look=dark&lang=ar', { width: 390, height: 844 }],
] as const;

test.each(views)('WCAG 2.2 AA as far as axe can tell, %s', async (_, hash, viewport) => {
  const it = await page(hash, { viewport });
  expect(await violationsOn(it)).toEqual([]);
});

test('a planted fault is seen by axe', async () => {
  const it = await page();
  await it.evaluate(() => document.body.append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: it }).include('body > button').analyze();
  expect(violations.map(({ id }) => id)).toContain('button-name');
});

test.each([
  [390, 844],
  [360, 640],
])(
  'on a phone of %i × %i nothing is wider, the map has two fifths of the height, and what is touched is large enough',
  async (width, height) => {
    const it = await page('', { viewport: { width, height } });
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
  },
);
