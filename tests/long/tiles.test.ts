import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { part, pixelsOf, type Pixels } from '../e2e/pixels';
import { page } from '../e2e/site';

/** Pictures larger than the graphics card can draw at once: one that draws less is made believe, by the number that the page asks it for. */

declare global {
  interface Window {
    /** The sizes of viewports, which are set for each tile. */
    drawn: Set<string>;
  }
}

// turned and tilted, with names, marks, arrows, bands and what is hatched; 1336 × 898 pixels of map
const VIEW = 'day=2024-12-06&c=36.9,34.9,7.4,30,20&size=700x950&on=silence';

/** The map in the middle of its sheet, drawn with a card of which a side has at most so many pixels. */
async function exported(prepare: () => void): Promise<{ map: Pixels; drawn: string[] }> {
  // the screen's own map is no larger than the card either
  const it = await page(VIEW, { viewport: { width: 900, height: 640 }, deviceScaleFactor: 0.5 }, prepare);
  await it.locator('[data-shown]').waitFor();
  await it.keyboard.press('e');
  const [download] = await Promise.all([it.waitForEvent('download'), it.locator('[data-export="png"]').click()]);
  return {
    map: part(pixelsOf(readFileSync(await download.path())), [0, 1], [0.1, 0.7]),
    drawn: await it.evaluate(() => [...window.drawn]),
  };
}

/** A function for the page, which knows nothing of this file. */
function cardOf(side: number): () => void {
  return new Function(`
    window.drawn = new Set();
    const { getParameter, viewport } = WebGL2RenderingContext.prototype;
    Object.assign(WebGL2RenderingContext.prototype, {
      getParameter(name) { return name === this.MAX_RENDERBUFFER_SIZE ? ${side} : getParameter.call(this, name); },
      viewport(...box) { window.drawn.add(box.slice(2).join(' × ')); return viewport.apply(this, box); },
    });`) as () => void;
}

/** The share of pixels of which a channel differs by more than so much. */
function differing(a: Pixels, b: Pixels, by: number): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!) > by)) count++;
  return count / (a.width * a.height);
}

// numbers of 24 bits are rounded otherwise under another scale: a corner in a hundred thousand falls to the other side of a sample
test('a picture in 3 × 2 tiles is the picture drawn at once', async () => {
  const whole = await exported(cardOf(4096));
  expect(whole.drawn).toContain('1336 × 898');
  const tiled = await exported(cardOf(500));
  expect(tiled.drawn).toContain('446 × 449');
  expect(tiled.drawn).not.toContain('1336 × 898');
  expect(differing(whole.map, tiled.map, 2)).toBeLessThan(1e-4);
  expect(differing(whole.map, tiled.map, 64)).toBe(0);
});
