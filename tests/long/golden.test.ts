import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { flags } from '../../src/cli/browser';
import { isSame, markDifference } from '../gallery/compare';
import { drawn } from '../gallery/draw';
import { picturesOf, sheets } from '../gallery/sheets';

/** The gallery against its golden pictures; `npm run gallery -- --update` makes new ones. What differs is written to tests/output/golden. */

const root = resolve(import.meta.dirname, '../..');
const golden = join(root, 'tests/golden');
const output = join(root, 'tests/output/golden');
const read = (file: string) => PNG.sync.read(readFileSync(file));

let browser: Browser;
beforeAll(() => rmSync(output, { recursive: true, force: true }));
beforeAll(async () => void (browser = await chromium.launch({ executablePath: inject('chromium'), args: flags })));
afterAll(async () => browser?.close());

test('every golden picture is of the gallery, and the gallery has them all', () => {
  const expected = sheets().flatMap((sheet) => picturesOf(sheet).filter(({ isGolden }) => isGolden));
  // the presets have a folder of their own
  expect(
    readdirSync(golden)
      .filter((name) => name !== 'presets')
      .sort(),
  ).toEqual(expected.map(({ name }) => `${name}.png`).sort());
});

test.each(sheets())('the sheet $name is drawn as it was', async (sheet) => {
  const differing: string[] = [];
  for await (const { picture, png } of drawn(
    [sheet],
    browser,
    join(root, 'dist/page'),
    join(root, 'dist/test/golden'),
    (it) => it.isGolden,
  )) {
    const [before, now] = [read(join(golden, `${picture.name}.png`)), PNG.sync.read(Buffer.from(png))];
    if (isSame(before, now)) continue;
    differing.push(picture.name);
    mkdirSync(output, { recursive: true });
    writeFileSync(join(output, `${picture.name}.png`), png);
    writeFileSync(join(output, `${picture.name}-difference.png`), PNG.sync.write(markDifference(before, now)));
  }
  expect(differing).toEqual([]);
});

describe('the comparison', () => {
  const picture = () => read(join(golden, 'zoom-8-light-en.png'));

  test('sees the same picture as the same', () => expect(isSame(picture(), picture())).toBe(true));

  test('sees a shift by two pixels', () => {
    const [before, after] = [picture(), picture()];
    PNG.bitblt(before, after, 0, 0, before.width - 2, before.height, 2, 0);
    expect(isSame(before, after)).toBe(false);
  });

  test('sees one party in a shade that the eye hardly tells apart, and paints it red', () => {
    const [before, after] = [picture(), picture()];
    let recoloured = 0;
    for (let i = 0; i < after.data.length; i += 4)
      if (after.data.readUIntBE(i, 3) === 0xf6ec48) {
        after.data.set([0xf0, 0xe4, 0x42], i);
        recoloured++;
      }
    expect(isSame(before, after)).toBe(false);
    const { data } = markDifference(before, after);
    let red = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === 220 && data[i + 1] === 0) red++;
    expect(red).toBe(recoloured);
  });
});
