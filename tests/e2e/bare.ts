import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { flags } from '../../src/cli/browser';
import { serve } from '../../src/cli/server';
import type { Bare } from './harness/bare-map';
import { watch, type Watched } from './open';

/** A bare map with marks of our own layer, in a real browser (see `harness/`). */

declare global {
  interface Window {
    bare: Bare;
  }
}

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'dist/harness');

export interface BareSite {
  open(viewport?: { readonly width: number; readonly height: number }): Promise<Watched>;
  close(): Promise<void>;
}

/** Builds the page, serves it under the policy of the real one, and starts the browser. */
export async function startBare(): Promise<BareSite> {
  const config = { configFile: resolve(root, 'vite.config.ts'), logLevel: 'warn' } as const;
  await build({ ...config, root: resolve(import.meta.dirname, 'harness'), publicDir: false, build: { outDir, emptyOutDir: true } });
  const server = await serve({ '/': outDir }, 0);
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: [...flags, '--enable-precise-memory-info'] });
  return {
    async open(viewport = { width: 800, height: 600 }) {
      const page: Page = await (await browser.newContext({ viewport })).newPage();
      const faults = watch(page, server.address);
      await page.goto(server.address);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      return { page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
