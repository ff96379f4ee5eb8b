import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shows } from './open';
import { blankness, difference, pixelsOf } from './pixels';
import { hasAllButTheMap } from './whole';
import { faults, folder, json, put, root, visit } from './visit';

/** When things go wrong: each state is a picture that says what is missing, with everything beside it that is not. */

describe('without a map', () => {
  test('no WebGL: it says why, and everything else works', async () => {
    const it = await visit('', {
      before: () => {
        const original = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
          return String(args[0]).startsWith('webgl') ? null : original.apply(this, args);
        } as typeof HTMLCanvasElement.prototype.getContext;
      },
    });
    await it.getByText('offers no WebGL 2').waitFor();
    await hasAllButTheMap(it);
    expect(faults).toEqual([]);
  });

  test('no basemap: it says which file, and everything else works', async () => {
    const it = await visit('', { missing: /levant[^/]*topo/ });
    await it.getByText('levant.topo.json: 404').waitFor();
    await hasAllButTheMap(it);
    // the missing file is all that goes wrong
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });
});

describe('without its relief', () => {
  test('the map is drawn where its picture does not arrive, and says so quietly', async () => {
    const it = await visit('', { missing: /relief[^/]*\.webp/ });
    await shows(it, '2024-12-06');
    await it.locator('[data-lack="relief"]').waitFor();
    expect(blankness(pixelsOf(await it.locator('[data-shown]').screenshot()))).toBeLessThan(0.6);
    await it.locator('[data-lack="relief"] button').click();
    await it.locator('[data-lack="relief"]').waitFor({ state: 'detached' });
    // nor is there a switch for it, once that is read
    expect(await it.getByLabel('Relief').count()).toBe(0);
    expect(await it.getByLabel('Inferred').count()).toBe(1);
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });
});

test('a context that is lost is spoken of, and the map comes back by itself', async () => {
  const it = await visit('');
  await shows(it, '2024-12-06');
  // nothing is lacking
  expect(await it.locator('[data-lack]').count()).toBe(0);
  expect(await it.getByLabel('Relief').count()).toBe(1);
  const seen = async () => pixelsOf(await it.locator('[data-shown]').screenshot());
  const before = await seen();
  await it.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map canvas')!;
    const loss = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { loss });
    loss.loseContext();
  });
  await it.getByText('The map is being drawn again').waitFor();
  expect(await it.locator('[data-shown]').count()).toBe(0);
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  await it.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext());
  await it.getByText('The map is being drawn again').waitFor({ state: 'detached' });
  await shows(it, '2024-12-06');
  expect(difference(before, await seen())).toBeLessThan(0.01);
  expect(faults).toEqual([]);
});

test('a dossier with faults is shown as far as it can be read, with the faults beside it', async () => {
  const control = json('control.geojson') as { features: { properties: { place: string } }[] };
  control.features[0]!.properties.place = 'atlantis';
  put('control.geojson', control);
  const it = await visit('?dossier=/own/');
  await shows(it, '2024-12-06');
  await it.getByText('This dossier has an issue').click();
  await it.getByText('"atlantis"').waitFor();
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  put('control.geojson', json('control.geojson'));
});

describe('a day of which nothing is known', () => {
  const ids = (json('sources.json') as { sources: { id: string }[] }).sources.map(({ id }) => id);
  test('says so on the map, in English and in Arabic', async () => {
    const it = await visit(`#without=${ids.join(',')}`);
    await shows(it, '2024-12-06');
    await it.locator('main').getByText('Nothing is known of 6 December 2024').waitFor();
    // every source is left out: what is known now is nothing either
    expect(await it.locator('.note button').count()).toBe(0);
    await it.evaluate(() => (location.hash += '&lang=ar'));
    await it.locator('main').getByText('لا يُعرف شيء عن يوم ٦ كانون الأول ٢٠٢٤').waitFor();
    expect(faults).toEqual([]);
  });

  test('offers what is known now, where something was published later', async () => {
    // all that it says of anything was published after its last day
    const others = ['movements.geojson', 'displacement.geojson', 'incidents.geojson'];
    for (const name of others) put(name, { type: 'FeatureCollection', features: [] });
    const control = json('control.geojson') as { features: { properties: { says: string; reports: object[] } }[] };
    const took = control.features.find(({ properties }) => properties.says === 'took')!;
    took.properties.reports = took.properties.reports.map((report) => ({ ...report, published: '2025-01-01' }));
    put('control.geojson', { ...control, features: [took] });
    const it = await visit('?dossier=/own/');
    await it.getByRole('button', { name: 'Show what is known now' }).click();
    await it.getByText('Nothing is known of').waitFor({ state: 'detached' });
    await expect.poll(() => it.url()).toContain('known=now');
    for (const name of ['control.geojson', ...others]) put(name, json(name));
  });
});

test('a place without coordinates is listed as not on the map, with its evidence', async () => {
  const places = JSON.parse(readFileSync(join(root, 'geo/gazetteer/places.geojson'), 'utf8')) as {
    features: { properties: Record<string, unknown>; geometry: unknown }[];
  };
  const own = places.features.filter(({ properties }) => properties.id === 'rastan').map((feature) => ({ ...feature, geometry: null }));
  expect(own).toHaveLength(1);
  delete own[0]!.properties.point;
  put('places.geojson', { type: 'FeatureCollection', features: own });
  const it = await visit('?dossier=/own/');
  await shows(it, '2024-12-06');
  const list = it.locator('[data-off-the-map]');
  await list.locator('button[data-mark="control:rastan"]').click();
  await it.getByText('no coordinates are known of this place').waitFor();
  await it
    .getByText(/paragraph \d+/)
    .first()
    .waitFor();
  rmSync(join(folder, 'places.geojson'));
  // only an optional file that is not there may be missing
  expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});
