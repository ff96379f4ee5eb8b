import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

type ChunkingContext = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

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

/**
 * What the page runs at once, in three files: what each worker runs too, what the one that weighs runs, and the rest. Otherwise what is loaded later would
 * cut it into many, which come later and are larger. The page's first file is apart: it waits for the dossier, and whoever leans on it waits too.
 */
function atOnce() {
  const [page, weighing, searching] = ['main', 'worker', 'search-worker'].map((name) => folder(`src/${name}.ts`)) as [
    string,
    string,
    string,
  ];
  const reached = new Map<string, ReadonlySet<string>>();
  const isOf = (entry: string, id: string, context: ChunkingContext): boolean => {
    let all = reached.get(entry) as Set<string> | undefined;
    if (!all) {
      reached.set(entry, (all = new Set([entry])));
      for (const each of all) for (const next of context.getModuleInfo(each)?.importedIds ?? []) all.add(next);
    }
    return all.has(id);
  };
  return [
    ['words', [page, weighing, searching]],
    ['weighing', [page, weighing]],
    ['page', [page]],
  ].map(([name, entries], i) => ({
    priority: 3 - i,
    name: (id: string, context: ChunkingContext) =>
      id !== page && (entries as string[]).every((entry) => isOf(entry, id, context)) ? (name as string) : null,
  }));
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One configuration for the page (`vite build`), the command line (`vite build --ssr`) and the tests (`vitest`). */
export default defineConfig(({ isSsrBuild }) => ({
  root: folder('src'),
  base: './',
  publicDir: isSsrBuild ? false : '../static',
  define: { PROGRAM_VERSION: JSON.stringify(manifest.version) },
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), ...(isSsrBuild ? [] : [workers])],
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
        rolldownOptions: {
          checks: { pluginTimings: false },
          // d3-array makes these of its own when it loads, wanted or not
          treeshake: { manualPureFunctions: ['Blur2', 'bisector', 'shuffler'] },
          output: { codeSplitting: { groups: atOnce() } },
        },
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
