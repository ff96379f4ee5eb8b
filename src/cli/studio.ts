import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { MEMORY } from '../view/memory';
import { openBrowser } from './browser';
import { dateOf, pdfOf, withMemory } from './pdf';
import { whatItSays } from './picture';
import { builtPage } from './serve';
import { serve, type Serving } from './server';

/** A headless browser with the page in it, which makes pictures as a reader would: by the page's own dialog. One for any number of dossiers and pictures. */

/** One picture of a view. */
export interface Shot {
  /** The dossier's folder. */
  readonly folder: string;
  /** Behind the `#` of the page's address. */
  readonly view: string;
  /** As the page's dialog has it: `png`, `svg` … */
  readonly format: string;
  /** Pixels for each CSS pixel. */
  readonly scale: number;
}

/** A picture's bytes, the picture in words, and what the page says it is without. */
export interface Shown {
  readonly bytes: Uint8Array;
  readonly description: string;
  readonly lacks: readonly string[];
}

/** Goes to another view of the page that is there, and waits until it has read it. */
const moved = (hash: string): Promise<void> =>
  new Promise((done) => {
    if (location.hash === `#${hash}`) return done();
    window.addEventListener('popstate', () => requestAnimationFrame(() => requestAnimationFrame(() => done())), { once: true });
    location.hash = hash;
  });

const shown = '[data-shown]';
/** As large as a usual screen: what a picture of a size shows does not depend on it. */
const WINDOW = { width: 1280, height: 800 };

export class Studio {
  readonly #browser: Browser;
  readonly #serving: Serving;
  readonly #folders: readonly string[];
  #page: Page | null = null;
  #at: string | null = null;
  readonly #faults: string[] = [];

  /** Use `open`. */
  private constructor(browser: Browser, serving: Serving, folders: readonly string[]) {
    this.#browser = browser;
    this.#serving = serving;
    this.#folders = folders;
  }

  /** Opens a browser for dossiers in these folders. Throws NoBrowser where there is none. */
  static async open(folders: readonly string[], browserPath: string | undefined): Promise<Studio> {
    const served = Object.fromEntries(folders.map((folder, i) => [`/dossier-${i}/`, resolve(folder)]));
    const { browser } = await openBrowser(browserPath);
    try {
      return new Studio(browser, await serve({ '/': builtPage(), ...served }, 0), folders);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The browser's name and version. */
  get browser(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  /** Makes one picture. A page that shows the dossier already is used again. Throws with what the page says. */
  async make(shot: Shot): Promise<Shown> {
    if (shot.format !== 'pdf') return this.#make(shot);
    // the browser prints what the page draws
    const { bytes, ...said } = await this.#make({ ...shot, format: 'svg' });
    const svg = Buffer.from(bytes).toString('utf8');
    const { memory } = whatItSays(bytes, 'svg');
    return { ...said, bytes: withMemory(await pdfOf(this.#browser, svg, dateOf(memory.dossier.recorded)), MEMORY, JSON.stringify(memory)) };
  }

  async #make({ folder, view, format, scale }: Shot): Promise<Shown> {
    const page = (this.#page ??= await this.#newPage());
    this.#faults.length = 0;
    try {
      const address = `${this.#serving.address}?dossier=/dossier-${this.#folders.indexOf(folder)}/`;
      if (this.#at === address) await page.evaluate(moved, view);
      else await this.#visit(page, `${address}#${view}`);
      this.#at = address;
      await page.locator(shown).waitFor({ timeout: 60_000 });
      if ((await page.locator('dialog').count()) === 0) await page.keyboard.press('e');
      await page.locator('[data-export-scale]').fill(String(scale));
      const download = page.waitForEvent('download', { timeout: 600_000 });
      const failure = page.locator('[data-export-state="failed"]');
      await page.locator(`[data-export="${format}"]`).click();
      const saved = await Promise.race([
        download,
        failure.waitFor({ timeout: 600_000 }).then(async () => new Error((await failure.textContent()) ?? '')),
      ]);
      if (saved instanceof Error) throw saved;
      const bytes = readFileSync(await saved.path());
      await page.locator('[data-export-state="done"]').waitFor();
      const description = (await page.locator('[data-export-description]').textContent()) ?? '';
      return { bytes, description, lacks: await page.locator('[data-lack] p').allTextContents() };
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      throw new Error(`The page made no picture: ${[why, ...this.#faults].join('; ')}`, { cause: error });
    }
  }

  /** The share of two PNGs' pixels of which some colour differs by more than `colour` of 255; null where they are not of one size. */
  async difference(first: Uint8Array, second: Uint8Array, colour: number): Promise<number | null> {
    const page = await this.#browser.newPage();
    try {
      // the page's own origin, whose policy lets nothing in but what is handed over
      await page.goto(this.#serving.address);
      const [a, b] = [first, second].map((bytes) => Buffer.from(bytes).toString('base64'));
      return await page.evaluate(
        async ([a, b, colour]) => {
          const pixelsOf = async (base64: string): Promise<ImageData> => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const brush = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
            brush.drawImage(image, 0, 0);
            return brush.getImageData(0, 0, image.width, image.height);
          };
          const [one, two] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
          if (one.width !== two.width || one.height !== two.height) return null;
          let others = 0;
          for (let i = 0; i < one.data.length; i += 4)
            if ([0, 1, 2, 3].some((k) => Math.abs(one.data[i + k]! - two.data[i + k]!) > colour)) others++;
          return others / (one.width * one.height);
        },
        [a!, b!, colour] as const,
      );
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#serving.close();
  }

  async #newPage(): Promise<Page> {
    const page = await this.#browser.newPage({ acceptDownloads: true, reducedMotion: 'reduce', viewport: WINDOW });
    page.on('pageerror', (error) => this.#faults.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && this.#faults.push(message.text())));
    return page;
  }

  async #visit(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  }
}
