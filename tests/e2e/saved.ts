import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

/** What a reader saves from the page by the dialog of exports, which stays open. */

export type SavedFormat = 'png' | 'svg' | 'webm' | 'mp4' | 'gif';

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Opens the dialog where it is closed. */
export async function openExport(of: Page | Frame): Promise<void> {
  if ((await of.locator('dialog').count()) > 0) return;
  // on a narrow screen the button is among the tools; an embed has it in its header
  if ('keyboard' in of) await of.keyboard.press('e');
  else await of.locator('[data-opens="export"]').click();
  await of.locator('[data-export-scale]').waitFor();
}

/** The file of a format; `scale` is pixels for each CSS pixel, `of` an embed in the page, `days` the first and the last of what shows several. */
export async function saved(
  it: Page,
  format: SavedFormat = 'png',
  { scale = 1, of = it, days }: { scale?: number; of?: Page | Frame; days?: readonly [string, string] } = {},
): Promise<Saved> {
  await openExport(of);
  await of.locator('[data-export-scale]').fill(String(scale));
  for (const [i, end] of (['from', 'to'] as const).entries())
    if (days) await of.locator(`[data-export-day="${end}"]`).selectOption(days[i]!);
  const [download] = await Promise.all([
    it.waitForEvent('download', { timeout: 300_000 }),
    of.locator(`[data-export="${format}"]`).click({ timeout: 60_000 }),
  ]);
  const bytes = readFileSync(await download.path());
  await of.locator('[data-export-state="done"]').waitFor();
  return { name: download.suggestedFilename(), bytes };
}

/** Closes whatever dialog is open. */
export async function closeDialog(of: Page): Promise<void> {
  await of.keyboard.press('Escape');
  await of.locator('dialog').waitFor({ state: 'detached' });
}
