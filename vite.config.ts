import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Makes each worker an entry of the page's own build, so that what it shares with the page is built, and arrives, once. */
const workers: Plugin = {
  name: 'workers',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(folder('src/'))) return;
    return code.replace(/new URL\('(\.[^']*worker)\.ts', import\.meta\.url\)/g, (_, path: string) => {
      const chunk = this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(`${path}.ts`, pathToFileURL(id))) });
      return `import.meta.ROLLUP_FILE_URL_${chunk}`;
    });
  },
};

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One configuration for the page (`vite build`), the command line (`vite build --ssr`) and the tests (`vitest`). */
export default defineConfig(({ isSsrBuild }) => ({
  root: folder('src'),
  base: './',
  publicDir: isSsrBuild ? false : '../static',
  plugins: [svelte({ configFile: false }), ...(isSsrBuild ? [] : [workers])],
  // the command line carries its packages with it; playwright-core needs its own files beside it
  ssr: isSsrBuild ? { noExternal: true, external: ['playwright-core'] } : {},
  build: isSsrBuild
    ? {
        outDir: '../dist/cli',
        emptyOutDir: true,
        rolldownOptions: {
          checks: { pluginTimings: false },
          output: { banner: '#!/usr/bin/env node', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      }
    : {
        outDir: '../dist/page',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        // what loads its parts itself needs no help, and a worker has no document to load them by
        modulePreload: false,
        target: 'es2023',
        chunkSizeWarningLimit: 1500,
        rolldownOptions: { checks: { pluginTimings: false } },
      },
  test: {
    root: folder('.'),
    env: { TZ: 'America/St_Johns' },
    testTimeout: 30_000,
    setupFiles: ['tests/languages.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/cli/**', 'tests/e2e/**', 'tests/long/**'] },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['tests/cli/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/built.ts',
          fileParallelism: false,
          // generous: a slow machine without a graphics card is no fault of the page
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
}));
