import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Download } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { spawnSync } from 'node:child_process';
import { blankness, countOf, difference, pixelsOf } from './pixels';
import { closeDialog, saved } from './saved';
import { drawnPage as page, samePage } from './site';

const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = async (download: Download) => readFileSync(await download.path());

const HTS = [0, 114, 178] as const;

describe('export', () => {
  test('has the size that was asked for, and leaves the screen as it was', async () => {
    const it = await page('size=1000x800');
    const before = pixelsOf(await it.locator('[data-shown]').screenshot());
    const { width, height } = pixelsOf((await saved(it)).bytes);
    expect([width, height]).toEqual([1000, 800]);
    await closeDialog(it);
    await expect.poll(async () => difference(before, pixelsOf(await it.locator('[data-shown]').screenshot()))).toBeLessThan(0.01);
  });

  test('a size that cannot hold a map is refused in words', async () => {
    const it = await samePage('size=200x200');
    await it.keyboard.press('e');
    await it.locator('[data-export="png"]').click();
    await it.locator('[data-export-state="failed"]').waitFor();
    expect(await it.locator('[data-export-state]').textContent()).toContain('200 × 200');
    await closeDialog(it);
  });
});

test('the claims in view are downloaded as GeoJSON and CSV', async () => {
  const it = await samePage();
  await it.getByRole('button', { name: /Download the claims/ }).click();
  const save = async (label: string) => {
    const [download] = await Promise.all([it.waitForEvent('download'), it.getByRole('button', { name: label, exact: true }).click()]);
    return (await bytesOf(download)).toString();
  };
  const collection = JSON.parse(await save('GeoJSON')) as { features: { id: string; geometry: unknown }[] };
  const ids = new Set(collection.features.map(({ id }) => id));
  const rows = Papa.parse<Record<string, string>>(await save('CSV'), { header: true, skipEmptyLines: true }).data;
  expect(ids.size).toBeGreaterThan(20);
  expect(new Set(rows.map((row) => row['claim']))).toEqual(ids);
});

test('the command line saves the picture that the page’s button makes', async () => {
  const out = join(folder, 'snapshot.png');
  const root = join(import.meta.dirname, '../..');
  const args = ['snapshot', 'geo/syria-2024', '--at', '2024-12-06', '--out', out, '--size', '900x700', '--scale', '1'];
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/claimline.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHROME_PATH: inject('chromium') },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: `${out}: 900 × 700 pixels\n` });
  const picture = pixelsOf(readFileSync(out));
  expect([picture.width, picture.height]).toEqual([900, 700]);
  expect(blankness(picture)).toBeLessThan(0.7);
  expect(countOf(picture, HTS)).toBeGreaterThan(100);
});
