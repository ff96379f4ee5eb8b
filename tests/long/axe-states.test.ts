import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { page } from '../e2e/site';

/** WCAG 2.2 AA as far as axe can tell, in every state that the page can be brought into, on one page for each size and language. */

const press = (key: string) => async (page: Page) => {
  await page.locator('body').press(key);
};
const go = (hash: string) => async (page: Page) => {
  await page.evaluate((to) => void (location.hash = to), hash);
  await page.waitForTimeout(400);
};
const escape = press('Escape');

/** Each state begins where the one before ended. */
const states: readonly (readonly [name: string, enter: (page: Page) => Promise<unknown>])[] = [
  ['an empty day', go('day=2024-11-27')],
  ['a busy day', go('day=2024-12-06')],
  ['a place in dispute selected', go('day=2024-12-06&sel=control:homs')],
  ['a place claimed only by its beneficiary selected', go('day=2024-12-06&sel=control:rastan')],
  ['a background place selected', go('day=2024-11-27&sel=control:damascus')],
  [
    'the first movement selected',
    async (page) => (await go('day=2024-12-06')(page), page.locator('[data-mark^="movement:"]').first().click()),
  ],
  ['the first flow selected', async (page) => (await escape(page), page.locator('[data-mark^="flow:"]').first().click())],
  ['the first incident selected', async (page) => (await escape(page), page.locator('[data-mark^="incident:"]').first().click())],
  ['the first figure selected', async (page) => (await escape(page), page.locator('[data-mark^="figure:"]').first().click())],
  ['the legend the other way', async (page) => (await escape(page), page.locator('section.legend > button').click())],
  [
    'help',
    async (page) => (
      await page
        .locator('section.legend > button')
        .click({ force: true, timeout: 2000 })
        .catch(() => escape(page)),
      press('?')(page)
    ),
  ],
  ['export', async (page) => (await page.keyboard.press('Escape'), press('e')(page))],
];

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe.each([
  ['light', '', { width: 1280, height: 800 }],
  ['dark, in Arabic', 'look=dark&lang=ar', { width: 1280, height: 800 }],
  ['on a small phone', '', { width: 360, height: 640 }],
] as const)('%s', (_, always, viewport) => {
  test('no state breaks a rule', async () => {
    const it = await page(always, { viewport });
    const found: Record<string, string[]> = {};
    for (const [name, enter] of states) {
      await enter(it);
      await it.waitForTimeout(300);
      found[name] = await violationsOn(it);
    }
    await it.keyboard.press('Escape');
    await press('/')(it);
    await it.keyboard.type('ho');
    await it.locator('[role=option]').first().waitFor();
    found['search with results'] = await violationsOn(it);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }, 300_000);
});

test('the legend of a phone is a sheet whose entries can be seen, and Escape puts it away', async () => {
  const it = await page('day=2024-12-06', { viewport: { width: 360, height: 640 } });
  await it.locator('section.legend > button').click();
  const seen = await it
    .locator('#legend li')
    .evaluateAll((items) => items.filter((item) => item.getBoundingClientRect().bottom <= innerHeight).length);
  expect(seen).toBeGreaterThanOrEqual(10);
  await it.keyboard.press('Escape');
  expect(await it.locator('#legend').isVisible()).toBe(false);
  expect(await it.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('what is said is read before the map, and the map before the timeline; every target is at least 24 pixels', async () => {
  const it = await page('day=2024-12-06', { viewport: { width: 360, height: 640 } });
  const order = await it.locator('h1, #situation, #map, #timeline').evaluateAll((all) => all.map(({ id }) => id || 'title'));
  expect(order).toEqual(['title', 'situation', 'map', 'timeline']);
  const small = await it.locator('button:visible, select:visible, input:visible').evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
      return Math.min(width, height) < 24 ? [`${each.outerHTML.slice(0, 80)}: ${width} × ${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
});
