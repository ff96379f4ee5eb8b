import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { page } from '../e2e/site';
import { violationsOn } from '../e2e/violations';

/** WCAG 2.2 AA as far as axe can tell, in every state that the page can be brought into, on one page for each size and language. */

const press = (key: string) => async (page: Page) => {
  await page.locator('body').press(key);
};
/** Another address; whatever lay over the page is put away first. */
const go = (hash: string) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.evaluate((to) => void (location.hash = to), hash);
};
/** A line of the panel is clicked, when nothing is selected. */
const select = (mark: string) => async (page: Page) => {
  await go('day=2024-12-06')(page);
  await page.locator(`#situation [data-mark^="${mark}:"]`).first().click();
};
/** What selecting shows, which is a part that is loaded when it is wanted. */
const DETAIL = '#situation article';
const legendButton = (page: Page) => page.locator('section.legend > button');
/** From the row of tools, or from the sheet that they are in on a phone. */
const open = (what: string) => async (page: Page) => {
  await page.keyboard.press('Escape');
  const tools = page.locator('[data-opens="tools"]');
  if (await tools.isVisible()) await tools.click();
  await page.locator(`[data-opens="${what}"]`).click();
};

interface State {
  readonly name: string;
  readonly enter: (page: Page) => Promise<unknown>;
  /** What is to be seen before it is looked at. */
  readonly shows: string;
}

/** Each state begins where the one before ended. */
const states: readonly State[] = [
  { name: 'an empty day', enter: go('day=2024-11-27'), shows: '[data-shown="2024-11-27"]' },
  { name: 'a busy day', enter: go('day=2024-12-06'), shows: '[data-shown="2024-12-06"]' },
  { name: 'a place in dispute selected', enter: go('day=2024-12-06&sel=control:homs'), shows: DETAIL },
  { name: 'its label moved by hand', enter: (page) => page.locator('[data-label-hand] summary').click(), shows: '[data-label-hand] input' },
  { name: 'a place claimed only by its beneficiary selected', enter: go('day=2024-12-06&sel=control:rastan'), shows: DETAIL },
  { name: 'a background place selected', enter: go('day=2024-11-27&sel=control:damascus'), shows: DETAIL },
  { name: 'the first movement selected', enter: select('movement'), shows: DETAIL },
  { name: 'the first flow selected', enter: select('flow'), shows: DETAIL },
  { name: 'the first incident selected', enter: select('incident'), shows: DETAIL },
  { name: 'the first figure selected', enter: select('figure'), shows: DETAIL },
  { name: 'two days beside one another', enter: go('day=2024-12-05&beside=2024-12-06,now'), shows: '.pane [role=slider]' },
  { name: 'inferred ground and silence', enter: go('day=2024-12-06&on=inferred,silence'), shows: '[data-shown="2024-12-06"]' },
  { name: 'what an address cannot say', enter: go('day=never&look=pink'), shows: '.notices .notice' },
  {
    name: 'the legend open',
    enter: async (page) => {
      await go('day=2024-12-06&on=inferred,silence')(page);
      if (!(await page.locator('#legend').isVisible())) await legendButton(page).click();
    },
    shows: '#legend li',
  },
  {
    name: 'the legend closed',
    enter: async (page) => {
      await page.keyboard.press('Escape');
      if (await page.locator('#legend').isVisible()) await legendButton(page).click();
    },
    shows: 'section.legend > button[aria-expanded="false"]',
  },
  { name: 'help', enter: (page) => (page.keyboard.press('Escape'), press('?')(page)), shows: 'dialog[open] dl' },
  { name: 'export', enter: async (page) => (await page.keyboard.press('Escape'), press('e')(page)), shows: 'dialog[open] [data-export]' },
  { name: 'download', enter: open('download'), shows: 'dialog[open] button' },
  {
    name: 'search with results',
    enter: async (page) => {
      await page.keyboard.press('Escape');
      await press('/')(page);
      await page.keyboard.type('ho');
    },
    shows: '[role=option]',
  },
];

describe.each([
  ['light', '', { width: 1280, height: 800 }],
  ['dark, in Arabic', 'look=dark&lang=ar', { width: 1280, height: 800 }],
  ['on a small phone', '', { width: 360, height: 640 }],
] as const)('%s', (_, always, viewport) => {
  test('no state breaks a rule', async () => {
    const it = await page(always, { viewport });
    const found: Record<string, string[]> = {};
    for (const { name, enter, shows } of states) {
      await enter(it);
      await it.locator(shows).first().waitFor();
      await it.locator('[data-shown]').waitFor();
      found[name] = await violationsOn(it);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }, 600_000);
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
