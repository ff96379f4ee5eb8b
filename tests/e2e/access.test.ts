import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { page } from './site';

const views = [
  ['light', 'look=light', { width: 1280, height: 800 }],
  ['dark, in Arabic, with a mark selected', 'look=dark&lang=ar&sel=control:homs', { width: 1280, height: 800 }],
  ['comparing', 'day=2024-12-05&beside=2024-12-05,now', { width: 1280, height: 800 }],
  ['comparing on a phone, dark and in Arabic', 'day=2024-12-05&beside=2024-12-05,now&look=dark&lang=ar', { width: 390, height: 844 }],
  ['on a phone', 'sel=control:homs', { width: 390, height: 844 }],
] as const;

test.each(views)('WCAG 2.2 AA as far as axe can tell, %s', async (_, hash, viewport) => {
  const it = await page(hash, { viewport });
  const { violations } = await new AxeBuilder({ page: it }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
});

test('nothing is wider than a phone', async () => {
  const it = await page('', { viewport: { width: 390, height: 844 } });
  expect(await it.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a planted fault is seen by axe', async () => {
  const it = await page();
  await it.evaluate(() => document.body.append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: it }).include('body > button').analyze();
  expect(violations.map(({ id }) => id)).toContain('button-name');
});
