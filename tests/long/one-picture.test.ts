import { expect, test } from 'vitest';
import { drawn, embedIn, exported, faults, fresh, maps, reads, single } from '../e2e/built-site';
import { Firefox, findFirefox } from '../e2e/firefox';
import { blankness, difference, pixelsOf } from '../e2e/pixels';

/** Page, embed and single file draw one picture for one view: the same bytes in one browser, and about the same pixels in Firefox. */

// larger than the map on any of the pages, so that none of them is drawn larger and reduced
const view = 'day=2024-12-05&known=now&c=37.2,35,6.8&look=light&size=1200x900';

test('page, embed and single file export the same bytes', async () => {
  const page = await fresh(maps);
  await page.goto(`${maps}#${view}`);
  await drawn(page);
  const first = await exported(page, page);
  expect(blankness(pixelsOf(first))).toBeLessThan(0.7);
  await page.context().close();

  const article = await reads(
    `<div data-claimline="${maps}embed.html?controls=timeline,legend,zoom,export#${view}">Homs</div><script src="${maps}claimline-embed.js"></script>`,
  );
  expect((await exported(article, await embedIn(article))).equals(first)).toBe(true);
  await article.context().close();

  const file = await fresh(single);
  await file.goto(`${single}#${view}`);
  await drawn(file);
  expect((await exported(file, file)).equals(first)).toBe(true);
  // the control: another day is another picture
  await file.keyboard.press('Escape');
  await file.locator('dialog').waitFor({ state: 'detached' });
  await file.locator('#day').press('ArrowLeft');
  await file.locator('[data-shown="2024-12-04"]').waitFor();
  expect((await exported(file, file)).equals(first)).toBe(false);
  expect(faults).toEqual([]);
});

const firefox = findFirefox();
if (!firefox) console.warn('Skipped: the pages in Firefox. There is none here, or no display and no xvfb-run.');

test.skipIf(!firefox)('page, embed and single file are drawn in Firefox, the map as in Chromium', async () => {
  const fox = await Firefox.start(firefox!);
  try {
    const clip =
      'const { x, y, width, height } = document.querySelector("[data-shown]").getBoundingClientRect(); return [x, y, width, height];';
    const size = 'return [innerWidth, innerHeight];';
    for (const address of [`${maps}index.html`, `${maps}embed.html?controls=none`, single]) {
      await fox.open('about:blank');
      await fox.open(`${address}#day=2024-12-05&c=37.2,35,6.8&look=light`);
      await fox.find('[data-shown]');
      const [width, height] = await fox.run<[number, number]>(size);
      const box = await fox.run<[number, number, number, number]>(clip);
      const drawnThere = pixelsOf(await fox.screenshot());
      expect([drawnThere.width, drawnThere.height]).toEqual([width, height]);
      const page = await fresh(address.startsWith('file:') ? single : maps, { width, height });
      await page.goto(`${address}#day=2024-12-05&c=37.2,35,6.8&look=light`);
      await drawn(page);
      const here = pixelsOf(await page.screenshot());
      expect(box[2] * box[3]).toBeGreaterThan(100_000);
      expect(blankness(drawnThere)).toBeLessThan(0.7);
      // letters are set a little differently, and no more than that
      expect(difference(drawnThere, here)).toBeLessThan(3);
      await page.context().close();
    }
  } finally {
    await fox.close();
  }
});
