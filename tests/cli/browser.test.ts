import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { candidates, openBrowser } from '../../src/cli/browser';

const home = mkdtempSync(join(tmpdir(), 'claimline-'));
afterAll(() => rmSync(home, { recursive: true }));

function program(path: string, text = '#!/bin/sh\nexit 1\n'): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

test('what was asked for is tried alone', () => {
  expect(candidates('/opt/mine', {}, 'linux', home)).toEqual(['/opt/mine']);
});

test('the environment comes before the path, the path before the caches', () => {
  const named = program('named/chrome');
  const onPath = program('bin/chromium');
  const playwright = program('.cache/ms-playwright/chromium-1200/chrome-linux/chrome');
  const puppeteer = program('.cache/puppeteer/chrome/linux-140/chrome-linux64/chrome');
  const found = candidates(undefined, { CHROME_PATH: named, PATH: dirname(onPath) }, 'linux', home).filter((path) => path.startsWith(home));
  expect(found).toEqual([named, onPath, playwright, puppeteer]);
});

test('the newer of two cached browsers comes first', () => {
  program('cache/chromium-900/chrome-linux/chrome');
  const newer = program('cache/chromium-1200/chrome-linux/chrome');
  const found = candidates(undefined, { PLAYWRIGHT_BROWSERS_PATH: join(home, 'cache') }, 'linux', '/nowhere').filter((path) =>
    path.startsWith(home),
  );
  expect(found[0]).toBe(newer);
});

test('a program that is no browser is tried, and the message says so and what to install', async () => {
  const stub = program('snap/chromium', '#!/bin/sh\necho "install the snap" >&2\nexit 1\n');
  await expect(openBrowser(stub)).rejects.toThrow(/snap\/chromium: does not start[\s\S]*apt-get install chromium[\s\S]*CHROME_PATH/);
});
