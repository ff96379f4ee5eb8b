import { expect, test } from 'vitest';
import { json, put, visit } from '../e2e/visit';
import { violationsOn } from '../e2e/violations';

/** WCAG 2.2 AA as far as axe can tell, where things go wrong. */

test('a dossier with an issue', async () => {
  const control = json('control.geojson') as { features: { properties: { place: string } }[] };
  control.features[0]!.properties.place = 'atlantis';
  put('control.geojson', control);
  const it = await visit('?dossier=/own/');
  await it.locator('details.notice summary').click();
  await it.getByText('"atlantis"').waitFor();
  expect(await violationsOn(it)).toEqual([]);
  put('control.geojson', json('control.geojson'));
});

test('no dossier', async () => {
  const it = await visit('?dossier=/own/', { missing: /own\/dossier\.json/ });
  await it.getByRole('heading', { name: 'The situation could not be loaded' }).waitFor();
  expect(await violationsOn(it)).toEqual([]);
});

test.each([
  ['relief', /relief[^/]*\.webp/, '[data-lack="relief"]'],
  ['basemap', /levant[^/]*topo/, '.missing'],
])('no %s', async (_, missing, shows) => {
  const it = await visit('', { missing });
  await it.locator(shows).waitFor();
  expect(await violationsOn(it)).toEqual([]);
});

test('a part that does not arrive', async () => {
  const it = await visit('', { missing: /Dialogs[^/]*\.js/ });
  await it.locator('[data-shown]').waitFor();
  await it.keyboard.press('?');
  await it.locator('[data-lack="part"]').waitFor();
  expect(await violationsOn(it)).toEqual([]);
});
