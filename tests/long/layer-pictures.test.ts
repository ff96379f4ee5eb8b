import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBare, type BareSite } from '../e2e/bare';
import type { Box } from '../e2e/harness/generated';
import { blankness, countOf, pixelsOf, type Pixels } from '../e2e/pixels';

/** The layer of marks against the plain path: only what is alive and shows, drawn in one go. */

const levant: Box = [35, 33, 39, 37];
let site: BareSite;
beforeAll(async () => {
  site = await startBare();
});
afterAll(() => site.close());

const pixels = (address: string): Pixels => pixelsOf(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));

/** Opens a map, looks at it, and ends without any fault of page or graphics card. */
async function withMap(count: number, box: Box, use: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults } = await site.open();
  await page.evaluate(([count, box]) => window.bare.open(count, 1, box, { center: [37, 35], zoom: 6.5 }), [count, box] as const);
  await use(page);
  expect(await page.evaluate(() => window.bare.error())).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
}

type Look = Parameters<Window['bare']['look']>[0];
const look = (page: Page, options: Look, ratio?: number) =>
  page.evaluate(([options, ratio]) => window.bare.look(options, ratio), [options, ratio] as const);
const both = (page: Page, day: number) => page.evaluate((day) => window.bare.both(day), day);

describe('the picture equals that of the plain path', () => {
  const views: readonly [name: string, options: Look, ratio?: number][] = [
    ['seen from above', { zoom: 6.5 }],
    ['turned and tilted', { zoom: 7, bearing: 40, pitch: 58 }],
    ['at pixel ratio 2, nearer', { zoom: 9.3, bearing: 0, pitch: 0 }, 2],
    ['at pixel ratio 3, farther', { zoom: 4.6 }, 3],
  ];

  test('of few marks, drawn whole, and of many, drawn in runs', async () => {
    for (const count of [2000, 60_000])
      await withMap(count, levant, async (page) => {
        // every view of few marks, and of many two, on the first day and a late one
        const isMany = count > 10_000;
        for (const [name, options, ratio] of isMany ? views.slice(0, 2) : views) {
          await look(page, options, ratio);
          for (const day of isMany ? [1, 390] : [200]) {
            const { layer, plain, runs, alive } = await both(page, day);
            expect(layer === plain, `${count} records ${name} on day ${day}`).toBe(true);
            expect(alive).toBeGreaterThan(10);
            expect(runs > 6).toBe(isMany);
          }
        }
        await look(page, { zoom: 6.5, pitch: 0 }, 1);
        const [one, other] = [(await both(page, 200)).layer, (await both(page, 201)).layer];
        expect(one === other).toBe(false);
        expect(blankness(pixels(one))).toBeLessThan(0.99);
      });
  });

  test('on every copy of the world, and at the edge of the view', async () => {
    await withMap(2000, [-179, -60, 179, 60], async (page) => {
      await look(page, { zoom: 0.5, center: [179, 0] });
      const { layer, plain } = await both(page, 200);
      expect(layer === plain).toBe(true);
      // as much beyond the antimeridian as before it
      const { width, height, data } = pixels(layer);
      const half = (left: number): number => {
        let drawn = 0;
        for (let y = 0; y < height; y++) for (let x = left; x < left + width / 2; x++) if (data[(y * width + x) * 4]! < 200) drawn++;
        return drawn;
      };
      expect(Math.min(half(0), half(width / 2))).toBeGreaterThan(Math.max(half(0), half(width / 2)) / 3);
    });
  });

  test('and the copy to the east is the picture to the west', async () => {
    await withMap(2000, levant, async (page) => {
      await look(page, { zoom: 6, center: [37, 35] });
      const here = (await both(page, 200)).layer;
      await look(page, { zoom: 6, center: [397, 35] });
      expect((await both(page, 200)).layer === here).toBe(true);
    });
  });
});

test('a card without points so large draws the same, to the edge of the view', async () => {
  const { page, faults } = await site.open();
  const pictures: Pixels[][] = [];
  for (const small of [false, true]) {
    await page.evaluate(
      async ([small, box]) => {
        if (small) window.bare.withSmallPoints();
        await window.bare.open(20_000, 1, box, { center: [37, 35], zoom: 6.5 });
      },
      [small, levant] as const,
    );
    const own: Pixels[] = [];
    for (const options of [{ zoom: 8.5 }, { zoom: 7, bearing: 40, pitch: 58 }]) {
      await look(page, options, 2);
      own.push(pixels((await both(page, 200)).layer));
    }
    pictures.push(own);
  }
  const drawn = (data: Uint8Array, i: number) => Math.abs(data[i]! - 250) > 40;
  for (const [i, points] of pictures[0]!.entries()) {
    const quads = pictures[1]![i]!;
    let [inked, differing, atEdge, differingAtEdge] = [0, 0, 0, 0];
    for (let k = 0; k < points.data.length; k += 4) {
      const [x, y] = [(k >> 2) % points.width, Math.floor((k >> 2) / points.width)];
      const isEdge = Math.min(x, y, points.width - 1 - x, points.height - 1 - y) < 3;
      const differs = Math.abs(points.data[k]! - quads.data[k]!) > 40;
      if (drawn(quads.data, k)) inked++;
      if (drawn(quads.data, k) && isEdge) atEdge++;
      if (differs) differing++;
      if (differs && isEdge) differingAtEdge++;
    }
    expect(inked).toBeGreaterThan(10_000);
    expect(atEdge).toBeGreaterThan(100);
    expect(differingAtEdge / atEdge).toBeLessThan(0.01);
    expect(differing / inked).toBeLessThan(0.001);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('two situations share the picture, each on its side of a line', async () => {
  await withMap(3000, levant, async (page) => {
    const [left, right, sides] = await page.evaluate(async () => [
      await window.bare.whole('left', 100),
      await window.bare.whole('right', 300),
      await window.bare.sides(100, 300, 0.4),
    ]);
    const [a, b, both] = [left!, right!, sides!].map(pixels) as [Pixels, Pixels, Pixels];
    const line = 0.4 * both.width;
    let [wrong, told] = [0, 0];
    for (let i = 0; i < both.data.length; i++) {
      const x = (i >> 2) % both.width;
      const [own, other] = x < line ? [a, b] : [b, a];
      if (both.data[i] !== own.data[i]) wrong++;
      if (own.data[i] !== other.data[i]) told++;
    }
    expect(wrong).toBe(0);
    expect(told).toBeGreaterThan(5000);
  });
});

test('a lost context comes back pixel for pixel', async () => {
  const { page, faults } = await site.open();
  await page.evaluate((box) => window.bare.open(20_000, 1, box, { center: [37, 35], zoom: 6.5 }), levant);
  const before = (await both(page, 200)).layer;
  expect((await page.evaluate(() => window.bare.lose())) === before).toBe(true);
  expect((await both(page, 200)).layer === before).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('after many days at random the picture is that of a fresh load', async () => {
  const pictures: string[] = [];
  for (const times of [0, 300])
    await withMap(20_000, levant, async (page) => {
      pictures.push(await page.evaluate((times) => window.bare.scrub(times, 7, 222), times));
    });
  expect(pictures[0] === pictures[1]).toBe(true);
});

test('layers are switched off, and one mark is drawn above all', async () => {
  await withMap(3000, levant, async (page) => {
    const [all, none, events, lifted, beside] = (
      await page.evaluate(async () => [
        await window.bare.without([], 200),
        await window.bare.without(['control', 'incidents'], 200),
        await window.bare.without(['control'], 200),
        await window.bare.lifted(200, -1),
        await window.bare.lifted(200, 2),
      ])
    ).map(pixels) as [Pixels, Pixels, Pixels, Pixels, Pixels];
    expect(blankness(none)).toBe(1);
    expect(blankness(events)).toBeGreaterThan(blankness(all));
    expect(blankness(events)).toBeLessThan(1);
    const where = (picture: Pixels) => {
      const changed: [number, number][] = [];
      for (let i = 0; i < picture.data.length; i += 4)
        if (picture.data[i] !== all.data[i]) changed.push([(i >> 2) % picture.width, Math.floor((i >> 2) / picture.width)]);
      const middle = (axis: 0 | 1) => (Math.min(...changed.map((at) => at[axis])) + Math.max(...changed.map((at) => at[axis]))) / 2;
      return [middle(0), middle(1)];
    };
    const [x, y] = where(lifted);
    expect([Math.abs(x! - 400) < 8, Math.abs(y! - 300) < 8]).toEqual([true, true]);
    expect(where(beside)[0]).toBeLessThan(x! - 40);
    expect(countOf(all, [250, 247, 240])).toBeGreaterThan(1000);
  });
});

test('the nearest mark is found at any point, also where the map is turned, tilted or near', async () => {
  await withMap(20_000, levant, async (page) => {
    let hits = 0;
    for (const options of [
      { zoom: 6.5 },
      { zoom: 7.2, bearing: 40, pitch: 50 },
      { zoom: 10, bearing: 0, pitch: 0 },
      { zoom: 6, center: [397, 35] as [number, number] },
    ]) {
      await look(page, options);
      const points = Array.from({ length: 60 }, (_, i) => [(i * 97) % 800, (i * 61) % 600] as const);
      for (const room of [1, 18])
        for (const [found, wanted] of await page.evaluate(([points, room]) => window.bare.picks(200, points, room), [
          points,
          room,
        ] as const)) {
          // on another copy of the world all that is drawn lies too far west
          if (!('center' in options)) expect(found).toBe(wanted);
          if (found !== null) hits++;
        }
    }
    expect(hits).toBeGreaterThan(100);
  });
});
