import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBare, type BareSite } from '../e2e/bare';
import type { Box } from '../e2e/harness/generated';

/** The layer of marks over time: ten thousand steps, and ten minutes of playback. */

const levant: Box = [35, 33, 39, 37];
const MINUTES = 10;
let site: BareSite;
beforeAll(async () => {
  site = await startBare();
});
afterAll(() => site.close());

async function opened(count: number) {
  const { page, faults } = await site.open();
  await page.evaluate(([count, box]) => window.bare.open(count, 1, box, { center: [37, 35], zoom: 6.5 }), [count, levant] as const);
  return { page, faults };
}

test('after ten thousand days at random the picture is that of a fresh load', async () => {
  const pictures: string[] = [];
  for (const times of [0, 10_000]) {
    const { page, faults } = await opened(20_000);
    pictures.push(await page.evaluate((times) => window.bare.scrub(times, 11, 222), times));
    expect(faults).toEqual([]);
    await page.context().close();
  }
  expect(pictures[0] === pictures[1]).toBe(true);
});

test('ten minutes of playback take no more memory than the first', async () => {
  const { page, faults } = await opened(100_000);
  const session = await page.context().newCDPSession(page);
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const sizes: number[] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    await page.evaluate(() => window.bare.play(60_000));
    sizes.push(await used());
  }
  // a tenth of a megabyte a minute would be a leak of a step's own objects
  expect(sizes.at(-1)! - sizes[0]!).toBeLessThan(1e6);
  expect(faults).toEqual([]);
  await page.context().close();
});
