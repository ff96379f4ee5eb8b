import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { flags } from '../../src/cli/browser';
import { serve, type Serving } from '../../src/cli/server';
import { looks } from '../../src/style/palette';
import { watch } from '../e2e/open';
import type { Strokes } from '../e2e/strokes/main';

/** The layer of strokes alone on a map, in a real browser. */

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist/test/strokes');
let server: Serving;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    root: join(root, 'tests/e2e/strokes'),
    publicDir: false,
    build: { outDir: dist, emptyOutDir: true },
  });
  server = await serve({ '/': dist }, 0);
  browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const WIDTH = 640;
const HEIGHT = 400;

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  faults = watch(page, server.address);
  await page.goto(server.address);
  await call('open', { center: [38, 35], zoom: 7 });
  return async () => {
    await page.close();
    expect(faults).toEqual([]);
  };
});

/** Calls one of the page's verbs. */
async function call<K extends keyof Strokes>(verb: K, ...parameters: Parameters<Strokes[K]>): Promise<Awaited<ReturnType<Strokes[K]>>> {
  return page.evaluate(
    ([name, list]) => {
      const { strokes } = window as unknown as { strokes: Record<string, (...all: unknown[]) => unknown> };
      return strokes[name]!(...list);
    },
    [verb, parameters] as [string, unknown[]],
  ) as Promise<Awaited<ReturnType<Strokes[K]>>>;
}

const picture = async (): Promise<PNG> => PNG.sync.read(Buffer.from((await call('picture')).split(',')[1]!, 'base64'));

/** A part of a picture, from a share of its width to another. */
function part({ width, height, data }: PNG, from: number, to: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => data.subarray(4 * (y * width + from * width), 4 * (y * width + to * width)));
  return Buffer.concat(rows);
}

/** How many pixels have a colour of six hexadecimal digits exactly. */
function count({ data }: PNG, colour: string): number {
  const wanted = Number.parseInt(colour.slice(1), 16);
  let found = 0;
  for (let k = 0; k < data.length; k += 4) if (((data[k]! << 16) | (data[k + 1]! << 8) | data[k + 2]!) === wanted) found++;
  return found;
}

/** The share of pixels in which two pictures differ by more than a little. */
function difference(a: PNG, b: PNG): number {
  let differing = 0;
  for (let k = 0; k < a.data.length; k += 4) if ([0, 1, 2].some((c) => Math.abs(a.data[k + c]! - b.data[k + c]!) > 40)) differing++;
  return differing / (a.data.length / 4);
}

test('every form is painted in its stroke’s colour or the palette’s, and nothing where there is no stroke', async () => {
  await call('show', []);
  const empty = await picture();
  expect(count(empty, '#faf7f0')).toBe(WIDTH * HEIGHT);
  for (const form of ['trace', 'soft', 'hatched', 'band', 'hollow', 'solid', 'dashed']) {
    await call('show', [{ colour: 1, only: form }]);
    const painted = await picture();
    expect([form, WIDTH * HEIGHT - count(painted, '#faf7f0') > 300]).toEqual([form, true]);
    const pure = count(painted, '#0072b2');
    expect([form, pure > 20]).toEqual([form, form !== 'trace' && form !== 'soft']);
  }
  await call('show', [{ colour: 1 }]);
  expect(count(await picture(), looks.light.selected)).toBe(0);
  await call('show', [{ colour: 1, selected: 'hollow 5 0' }]);
  expect(count(await picture(), looks.light.selected)).toBeGreaterThan(100);
});

test('a lost context comes back with the very same pixels', async () => {
  await call('show', [
    { colour: 0, to: 0.6 },
    { colour: 1, from: 0.6, selected: 'solid 6 1' },
  ]);
  const before = await picture();
  await call('lose');
  expect((await picture()).data.equals(before.data)).toBe(true);
  // what is set after it is drawn too
  await call('show', [{ colour: 1 }]);
  expect((await picture()).data.equals(before.data)).toBe(false);
});

test('two sides show each its own strokes, cut off where they meet', async () => {
  await call('show', [{ colour: 0 }]);
  const left = await picture();
  await call('show', [{ colour: 1 }]);
  const right = await picture();
  await call('show', [
    { colour: 0, to: 0.45 },
    { colour: 1, from: 0.45 },
  ]);
  const both = await picture();
  expect(part(both, 0, 0.45).equals(part(left, 0, 0.45))).toBe(true);
  expect(part(both, 0.45, 1).equals(part(right, 0.45, 1))).toBe(true);
  expect(part(left, 0, 0.45).equals(part(right, 0, 0.45))).toBe(false);
});

test('what is shown does not hang on what was shown before', async () => {
  await call('show', [{ colour: 0 }]);
  const fresh = await picture();
  for (const colour of [1, 0, 1] as const)
    await call('show', [
      { colour, selected: 'band 3 0' },
      { colour, from: 0.5 },
    ]);
  await call('look', { center: [30, 20], zoom: 9, bearing: 40, pitch: 50 });
  await call('show', [{ colour: 1 }]);
  await call('look', { center: [38, 35], zoom: 7, bearing: 0, pitch: 0 });
  await call('show', [{ colour: 0 }]);
  expect((await picture()).data.equals(fresh.data)).toBe(true);
});

describe('the same strokes', () => {
  test('in another copy of the world and across the antimeridian', async () => {
    // hatching is laid on the ground, which is another there
    await call('show', [{ colour: 0, only: 's' }]);
    const home = await picture();
    await call('look', { center: [398, 35] });
    expect(difference(await picture(), home)).toBe(0);
    await call('look', { center: [180, 35] });
    await call('show', [{ colour: 0, only: 's' }], 180);
    expect(difference(await picture(), home)).toBe(0);
    await call('look', { center: [-180, 35] });
    expect(difference(await picture(), home)).toBe(0);
    await call('show', [{ colour: 0 }], 180);
    const west = await picture();
    await call('look', { center: [180, 35] });
    expect(difference(await picture(), west)).toBe(0);
  });

  test('upside down are the picture turned', async () => {
    await call('show', [{ colour: 0, only: 's' }]);
    const home = await picture();
    await call('look', { bearing: 180 });
    const turned = await picture();
    const back = new PNG({ width: WIDTH, height: HEIGHT });
    for (let i = 0; i < WIDTH * HEIGHT; i++) turned.data.copy(back.data, 4 * (WIDTH * HEIGHT - 1 - i), 4 * i, 4 * i + 4);
    expect(difference(back, home)).toBeLessThan(0.002);
  });

  test('at twice the pixels are as large and sharper', async () => {
    await call('show', [{ colour: 0 }]);
    const coarse = await picture();
    await call('look', {}, 2);
    const fine = await picture();
    expect([fine.width, fine.height]).toEqual([2 * WIDTH, 2 * HEIGHT]);
    const inked = (png: PNG) => png.width * png.height - count(png, '#faf7f0');
    expect(inked(fine) / inked(coarse)).toBeGreaterThan(3.4);
    expect(inked(fine) / inked(coarse)).toBeLessThan(4.2);
    // a smaller share of it is edge
    expect(count(fine, '#d55e00') / inked(fine)).toBeGreaterThan(1.1 * (count(coarse, '#d55e00') / inked(coarse)));
  });

  test('tilted stay in view, thinner far away, and none is drawn from behind the camera', async () => {
    await call('show', [{ colour: 0 }]);
    for (const [zoom, pitch] of [
      [7, 60],
      [9, 75],
      [11, 75],
    ] as const) {
      await call('look', { zoom, pitch, bearing: 30 });
      const tilted = await picture();
      const inked = WIDTH * HEIGHT - count(tilted, '#faf7f0') - count(tilted, '#000000');
      expect([zoom, inked < 0.8 * WIDTH * HEIGHT]).toEqual([zoom, true]);
    }
    await call('look', { zoom: 7, pitch: 60, bearing: 0 });
    expect(count(await picture(), '#d55e00')).toBeGreaterThan(500);
  });
});

test('the stroke at a point is the one that is seen there, on its own side', async () => {
  await call('show', [
    { colour: 0, to: 0.5 },
    { colour: 1, from: 0.5, only: 'solid' },
  ]);
  const shown = await picture();
  let [seen, found] = [0, 0];
  for (let y = 2; y < HEIGHT; y += 9) {
    for (let x = 2; x < WIDTH; x += 9) {
      const k = 4 * (y * WIDTH + x);
      const isInked = count({ ...shown, data: shown.data.subarray(k, k + 4) } as PNG, x < WIDTH / 2 ? '#d55e00' : '#0072b2') === 1;
      const id = await call('strokeAt', x, y, 2);
      if (isInked) seen++;
      if (isInked && id !== null) found++;
      if (x > WIDTH / 2 + 3 && id !== null) expect(id).toMatch(/^solid/);
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(found).toBe(seen);
  expect(await call('strokeAt', 2, 2, 4)).toBeNull();
});
