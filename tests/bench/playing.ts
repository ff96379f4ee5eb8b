import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../src/cli/browser';
import { serve } from '../../src/cli/server';
import { layers, usuallyOff } from '../../src/style/layer';
import { median } from './median';

/** What a scrub step and playback cost the page with every layer on, beside the same page with every layer off, in turns. */

const ROUNDS = 3;
const STEPS = 20;
const PLAYED_MS = 5600;

const ways = {
  'everything on': `on=${usuallyOff.join()}`,
  'layers off': `off=${layers.filter((layer) => !usuallyOff.includes(layer)).join()}`,
} as const;
type Name = keyof typeof ways;
/** Milliseconds of the main thread. */
interface Cost {
  readonly step: number;
  readonly second: number;
}

/** The main thread's time in tasks so far, in milliseconds. */
async function meterOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
}

async function measured(browser: Browser, address: string): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  const days = page.locator('#day');
  await page.locator('[data-shown]').waitFor({ timeout: 120_000 });
  await days.focus();
  const busy = await meterOf(page);
  // there and back, past what changes most
  const walk = async (steps: number) => {
    for (let step = 0; step < steps; step++) {
      const key = step % 10 < 5 ? 'ArrowLeft' : 'ArrowRight';
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
    await page.waitForTimeout(800);
  };
  await walk(10);
  let before = await busy();
  await walk(STEPS);
  const step = ((await busy()) - before) / STEPS;
  await page.keyboard.press('Home');
  await page.waitForTimeout(1500);
  before = await busy();
  await page.keyboard.press(' ');
  await page.waitForTimeout(PLAYED_MS);
  const second = ((await busy()) - before) / (PLAYED_MS / 1000);
  await context.close();
  return { step, second };
}

const { browser, path } = await openBrowser();
const server = await serve({ '/': join(process.cwd(), 'dist/page') }, 0);
const costs: Record<Name, Cost[]> = { 'everything on': [], 'layers off': [] };
for (let round = 0; round < ROUNDS; round++) {
  const names = Object.keys(ways) as Name[];
  // in turns, so that a busy moment of the machine meets both
  for (const name of round % 2 === 0 ? names : names.toReversed())
    costs[name].push(await measured(browser, `${server.address}#${ways[name]}`));
}
console.log(`Main-thread time of the page, median of ${ROUNDS}, 1280 × 800, ${path}`);
for (const [name, all] of Object.entries(costs)) {
  const of = (quantity: keyof Cost) => median(all.map((cost) => cost[quantity])).toFixed(1);
  console.log(`  ${name.padEnd(28)}${of('step').padStart(10)} ms a step${of('second').padStart(10)} ms a second of playback`);
}
await browser.close();
await server.close();
