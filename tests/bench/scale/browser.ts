import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../../src/cli/browser';
import { memoryOf, type Memory } from './memory';
import type { Batch, Stage } from './page/stage';
import { topOf, type Hot } from './profile';
import { traced, type Threads } from './trace';
import { VIEWPORT } from './viewport';

/** One fresh browser with one page of the bench in it, driven from here. */

export interface Measured extends Batch, Threads {}

/** The stage's methods, called in the page; its numbers with the processor time of the threads. */
export class Driven {
  private constructor(
    readonly browser: Browser,
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  static async open(address: string): Promise<Driven> {
    const { browser } = await openBrowser();
    const context = await browser.newContext({ viewport: VIEWPORT });
    const page = await context.newPage();
    await page.goto(address);
    const session = await context.newCDPSession(page);
    return new Driven(browser, page, session);
  }

  /** Waits for the bench's own page. */
  async ready(): Promise<this> {
    await this.page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
    return this;
  }

  /** Calls the stage. What the page throws is thrown here. */
  call<K extends Exclude<keyof Stage, 'run'>>(method: K, ...values: Parameters<Stage[K]>): Promise<Awaited<ReturnType<Stage[K]>>> {
    return this.page.evaluate(([name, args]) => (window.stage[name] as (...args: unknown[]) => unknown)(...args) as never, [
      method,
      values,
    ] as [K, unknown[]]);
  }

  /** Steps, traced. */
  async run(...values: Parameters<Stage['run']>): Promise<Measured> {
    const { value, threads } = await traced(this.session, () => this.page.evaluate((args) => window.stage.run(...args), values));
    return { ...value, ...threads };
  }

  /** Where the page's main thread spends its time while something is done. */
  async profiled(work: () => Promise<unknown>): Promise<Hot[]> {
    await this.session.send('Profiler.enable');
    await this.session.send('Profiler.start');
    await work();
    const { profile } = await this.session.send('Profiler.stop');
    return topOf(profile);
  }

  /** After a collection of garbage, once it no longer shrinks: what a worker or an upload needed goes back after seconds. */
  async memory(): Promise<Memory | null> {
    let least = Infinity;
    for (let i = 0; i < 10; i++) {
      await this.session.send('HeapProfiler.collectGarbage');
      await new Promise((done) => setTimeout(done, 1500));
      const memory = await memoryOf(this.browser);
      if (!memory) return null;
      const sum = memory.page + memory.graphics;
      if (i >= 2 && sum > least - 1) return memory;
      least = Math.min(least, sum);
    }
    return memoryOf(this.browser);
  }

  async close(): Promise<void> {
    // one that hangs is ended with this process
    await Promise.race([this.browser.close().catch(() => {}), new Promise((done) => setTimeout(done, 10_000))]);
  }
}
