import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Dossier } from '../core/model';
import type { Language } from '../style/strings';
import { NoBrowser, openBrowser } from './browser';
import { serve } from './server';
import { picture } from './snapshot';

/** The picture that a shared link shows, in pixels, as the sites that show links ask for it. */
const [WIDTH, HEIGHT] = [1200, 630];
/** How large it is drawn: a sheet with its legend needs more room than that. */
const DRAWN = [1600, 840] as const;

/** The opening view of a dossier as `claimline snapshot` draws it, as PNG; null where there is no browser, which is said. */
export async function preview(
  {
    page,
    folder,
    dossier,
    language,
    browser,
  }: { page: string; folder: string; dossier: Dossier; language: Language; browser: string | undefined },
  say: (text: string) => void,
): Promise<Uint8Array | null> {
  const opened = await openBrowser(browser).catch((error: unknown) => {
    if (!(error instanceof NoBrowser)) throw error;
    say(`A shared link shows no picture. ${error.message}`);
    return null;
  });
  if (!opened) return null;
  const server = await serve({ '/': page, '/dossier/': resolve(folder) }, 0);
  try {
    const hash = new URLSearchParams({ day: dossier.opening.day, lang: language, look: 'light', size: DRAWN.join('x') });
    const { png, lacks } = await picture(opened.browser, `${server.address}?dossier=/dossier/#${hash}`, '1', DRAWN);
    lacks.forEach(say);
    return await reduced(opened.browser, png);
  } finally {
    await opened.browser.close();
    await server.close();
  }
}

/** A PNG made smaller. */
async function reduced(browser: Browser, png: Uint8Array): Promise<Uint8Array> {
  const page = await browser.newPage();
  const small = await page.evaluate(
    async ([base64, width, height]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]), { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      const made = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return Array.from(made, (byte) => String.fromCharCode(byte)).join('');
    },
    [Buffer.from(png).toString('base64'), WIDTH, HEIGHT] as const,
  );
  return Buffer.from(small, 'latin1');
}
