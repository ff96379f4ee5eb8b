import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shows } from '../e2e/open';
import { difference, pixelsOf } from '../e2e/pixels';
import { faults, folder, json, put, root, visit } from '../e2e/visit';
import { hasAllButTheMap } from '../e2e/whole';

/** When things go wrong, or there is little to show: what seldom changes. */

test('the map is drawn where the corners of its relief do not arrive, and says so quietly', async () => {
  const it = await visit('', { missing: /relief[^/]*\.json/ });
  await shows(it, '2024-12-06');
  await it.locator('[data-lack="relief"]').waitFor();
  expect(await it.getByLabel('Relief').count()).toBe(0);
});

describe('a font of the desk’s own', () => {
  test('is what the page and the map’s names are set in', async () => {
    const usual = await visit('');
    await shows(usual, '2024-12-06');
    const names = async (of: Page) => pixelsOf(await of.screenshot({ clip: { x: 500, y: 140, width: 200, height: 80 } }));
    const before = await names(usual);
    const first = usual.context();
    copyFileSync(join(root, 'node_modules/@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2'), join(folder, 'heavy.woff2'));
    put('dossier.json', { ...json('dossier.json'), font: 'heavy.woff2' });
    const it = await visit('?dossier=/own/');
    await shows(it, '2024-12-06');
    expect(await it.evaluate(() => [...document.fonts].filter(({ family }) => family.includes('Own')).map(({ status }) => status))).toEqual(
      ['loaded'],
    );
    expect(difference(await names(it), before)).toBeGreaterThan(0.005);
    await first.close();
    rmSync(join(folder, 'heavy.woff2'));
    put('dossier.json', json('dossier.json'));
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });

  test('that is missing is spoken of, and the map is drawn in the project’s', async () => {
    put('dossier.json', { ...json('dossier.json'), font: 'missing.woff2' });
    const it = await visit('?dossier=/own/');
    await shows(it, '2024-12-06');
    await it.locator('[data-lack="font"]').waitFor();
    await hasAllButTheMap(it);
    put('dossier.json', json('dossier.json'));
  });
});

test('of a dossier that has only figures nobody says that the map should show something', async () => {
  const figures = json('displacement.geojson') as { features: { properties: { displacement: string } }[] };
  put('displacement.geojson', { ...figures, features: figures.features.filter(({ properties }) => properties.displacement === 'figure') });
  const others = ['control.geojson', 'movements.geojson', 'incidents.geojson'];
  for (const name of others) put(name, { type: 'FeatureCollection', features: [] });
  const it = await visit('?dossier=/own/');
  await shows(it, '2024-12-06');
  await it.locator('button[data-mark^="figure:"]').first().waitFor();
  expect(await it.getByText('Nothing of the situation is in view').count()).toBe(0);
  expect(await it.locator('.note').innerText()).toBe('');
  for (const name of ['displacement.geojson', ...others]) put(name, json(name));
  // what is there and elsewhere is still said to be so
  const far = await visit('#c=-30,20,5');
  await far.getByText('Nothing of the situation is in view').waitFor();
});
