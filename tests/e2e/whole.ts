import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What is complete without a map: the words, the lists, the chart and the timeline. */
export async function hasAllButTheMap(it: Page): Promise<void> {
  await it.locator('button[data-mark="control:homs"]').first().waitFor();
  await it.locator('#situation figure svg').first().waitFor();
  await it.locator('#day').focus();
  await it.keyboard.press('ArrowLeft');
  await expect.poll(() => it.url()).toContain('day=2024-12-05');
}
