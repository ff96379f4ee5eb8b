import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Memory of a browser's processes in MB, as the system counts it; null where it does not say (it does on Linux). */
export interface Memory {
  /** Of the page's own process. */
  readonly page: number;
  /** Of the process that draws. */
  readonly graphics: number;
}

export async function memoryOf(browser: Browser): Promise<Memory | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = (type: string) => processInfo.filter((each) => each.type === type).map(({ id }) => proportional(id));
  // beside the page's there may be one that waits for the next page
  const page = Math.max(...sizes('renderer'));
  const graphics = Math.max(...sizes('GPU'));
  return Number.isFinite(page + graphics) ? { page, graphics } : null;
}

/** What a process alone has, and its part of what it shares. */
function proportional(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1000;
  } catch {
    return NaN;
  }
}
