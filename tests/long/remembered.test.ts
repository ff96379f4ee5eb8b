import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/time';
import { textsOf, withTexts } from '../../src/formats/png';
import { MEMORY, type Memory } from '../../src/view/memory';
import { claimline, root } from '../cli/run';
import { drop, reopened } from '../e2e/dropped';
import { open, shows, startSite, type Site, type Watched } from '../e2e/open';
import { closeDialog, saved } from '../e2e/saved';

/** A PNG that the button gave, asked what it showed: by the page, by another program, and by the command line when its dossier has changed. */

const VIEW = 'day=2024-12-04&known=now&c=36.8,34.9,8&sel=control:homs&off=relief&look=dark&size=760x560';
const SCALE = 1.5;

const folder = mkdtempSync(join(tmpdir(), 'claimline-remembered-'));
const noExiftool = spawnSync('exiftool', ['-ver']).error !== undefined;
if (noExiftool) process.stdout.write('exiftool is not installed: no other program reads what a picture says of itself\n');

let site: Site;
let opened: Watched;
let png: Buffer;
let memory: Memory;
/** As the page writes it. */
let address: string;

beforeAll(async () => {
  site = await startSite();
  opened = await open(site, VIEW);
  await shows(opened.page, '2024-12-04');
  address = opened.page.url();
  ({ bytes: png } = await saved(opened.page, 'png', { scale: SCALE }));
  writeFileSync(join(folder, 'homs.png'), png);
  memory = JSON.parse(textsOf(png).get(MEMORY)!) as Memory;
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

const wanted = (url: string) => new URLSearchParams(new URL(url).hash.slice(1));
/** Another view, with no dialog over it. */
async function elsewhere(): Promise<void> {
  const { page } = opened;
  if ((await page.locator('dialog').count()) > 0) await closeDialog(page);
  await page.evaluate(() => (location.hash = 'day=2024-11-30&look=light'));
  await page.locator('html[data-look="light"] [data-shown="2024-11-30"]').waitFor();
  await expect.poll(() => page.url()).not.toContain('look=dark');
}

describe('on the page', () => {
  test('a dropped picture is its view again, whose picture has the same bytes', async () => {
    await elsewhere();
    const { page } = opened;
    expect(await drop(page, 'homs.png', png)).toMatchObject({ state: 'done' });
    expect(await page.locator('[data-standing]').textContent()).toContain('says what it said');
    await closeDialog(page);
    await page.locator('html[data-look="dark"] [data-shown="2024-12-04"]').waitFor();
    for (const name of ['day', 'known', 'sel', 'off', 'look', 'size'])
      await expect.poll(() => wanted(page.url()).get(name)).toBe(wanted(address).get(name));
    expect((await saved(page, 'png', { scale: SCALE })).bytes.equals(png)).toBe(true);
  });

  test('so is one that is chosen by the field for files', async () => {
    await elsewhere();
    const { page } = opened;
    await page.keyboard.press('e');
    await page.locator('[data-reopen="open"]').click();
    await page.locator('[data-reopen="file"]').setInputFiles({ name: 'homs.png', mimeType: 'image/png', buffer: png });
    expect(await reopened(page)).toMatchObject({ state: 'done' });
    await expect.poll(() => wanted(page.url()).get('sel')).toBe('control:homs');
  });

  test('what is no picture of this dossier is refused in words, and the printed code of a stripped one opens it', async () => {
    await elsewhere();
    const { page } = opened;
    const before = page.url();
    const foreign = JSON.stringify({ ...memory, dossier: { ...memory.dossier, id: 'elsewhere', title: 'Elsewhere' } });
    const bare = PNG.sync.write(PNG.sync.read(png));
    const refusals: [string, Uint8Array, RegExp][] = [
      ['notes.txt', Buffer.from('no picture'), /does not begin as a picture of its kind does/],
      ['empty.png', Buffer.alloc(0), /does not begin as a picture of its kind does/],
      ['cut.png', png.subarray(0, png.length >> 1), /it is cut off/],
      ['foreign.png', withTexts(png, { [MEMORY]: foreign }), /another dossier: Elsewhere \(elsewhere\)/],
      ['broken.png', withTexts(png, { [MEMORY]: '{' }), /no JSON/],
      ['bare.png', bare, /code/],
    ];
    for (const [name, bytes, why] of refusals) {
      const { state, told } = await drop(page, name, bytes);
      expect({ name, state }).toEqual({ name, state: 'failed' });
      expect(told).toMatch(why);
      expect(page.url()).toBe(before);
    }
    await page.locator('[data-reopen="code"]').fill(memory.code.toLowerCase());
    await page.locator('[data-reopen="code"]').press('Enter');
    await page.locator('[data-reopen-state="done"]').waitFor();
    await page.locator('html[data-look="dark"]').waitFor({ state: 'attached' });
    for (const name of ['day', 'known', 'off']) await expect.poll(() => wanted(page.url()).get(name)).toBe(wanted(address).get(name));
    expect(opened.faults).toEqual([]);
  });
});

test.skipIf(noExiftool)('another program reads what it says of itself, and nothing of whoever made it', () => {
  const { stdout } = spawnSync('exiftool', ['-j', '-G1', '-struct', join(folder, 'homs.png')], { encoding: 'utf8' });
  const [read] = JSON.parse(stdout) as [Record<string, unknown>];
  expect(read).toMatchObject({
    'PNG:ImageWidth': 760 * SCALE,
    'PNG:ImageHeight': 560 * SCALE,
    'PNG-pHYs:PixelUnits': 'meters',
  });
  // dots a metre
  expect((read['PNG-pHYs:PixelsPerUnitX'] as number) * 0.0254).toBeCloseTo(96 * SCALE, 0);
  expect(read['XMP-dc:Title']).toMatch(/Syria/);
  expect(read['XMP-dc:Description']).toMatch(/4 December 2024/);
  expect(read['XMP-iptcCore:AltTextAccessibility']).toBe(read['XMP-dc:Description']);
  expect(read['XMP-photoshop:Credit']).toMatch(/OpenStreetMap/);
  expect(read['XMP-dc:Rights']).toMatch(/OpenStreetMap/);
  expect(read['XMP-photoshop:DateCreated']).toBe(memory.dossier.recorded.replaceAll('-', ':'));
  expect(png.includes('Chromium')).toBe(false);
  expect(png.includes('localhost')).toBe(false);
});

describe('on the command line, of a dossier that has withdrawn a claim since', () => {
  const changed = join(folder, 'changed');
  let id: string;
  beforeAll(() => {
    id = Object.keys(memory.claims).find((each) => claimsOf('control.geojson').features.some((claim) => claim.id === each))!;
    cpSync(join(root, 'geo/syria-2024'), changed, { recursive: true });
    const claims = claimsOf('control.geojson');
    const { properties } = claims.features.find((claim) => claim.id === id)!;
    properties['withdrawn'] = { on: addDays(memory.dossier.recorded, 1), reason: 'The town was misread.' };
    writeFileSync(join(changed, 'control.geojson'), JSON.stringify(claims));
  });
  const claimsOf = (file: string) =>
    JSON.parse(readFileSync(join(root, 'geo/syria-2024', file), 'utf8')) as {
      features: { id: string; properties: Record<string, unknown> }[];
    };

  test('reopen says which, for the file and for its code, and of the same dossier that nothing was corrected', () => {
    const file = join(folder, 'homs.png');
    const same = claimline('reopen', file, 'geo/syria-2024', '--report');
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('says what it said');
    for (const picture of [file, memory.code]) {
      const { code, out } = claimline('reopen', picture, changed, '--report');
      expect(code).toBe(1);
      expect(out).toContain(`(${id})`);
      expect(out).toContain('The town was misread.');
    }
  });

  test('corrections lists the picture, and drafts the line', () => {
    const { code, out } = claimline('corrections', changed, '--published', join(folder, 'homs.png'));
    expect(code).toBe(1);
    expect(out).toMatch(/→ .*misread/);
    expect(out).toContain('1 picture read, 1 to be corrected.');
    expect(claimline('corrections', 'geo/syria-2024', '--published', join(folder, 'homs.png'))).toMatchObject({ code: 0 });
  });
});
