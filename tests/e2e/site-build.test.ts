import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawn, embedIn, faults, fresh, hostile, maps, reads, single, singlePath } from './built-site';

/** What `claimline build` writes, as its readers open it; that all of it draws one picture is for `tests/long/one-picture.test.ts`. */

test('an article on another site frames the embed, with the view of its address', async () => {
  const it = await reads(
    `<div data-claimline="${maps}embed.html?controls=timeline#day=2024-12-05&sel=control:homs"><a href="#">Homs</a></div>` +
      `<script src="${maps}claimline-embed.js" async></script>`,
  );
  const iframe = it.locator('iframe[title="Homs"][loading="lazy"]');
  await iframe.waitFor();
  expect((await iframe.getAttribute('sandbox'))!.split(' ')).not.toContain('allow-top-navigation');
  const box = (await iframe.boundingBox())!;
  expect(box.width / box.height).toBeCloseTo(1.6, 1);
  const embed = await embedIn(it);
  expect(await embed.locator('.title').textContent()).toContain('Thursday, 5 December 2024');
  expect(await embed.locator('h1').textContent()).toBe(hostile);
  expect(await embed.locator('#day').count()).toBe(1);
  expect(await embed.locator('#legend').count()).toBe(0);
  expect(await embed.locator('.credits').textContent()).toContain('imply no opinion');
  expect(await embed.locator('.selected').textContent()).toContain('Homs');
  // the way out follows what is shown
  await embed.locator('#day').press('ArrowRight');
  const link = embed.locator('header').getByRole('link', { name: 'Open the whole map' });
  await expect.poll(() => link.getAttribute('href')).toBe(`${maps}index.html#sel=control:homs`);
  expect(faults).toEqual([]);
});

test('nobody frames the page itself', async () => {
  const it = await reads(`<iframe src="${maps}index.html"></iframe>`);
  await expect.poll(() => faults.join()).toContain("frame-ancestors 'none'");
  expect(await it.frameLocator('iframe').locator('#frame, .page').count()).toBe(0);
});

test('the single file opens from disk, and asks nothing of anybody', async () => {
  const it = await fresh(single);
  const asked: string[] = [];
  it.on('request', (request) => void (/^(data|blob):/.test(request.url()) || asked.push(request.url())));
  await it.goto(`${single}#day=2024-12-05`);
  await drawn(it);
  expect(await it.locator('h1').textContent()).toBe(hostile);
  expect(await it.locator('body[data-broken]').count()).toBe(0);
  expect(await it.locator('[data-opens="embed"]').count()).toBe(0);
  // its workers read the gazetteer too
  await it.locator('#search').fill('Jericho');
  await it.getByRole('option').first().waitFor();
  expect(asked.map((address) => address.replace(/#.*/, ''))).toEqual([single]);
  expect(faults).toEqual([]);
  // and no script gets in that is not its own
  const run = await it.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'document.body.dataset.broken = "1"';
      document.body.append(script);
    } catch {
      // trusted types refuse it before the policy does
    }
    return document.body.dataset.broken ?? 'refused';
  });
  expect(run).toBe('refused');
});

test('the page below a folder saves itself as the file that the command line writes, and gives the lines for its view', async () => {
  const it = await fresh(maps);
  await it.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await it.goto(`${maps}#day=2024-12-05`);
  await drawn(it);
  expect(await it.locator('h1').textContent()).toBe(hostile);
  await it.locator('[data-opens="download"]').click();
  const [download] = await Promise.all([it.waitForEvent('download'), it.locator('[data-single-file]').click()]);
  expect(download.suggestedFilename()).toBe('claimline-syria-2024.html');
  expect(readFileSync(await download.path()).equals(readFileSync(singlePath))).toBe(true);
  await it.keyboard.press('Escape');
  await it.locator('[data-opens="embed"]').click();
  await it.getByRole('checkbox', { name: 'Legend', exact: true }).uncheck();
  await it.getByRole('button', { name: 'Copy: As an iframe' }).click();
  await it.getByText('Copied.').waitFor();
  const copied = await it.evaluate(() => navigator.clipboard.readText());
  // with the revision of which the view is
  expect(/^<iframe src="([^"]*)"/.exec(copied)?.[1]).toMatch(/embed\.html\?controls=timeline&amp;of=[0-9a-f]{10}#day=2024-12-05$/);
  expect(copied).not.toContain('<script>');
  expect(faults).toEqual([]);
});
