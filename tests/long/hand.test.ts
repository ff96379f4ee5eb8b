import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { countOf, difference, pixelsOf } from '../e2e/pixels';
import { saved } from '../e2e/saved';
import { faults, folder, json, put, visit } from '../e2e/visit';

/** What hands need: the transport and the focus, and a desk's own logo and labels. */

describe('on a phone', () => {
  test('every step of the transport is there, and the focus goes back to a button that can be seen', async () => {
    const it = await visit('');
    // on a phone the legend is a sheet over the page
    await it.keyboard.press('l');
    await it.setViewportSize({ width: 390, height: 844 });
    await shows(it, '2024-12-06');
    const isInView = async (name: string) => {
      const box = (await it.getByRole('button', { name, exact: true }).boundingBox())!;
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(390);
    };
    for (const name of ['Previous change', 'Previous day', 'Next day', 'Next change']) await isInView(name);
    // how days are played is among the tools
    await it.getByRole('button', { name: 'Tools' }).click();
    await isInView('Loop');
    await it.getByRole('button', { name: 'Loop' }).click();
    expect(await it.getByRole('button', { name: 'Loop' }).getAttribute('aria-pressed')).toBe('true');
    await it.getByRole('button', { name: 'Export a picture' }).click();
    await it.getByRole('dialog').waitFor();
    await it.keyboard.press('Escape');
    await it.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => it.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('tools');
    expect(faults).toEqual([]);
  });
});

test('the focus goes back to the button of a dialog that closes, also where a key opened it', async () => {
  const it = await visit('');
  await shows(it, '2024-12-06');
  await it.keyboard.press('e');
  await it.getByRole('dialog').waitFor();
  await it.keyboard.press('Escape');
  await expect.poll(() => it.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('export');
});

describe('a desk’s own hand', () => {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><script>window.ran = true</script><rect width="120" height="40" fill="#12ab34"/></svg>';
  const GREEN = [0x12, 0xab, 0x34] as const;

  test('its logo is in the header and on an export, and runs nothing', async () => {
    writeFileSync(join(folder, 'logo.svg'), logo);
    put('dossier.json', {
      ...json('dossier.json'),
      logo: 'logo.svg',
      labels: { places: { homs: { offset: [90, 60], text: { en: 'Homs city' } } } },
    });
    const it = await visit('?dossier=/own/');
    await shows(it, '2024-12-06');
    const image = it.locator('header img[data-logo]');
    await image.waitFor();
    expect(countOf(pixelsOf(await image.screenshot()), GREEN)).toBeGreaterThan(1000);
    expect(await it.evaluate(() => 'ran' in window)).toBe(false);
    expect(countOf(pixelsOf((await saved(it)).bytes), GREEN)).toBeGreaterThan(3000);
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });

  test('a label is moved and hidden by key in the page, the address keeps it, and it is offered for dossier.json', async () => {
    const it = await visit('#sel=control:homs');
    await shows(it, '2024-12-06');
    const usual = await it.locator('[data-shown]').screenshot();
    const hand = it.locator('[data-label-hand]');
    await hand.locator('summary').click();
    await hand.getByRole('checkbox').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await it.keyboard.press(key);
    await expect.poll(() => it.url()).toContain('labels=p:homs:o8_28');
    await shows(it, '2024-12-06');
    expect(difference(pixelsOf(usual), pixelsOf(await it.locator('[data-shown]').screenshot()))).toBeGreaterThan(0.01);
    expect(JSON.parse(`{${await hand.locator('pre').textContent()}}`)).toEqual({ labels: { places: { homs: { offset: [8, 28] } } } });
    await it.keyboard.press('Delete');
    await expect.poll(() => it.url()).toContain('labels=p:homs:h:o8_28');
    await it.keyboard.press('Escape');
    await expect.poll(() => it.url()).not.toContain('labels=');
    expect(it.url()).toContain('sel=control:homs');
    expect(faults).toEqual([]);
  });

  test.each([
    ['is missing', null],
    ['is no picture', 'not a picture'],
    ['is too large', `${logo}${' '.repeat(300_000)}`],
  ])('a logo that %s is told of, and the page does without', async (_, content) => {
    rmSync(join(folder, 'logo.svg'), { force: true });
    if (content !== null) writeFileSync(join(folder, 'logo.svg'), content);
    put('dossier.json', { ...json('dossier.json'), logo: 'logo.svg' });
    const it = await visit('?dossier=/own/');
    await it.locator('[data-lack="logo"]').waitFor();
    expect(await it.locator('header img').count()).toBe(0);
    put('dossier.json', json('dossier.json'));
  });
});
