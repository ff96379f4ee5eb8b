import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimline, root } from '../cli/run';
import { open, shows, startSite, type Site } from './open';
import { violationsOn } from './violations';

/** A table that is dropped on the page is read, answered and brought in; nothing is brought in that was not shown. */

let site: Site;
let it: Page;
let faults: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'claimline-page-import-'));
beforeAll(async () => {
  site = await startSite();
  ({ page: it, faults } = await open(site, 'day=2024-12-06', { viewport: { width: 800, height: 600 } }));
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

const rows = [
  'Place;Date;Holder;Status;Source',
  'Palmyra;05/12/2024;HTS;captured;SOHR',
  'Talbisse;06/12/2024;HTS;captured;A resident',
  'Atlantis;06/12/2024;HTS;held;SOHR',
  'Raqqa;06/12/2024;SDF;contested;SOHR',
  'Daraa;06/13/2024;Local;held;=cmd()',
];

async function drop(name: string, text: string): Promise<void> {
  await it.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
}
const count = () => it.locator('[data-import-count]').getAttribute('data-import-count');
const bytesOf = async (download: Download) => readFileSync(await download.path());
async function downloaded(what: string): Promise<Buffer> {
  const [download] = await Promise.all([it.waitForEvent('download'), it.locator(`[data-import="${what}"]`).click()]);
  return bytesOf(download);
}

test('a file of areas is asked about and read, what is no table says why, and reading can be cancelled', async () => {
  const square = [
    [
      [36, 34],
      [37.5, 34],
      [37.5, 35.5],
      [36, 35.5],
      [36, 34],
    ],
  ];
  const area = { type: 'Feature', properties: { holder: 'HTS' }, geometry: { type: 'Polygon', coordinates: square } };
  await drop('areas.geojson', JSON.stringify({ type: 'FeatureCollection', features: [area] }));
  await it.locator('[data-import="day"].asked').fill('2024-12-04');
  await it.locator('[data-import="publisher"].asked').fill('Archive A');
  await it.locator('[data-import="published"].asked').fill('2024-12-05');
  await expect.poll(() => it.locator('[data-import="go"]').isEnabled()).toBe(true);
  expect(await violationsOn(it, 'dialog')).toEqual([]);
  expect(await count()).toMatch(/^[1-9]/);
  await drop('table.csv', '%PDF-1.7');
  await it.getByText('cannot be read as a table: it is a PDF').waitFor();

  await drop(
    'many.csv',
    [rows[0], ...Array.from({ length: 60_000 }, (_, i) => `Homs;2024-12-0${(i % 6) + 1};HTS;held;S${i % 50}`)].join('\n'),
  );
  await it.locator('[data-import="cancel"]').click();
  await it.locator('[data-import-state="cancelled"]').waitFor();
  await it.keyboard.press('Escape');
  await it.getByRole('dialog').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('a table is dropped, answered and brought in; all rows are accepted or rejected, and what is downloaded is a sound dossier', async () => {
  const marks = it.locator('button[data-mark="control:gn-163808"], button[data-mark="control:palmyra"]');
  expect(await marks.count()).toBe(0);
  await drop('control.csv', rows.join('\r\n'));

  // dates that can be read in two ways are asked for, and nothing is chosen beforehand
  const asked = it.locator('[data-import="asked"]');
  await asked.waitFor();
  const order = it.locator('[data-import="order"] input');
  expect(await order.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked))).toEqual([false, false]);
  expect(await it.locator('[data-import-column="Holder"] select').inputValue()).toBe('party');
  const go = it.locator('[data-import="go"]');
  expect(await go.isDisabled()).toBe(true);
  await order.first().check();
  await expect.poll(() => count()).toBe('5 1 4');
  expect(await go.isDisabled()).toBe(true);
  await it.locator('[data-import="published"]').fill('2024-12-31');
  await expect.poll(() => go.isEnabled()).toBe(true);

  // a place that no gazetteer has is chosen among candidates; another is left open
  await it.locator('[data-import-place="Talbisse"] input[value="talbisa"]').check();
  await expect.poll(() => count()).toBe('5 2 3');
  expect(await it.locator('[data-import-place="Atlantis"] input').first().isChecked()).toBe(true);
  expect(await violationsOn(it, 'dialog')).toEqual([]);
  const rejected = (await downloaded('rejected')).toString().trim().split('\r\n');
  expect(rejected.map((row) => row.split(',')[0])).toEqual(['row', '4', '5', '6']);
  expect(rejected[3]).toContain("'=cmd()");

  // by keyboard, which is led on to what is said of it
  await go.press('Enter');
  await it.getByText('With control.csv brought in').waitFor();
  await shows(it, '2024-12-06');
  expect(await it.locator('[data-import-notice]').evaluate((notice) => notice === document.activeElement)).toBe(true);
  await it.keyboard.press('Tab');
  expect(await it.evaluate(() => document.activeElement?.closest('[data-import-notice]') !== null)).toBe(true);
  await expect.poll(() => marks.count()).toBeGreaterThan(0);
  expect(await it.locator('[data-import-notice]').textContent()).toContain('what is known now');
  await it.waitForTimeout(400);
  expect(it.url()).not.toContain('#');

  const files = unzipSync(await downloaded('zip'));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const dossier = join(folder, 'syria-2024');
  expect(claimline('validate', dossier)).toMatchObject({ code: 0, out: expect.stringContaining('no issues') as string });
  const kept = readFileSync(join(dossier, 'import/choices.json'), 'utf8');
  expect(JSON.parse(kept)).toMatchObject({ places: { Talbisse: 'talbisa' } });
  // what did not change is there byte for byte
  const same = ['control.geojson', 'incidents.geojson', 'movements.geojson', 'displacement.geojson'];
  for (const name of same) expect(readFileSync(join(dossier, name))).toEqual(readFileSync(join(root, 'geo/syria-2024', name)));
  expect(readdirSync(dossier)).toContain('claims.csv');

  // its choices are used for the next table, and rows that are there are not taken twice
  await drop('control.csv', rows.join('\r\n'));
  await expect.poll(() => count()).toBe('5 0 5');
  expect(await it.locator('[data-import-rejected="duplicate"]').textContent()).toContain('in 2 rows');
  expect(faults).toEqual([]);
});
