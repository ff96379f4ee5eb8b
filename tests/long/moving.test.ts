import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { root } from '../cli/run';
import { difference, part, pixelsOf, type Pixels } from '../e2e/pixels';
import { openExport, saved, type SavedFormat } from '../e2e/saved';
import { drawnPage as page } from '../e2e/site';
import { mulberry32 } from '../bench/many-claims';

/** Moving pictures, decoded again by another program; and exports that are given up, or killed, at any moment. */

const DAYS = ['2024-12-03', '2024-12-04', '2024-12-05'] as const;
const VIEW = 'known=now&look=light&size=1280x960';
/** Mean difference of a channel, 0 to 255, between a frame and the PNG of its day, in the part where both have the map. */
const TOLERANCE = { webm: 3, mp4: 3, gif: 4 } as const;
const MAP = [
  [0.05, 0.6],
  [0.3, 0.75],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'claimline-moving-'));
afterAll(() => rmSync(folder, { recursive: true }));
const noFfmpeg = spawnSync('ffprobe', ['-version']).error !== undefined;
if (noFfmpeg) process.stdout.write('ffmpeg is not installed: no video is decoded\n');

const mapOf = (of: Pixels) => part(of, ...MAP);

function probed(file: string): { seconds: number; frames: number; width: number; height: number } {
  const args = ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file];
  const { streams, format } = JSON.parse(spawnSync('ffprobe', args, { encoding: 'utf8' }).stdout) as {
    streams: [{ width: number; height: number; nb_read_frames: string }];
    format: { duration: string };
  };
  const [{ width, height, nb_read_frames }] = streams;
  return { seconds: Number(format.duration), frames: Number(nb_read_frames), width, height };
}

/** What is seen at a time, in seconds. */
function frameAt(file: string, seconds: number): Pixels {
  const out = join(folder, 'frame.png');
  rmSync(out, { force: true });
  const args = ['-v', 'error', '-i', file, '-vf', 'fps=10', '-ss', String(seconds), '-frames:v', '1', out];
  const { status, stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return pixelsOf(readFileSync(out));
}

let stills: readonly Pixels[] | null = null;
/** The map's part of each day's PNG. */
async function stillsOf(): Promise<Pixels[]> {
  const all: Pixels[] = [];
  for (const day of DAYS) {
    const it = await page(`day=${day}&${VIEW}`);
    all.push(mapOf(pixelsOf((await saved(it)).bytes)));
    await it.context().close();
  }
  return all;
}

/** Null where this browser encodes no such video, and says so. */
async function video(it: Page, format: SavedFormat): Promise<Buffer | null> {
  const failed = it.locator('[data-export-state="failed"]');
  const making = saved(it, format, { days: [DAYS[0], DAYS[2]] });
  making.catch(() => {});
  const made = await Promise.race([making, failed.waitFor({ timeout: 300_000 }).then(() => null)]);
  if (made) return made.bytes;
  process.stdout.write(`${format} is not made here: ${await failed.textContent()}\n`);
  return null;
}

describe.skipIf(noFfmpeg)('a moving picture', () => {
  test.each(['webm', 'mp4', 'gif'] as const)(
    'as %s shows each day as its PNG does, for a second each, and is the same file twice where the browser can',
    async (format) => {
      const shown = (stills ??= await stillsOf());
      const it = await page(`day=${DAYS[0]}&${VIEW}`);
      const bytes = await video(it, format);
      if (!bytes) return;
      const file = join(folder, `days.${format}`);
      writeFileSync(file, bytes);
      const { seconds, frames, width, height } = probed(file);
      expect({ width, height }).toEqual({ width: 1280, height: 960 });
      expect(seconds).toBeCloseTo(DAYS.length, 0);
      expect(frames).toBe(format === 'gif' ? DAYS.length : DAYS.length * 10);
      for (const [i] of DAYS.entries()) {
        const frame = mapOf(frameAt(file, i + 0.5));
        const apart = shown.map((still) => difference(still, frame));
        process.stdout.write(`${format} ${DAYS[i]}: ${apart.map((each) => each.toFixed(2)).join(' ')}\n`);
        expect(apart[i]).toBeLessThan(TOLERANCE[format]);
        // the control: it is most like the PNG of its own day
        expect(apart[i]).toBe(Math.min(...apart));
      }
      // of H.264 the encoder of Chromium makes other bytes each time
      if (format !== 'mp4') expect((await video(it, format))!.equals(bytes)).toBe(true);
    },
  );
});

test('an export that is cancelled at any of ten moments leaves no download, and the next one works', async () => {
  const it = await page(`day=${DAYS[0]}&${VIEW}`);
  const chance = mulberry32(5);
  const downloads: Download[] = [];
  it.on('download', (download) => void downloads.push(download));
  let cancelled = 0;
  for (let i = 0; i < 10; i++) {
    const format = (['png', 'webm', 'gif', 'svg', 'gif'] as const)[i % 5]!;
    await openExport(it);
    const before = downloads.length;
    await it.locator(`[data-export="${format}"]`).click();
    await it.waitForTimeout(chance() * (format === 'png' || format === 'svg' ? 2000 : 8000));
    const state = it.locator('[data-export-state="done"], [data-export-state="failed"]');
    // what was done by then is whole, and is told of; a page that is drawing hears of the click after its frame
    const click = it.locator('[data-export="cancel"]').click({ timeout: 60_000 });
    click.catch(() => {});
    await Promise.race([click, state.waitFor({ timeout: 60_000 })]);
    await state.waitFor({ timeout: 60_000 });
    if ((await state.getAttribute('data-export-state')) === 'failed') {
      cancelled++;
      expect(await state.textContent()).toContain('it was cancelled, and no file was written');
      expect(downloads.length).toBe(before);
    }
  }
  expect(cancelled).toBeGreaterThan(4);
  expect(blocksOf((await saved(it)).bytes)).toBe('whole');
});

/** Whether a PNG can be read to its end. */
function blocksOf(bytes: Buffer): string {
  try {
    PNG.sync.read(bytes);
    return 'whole';
  } catch (error) {
    return String(error);
  }
}

test('a series that is killed at any of ten moments leaves whole files only', async () => {
  const chance = mulberry32(7);
  let written = 0;
  for (let i = 0; i < 10; i++) {
    const out = join(folder, `series-${i}`);
    const args = ['snapshot', 'geo/syria-2024', '--from', DAYS[0], '--to', DAYS[2], '--every', 'day', '--size', '600x500', '--out', out];
    const child = spawn(process.execPath, [join(root, 'dist/cli/claimline.js'), ...args], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, CHROME_PATH: inject('chromium') },
    });
    const isOver = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill(i % 2 ? 'SIGKILL' : 'SIGTERM'), 500 + chance() * 20_000);
    await isOver;
    clearTimeout(timer);
    const files = statSync(out, { throwIfNoEntry: false }) ? readdirSync(out) : [];
    for (const file of files) {
      const bytes = readFileSync(join(out, file));
      if (file.endsWith('.png')) expect({ file, is: blocksOf(bytes) }).toEqual({ file, is: 'whole' });
      else if (file.endsWith('.json')) expect(JSON.parse(bytes.toString()).pictures).toHaveLength(DAYS.length);
      else expect({ file, end: bytes.at(-1) }).toEqual({ file: expect.stringMatching(/\.txt$/) as string, end: 10 });
      written++;
    }
  }
  // else nothing was tried
  expect(written).toBeGreaterThan(0);
});
