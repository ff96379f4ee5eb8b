import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Serving } from '../../../src/cli/server';
import { Driven } from './browser';
import { runNode } from './child';
import type { Findings } from './findings';
import { traced } from './trace';

/** The page as it is built, with a dossier of a million reports: how it opens, what it keeps, and what a step costs with all that is around the map. */

const LIMIT_MS = 420_000;
const STEPS = 20;
/** Names, lists and legend follow when the slider has rested for less than this. */
const REST_MS = 1500;

export async function wholePage(reports: number, findings: Findings): Promise<void> {
  const about = { part: 'page', way: 'page', count: reports };
  const note = (quantity: string, ...values: number[]) => findings.add(about.part, about.way, about.count, quantity, ...values);
  const folder = mkdtempSync(join(tmpdir(), 'claimline-scale-'));
  const child = runNode('folder', JSON.stringify({ folder, reports }));
  let [driven, server] = [null as Driven | null, null as Serving | null];
  const work = async () => {
    await child.text;
    server = await serve({ '/': join(process.cwd(), 'dist/page'), '/dossier/': folder }, 0);
    // the bundled dossier, to compare with
    const small = await Driven.open(server.address);
    await opened(small, LIMIT_MS);
    const before = await small.memory();
    await small.close();
    driven = await Driven.open('about:blank');
    const { page, session } = driven;
    await page.addInitScript(watchTasks);
    const began = performance.now();
    await page.goto(`${server.address}?dossier=dossier/`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: LIMIT_MS });
    note('first picture', performance.now() - began);
    await opened(driven, LIMIT_MS);
    note('all read and weighed', performance.now() - began);
    const tasks = await page.evaluate(() => window.longTasks ?? []);
    note('longest task while opening', Math.max(0, ...tasks));
    note('tasks of 50 ms and more while opening', tasks.length);
    const after = await driven.memory();
    if (before && after) {
      note('memory page', after.page);
      note('memory graphics', after.graphics);
      note('bytes a claim', ((after.page + after.graphics - before.page - before.graphics) * 1e6) / (reports * 0.4));
    }
    const slider = page.locator('input[type=range]').first();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(REST_MS);
    const { threads } = await traced(session, async () => {
      for (let step = 0; step <= STEPS; step++) {
        await page.evaluate(() => void performance.mark('step'));
        if (step < STEPS) await page.keyboard.press('ArrowLeft');
        // every other step rests: then names and lists follow
        if (step < STEPS) await page.waitForTimeout(step % 2 === 0 ? 100 : REST_MS);
      }
    });
    note('step main', ...threads.main.filter((_, step) => step % 2 === 0));
    note('step and rest main', ...threads.main.filter((_, step) => step % 2 === 1));
    note('step worker', ...threads.worker);
  };
  await findings.attempt(about, LIMIT_MS, work, async () => {
    child.stop();
    await driven?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

declare global {
  interface Window {
    /** Milliseconds of each. */
    longTasks?: number[];
  }
}

/** Runs in the page before anything of it. */
function watchTasks(): void {
  const tasks: number[] = (window.longTasks = []);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
}

/** When the map is drawn and nothing more is being read. */
async function opened({ page }: Driven, timeout: number): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout });
  await page.locator('.opening').waitFor({ state: 'detached', timeout });
  await page.waitForTimeout(REST_MS);
}
