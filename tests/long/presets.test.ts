import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presetNames } from '../../src/view/sizes';
import { claimline, root } from '../cli/run';
import { Firefox, findFirefox } from '../e2e/firefox';
import { serve } from '../../src/cli/server';
import { isSame, markDifference, sharesApart } from '../gallery/compare';
import { compact } from '../gallery/png';

/** A picture of each preset, at 1×, against its golden one; `UPDATE=1` writes those anew. What differs is written to tests/output/presets. */

const golden = join(root, 'tests/golden/presets');
const output = join(root, 'tests/output/presets');
const folder = mkdtempSync(join(tmpdir(), 'claimline-presets-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => rmSync(output, { recursive: true, force: true }));

const DAY = '2024-12-05';
const presets = presetNames.filter((name) => name !== 'screen');
const read = (file: string) => PNG.sync.read(readFileSync(file));

describe.each(presets)('%s', (name) => {
  test('is drawn as it was', () => {
    const out = join(folder, `${name}.png`);
    const { code, err } = claimline(
      'snapshot',
      'geo/syria-2024',
      '--at',
      DAY,
      '--size',
      name,
      '--scale',
      '1',
      '--out',
      out,
      '--manifest',
      `${out}.json`,
    );
    expect({ code, err }).toMatchObject({ code: 0 });
    const kept = join(golden, `${name}.png`);
    if (process.env['UPDATE']) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(kept, compact(readFileSync(out), 4));
    }
    expect(existsSync(kept), kept).toBe(true);
    const [before, now] = [read(kept), read(out)];
    if (isSame(before, now)) return;
    mkdirSync(output, { recursive: true });
    writeFileSync(join(output, `${name}.png`), PNG.sync.write(now));
    writeFileSync(join(output, `${name}-difference.png`), PNG.sync.write(markDifference(before, now)));
    expect.fail(`${name} differs: tests/output/presets has how`);
  });
});

test('every golden picture is of a preset', () => {
  expect(readdirSync(golden).sort()).toEqual(presets.map((name) => `${name}.png`).sort());
});

test('made again from their manifest, all have the same bytes', () => {
  const all = presets.map((name) => JSON.parse(readFileSync(join(folder, `${name}.png.json`), 'utf8')) as { pictures: object[] });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...all[0], pictures: all.flatMap(({ pictures }) => pictures) }));
  const { code, out } = claimline('snapshot', 'geo/syria-2024', '--check', manifest);
  expect(out).toBe(`${presets.map((name) => `✓ ${name}.png: the same bytes`).join('\n')}\nAll ${presets.length} are as they were.\n`);
  expect(code).toBe(0);
});

const firefox = findFirefox();
if (!firefox) console.warn('Skipped: a picture in Firefox. There is none here, or no display and no xvfb-run.');

/** The share of pixels that may differ by more than 48 of 255 between two browsers: the edges of letters, which each sets in its own way. */
const OTHERS = 0.03;

test.skipIf(!firefox)('Firefox makes the same picture of an article', async () => {
  const server = await serve({ '/': join(root, 'dist/page') }, 0);
  const fox = await Firefox.start(firefox!);
  try {
    await fox.open(`${server.address}#day=${DAY}&look=light&size=1200x675`);
    await fox.find('[data-shown]');
    await fox.run('document.querySelector("[data-opens=export]").click()');
    await fox.find('[data-export-scale]');
    await fox.run(
      'const scale = document.querySelector("[data-export-scale]"); scale.value = "1"; scale.dispatchEvent(new Event("input", { bubbles: true }));',
    );
    await fox.run('document.querySelector("[data-export=png]").click()');
    await fox.find('[data-export-state="done"]', 180_000);
    const file = `claimline-syria-2024-${DAY}.png`;
    await expect.poll(() => (existsSync(fox.downloads) ? readdirSync(fox.downloads) : []), { timeout: 20_000 }).toEqual([file]);
    const [there, here] = [read(join(fox.downloads, file)), read(join(folder, 'article.png'))];
    const [, share] = sharesApart(there, here);
    process.stdout.write(`Firefox: ${(share! * 100).toFixed(2)} % of its pixels are others\n`);
    mkdirSync(output, { recursive: true });
    for (const [name, picture] of Object.entries({ firefox: there, 'firefox-difference': markDifference(here, there) }))
      writeFileSync(join(output, `${name}.png`), PNG.sync.write(picture));
    expect(share).toBeLessThan(OTHERS);
  } finally {
    await fox.close();
    await server.close();
  }
});
