import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfOf } from '../../src/cli/pdf';
import { pixelsOf, type Pixels } from './pixels';
import { startSite, open, type Site, type Watched } from './open';

/** A sheet as SVG and PDF, drawn by other programs, beside the PNG of the same view. */

/** Pixels of the pictures that are compared for each CSS pixel. */
const SCALE = 2;
/** Two channels are unlike that differ by more than this; of a map so large a share of pixels may be: thin lines and letters, which each program smooths in its own way. */
const UNLIKE = 64;
const SHARE = 0.03;
/** How far a mark may be from where it is on the PNG, and how far a name, whose letters are another program's; in CSS pixels. */
const MARK_MOVED = 1;
const NAME_MOVED = 2;

const folder = mkdtempSync(join(tmpdir(), 'claimline-vector-'));
const missing = (tool: string): boolean => {
  const isMissing = spawnSync(tool, ['--version']).error !== undefined;
  if (isMissing) process.stdout.write(`${tool} is not installed: nothing is compared with what it draws\n`);
  return isMissing;
};
const noRsvg = missing('rsvg-convert');
const noPdftoppm = missing('pdftoppm');

let site: Site;
let opened: Watched;
let png: Pixels;
let svg: string;

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    page.locator(`[data-export="${button}"]`).click(),
  ]);
  return readFileSync(await download.path());
}

beforeAll(async () => {
  site = await startSite();
  opened = await open(site, 'day=2024-12-05&known=now&size=760x600', { viewport: { width: 1000, height: 600 } });
  const { page } = opened;
  await page.locator('[data-shown]').waitFor();
  await page.keyboard.press('e');
  svg = (await saved(page, 'svg')).toString('utf8');
  await page.locator('[data-export-scale]').fill(String(SCALE));
  png = pixelsOf(await saved(page, 'png'));
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

function byRsvg(text: string): Pixels {
  const [from, to] = [join(folder, 'sheet.svg'), join(folder, 'sheet.png')];
  writeFileSync(from, text);
  expect(spawnSync('rsvg-convert', ['--zoom', String(SCALE), '--output', to, from], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
  return pixelsOf(readFileSync(to));
}

/** The map's corner in CSS pixels. */
function corner(): [number, number] {
  const [, x, y] = /<g transform="translate\(([\d.]+) ([\d.]+)\)"><g clip-path/.exec(svg)!;
  return [Number(x), Number(y)];
}

/** Left, top, width and height in CSS pixels. */
type Part = readonly [number, number, number, number];

function mapPart(): Part {
  const [, width, height] = /<clipPath id="c1"><path d="M0 0H([\d.]+)V([\d.]+)H0z"/.exec(svg)!;
  return [...corner(), Number(width), Number(height)];
}

/** The mean of how unlike a part of the PNG is another picture's, when that is moved by some of its pixels; and the share of pixels that are unlike. */
function unlike(other: Pixels, [left, top, width, height]: Part, dx = 0, dy = 0): { mean: number; share: number } {
  let [sum, far, count] = [0, 0, 0];
  for (let y = Math.round(top * SCALE); y < (top + height) * SCALE; y++)
    for (let x = Math.round(left * SCALE); x < (left + width) * SCALE; x++) {
      const [a, b] = [4 * (y * png.width + x), 4 * ((y + dy) * other.width + x + dx)];
      let most = 0;
      for (let channel = 0; channel < 3; channel++)
        most = Math.max(most, Math.abs(png.data[a + channel]! - (other.data[b + channel] ?? 0)));
      sum += most;
      count++;
      if (most > UNLIKE) far++;
    }
  return { mean: sum / count, share: far / count };
}

/** How far, in CSS pixels, a part of another picture must be moved to be most like the PNG's. */
function moved(other: Pixels, part: Part): number {
  const reach = 3 * SCALE;
  let best = { mean: Infinity, away: 0 };
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const { mean } = unlike(other, part, dx, dy);
      if (mean < best.mean - 1e-9) best = { mean, away: Math.hypot(dx, dy) / SCALE };
    }
  return best.away;
}

/** The marks on the map, a little inside of their boxes: what lies over them on the PNG lies over them here. */
function marks(): Part[] {
  const [x0, y0] = corner();
  const map = svg.slice(svg.indexOf('<g transform="translate('), svg.indexOf('</g></g>'));
  return [...map.matchAll(/<use xlink:href="#s\d+" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map(([, x, y, side]): Part => [
    x0 + Number(x),
    y0 + Number(y),
    Number(side),
    Number(side),
  ]);
}

function names(): { text: string; part: Part }[] {
  const [x0, y0] = corner();
  return [...svg.matchAll(/<text class="name" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, size, text]) => {
      const half = 0.28 * text!.length * Number(size);
      return { text: text!, part: [x0 + Number(x) - half, y0 + Number(y) - Number(size) * 0.9, 2 * half, Number(size) * 1.3] };
    },
  );
}

/** Whether a part lies on the map with room to be moved. */
function isWithin([left, top, width, height]: Part): boolean {
  const [x, y, wide, tall] = mapPart();
  return left > x + 4 && top > y + 4 && left + width < x + wide - 4 && top + height < y + tall - 4;
}

describe('a sheet as SVG', () => {
  test('is the same file each time, holds its fonts and nothing that runs or is elsewhere', async () => {
    expect(opened.faults).toEqual([]);
    expect((await saved(opened.page, 'svg')).toString('utf8') === svg).toBe(true);
    expect(svg).toMatch(/@font-face\{font-family:"Noto Sans";font-weight:400;src:url\(data:font\/woff2/);
    expect(svg).not.toMatch(/<script|\son\w+="|(?:href="|url\()(?!#|data:)/);
    // one raster picture: the relief
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg.length).toBeLessThan(600_000);
    expect(names().map(({ text }) => text)).toEqual(expect.arrayContaining(['Homs', 'Aleppo', 'Damascus']));
    expect(marks().length).toBeGreaterThan(8);
  });

  test.skipIf(noRsvg)('looks as the PNG does when rsvg draws it, and a map that moved does not', () => {
    const drawn = byRsvg(svg);
    expect([drawn.width, drawn.height]).toEqual([png.width, png.height]);
    expect(unlike(drawn, mapPart()).share).toBeLessThan(SHARE);
    expect(unlike(drawn, mapPart(), 4, 0).share).toBeGreaterThan(SHARE);
  });

  test.skipIf(noRsvg)('has every mark and every name where the PNG has it', () => {
    const drawn = byRsvg(svg);
    const far = (of: Pixels) => [
      ...marks().filter((part) => isWithin(part) && moved(of, part) > MARK_MOVED),
      ...names().filter(({ part }) => isWithin(part) && moved(of, part) > NAME_MOVED),
    ];
    expect(far(drawn)).toEqual([]);
    // a mark and a name that stand 2.5 pixels off are found
    const aside = (x: string) => String(Number(x) + 2.5);
    const wrong = svg
      .replace(
        /(<use xlink:href="#s\d+" x=")([\d.]+)(" y="[\d.]+" width="[\d.]+" height="[\d.]+"\/>\s*<\/g><\/g>)/,
        (_, a: string, x: string, b: string) => a + aside(x) + b,
      )
      .replace(/(<text class="name" x=")([\d.]+)("[^>]*>Damascus<)/, (_, a: string, x: string, b: string) => a + aside(x) + b);
    expect(far(byRsvg(wrong))).toHaveLength(2);
  });
});

describe('a sheet as PDF', () => {
  test.skipIf(noPdftoppm)('is one page of vectors and text that looks as the PNG does, and the same bytes each time', async () => {
    const date = new Date('2024-12-09T00:00:00Z');
    const pdf = await pdfOf(site.browser, svg, date);
    expect(Buffer.compare(pdf, await pdfOf(site.browser, svg, date))).toBe(0);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain("/CreationDate (D:20241209000000+00'00')");
    expect(text).not.toMatch(/Headless|Mozilla/);
    expect(text).toContain('NotoSans-SemiBold');
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    const { status } = spawnSync('pdftoppm', ['-png', '-singlefile', '-r', String(96 * SCALE), file, join(folder, 'page')]);
    expect(status).toBe(0);
    const drawn = pixelsOf(readFileSync(join(folder, 'page.png')));
    expect([drawn.width, drawn.height].map((side, i) => Math.abs(side - [png.width, png.height][i]!) <= 1)).toEqual([true, true]);
    expect(unlike(drawn, mapPart()).share).toBeLessThan(SHARE);
    expect(marks().filter((part) => isWithin(part) && moved(drawn, part) > MARK_MOVED)).toEqual([]);
  });
});
