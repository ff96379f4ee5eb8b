import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin, UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { dataAddress } from './src/formats/media.ts';
import { singlePage, withoutPolicy } from './src/formats/single-file.ts';
import { embedOf, withFiles } from './src/formats/site-page.ts';

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

/** Holds the workers in the page, as plain scripts: what opens from disk can fetch none, and Chromium starts no module from a blob there. */
const heldWorkers: Plugin = {
  name: 'held-workers',
  enforce: 'pre',
  resolveId: (id) => (id === libraryWorker ? `\0${id}` : undefined),
  load(id) {
    if (id !== `\0${libraryWorker}`) return;
    const module = readFileSync(folder('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'), 'utf8');
    const script = module.replace(/export\s*\{[^}]*\};?\s*(\/\/# sourceMappingURL=.*\s*)?$/, '');
    if (script === module || /^(import|export)\b|import\.meta/m.test(script)) throw new Error('maplibre-gl’s worker is no script');
    // the library takes an address that ends so for a script
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: 'text/javascript' })) + '#.cjs';`;
  },
  transform(code, id) {
    if (!id.startsWith(folder('src/'))) return;
    const library = "'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'";
    if (code.includes(library)) return code.replace(library, `'${libraryWorker}'`);
    const [whole, path] = /new Worker\(new URL\('(\.[^']*worker\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/.exec(code) ?? [];
    return whole === undefined ? undefined : `import HeldWorker from '${path}?worker&inline';\n${code.replace(whole, 'new HeldWorker()')}`;
  },
};
const libraryWorker = 'virtual:maplibre-gl-worker';

/** The page of one file, to be filled with a dossier. */
const template: Plugin = {
  name: 'template',
  enforce: 'post',
  transformIndexHtml: { order: 'pre', handler: withoutPolicy },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('there is no page to make a single file of');
      const left = Object.keys(bundle).filter((file) => file !== 'index.html');
      if (left.length > 0) throw new Error(`a single file lacks ${left.join(', ')}`);
      const icon = dataAddress('favicon.svg', readFileSync(folder('static/favicon.svg')));
      const hash = (text: string) => createHash('sha256').update(text).digest('base64');
      this.emitFile({ type: 'asset', fileName: 'template.html', source: singlePage(String(page.source), icon, hash) });
      delete bundle['index.html'];
    },
  },
};

/** Lists the packaged dossier's files in the page, and makes the page for embedding from it. */
const dossier: Plugin = {
  name: 'dossier',
  transformIndexHtml: (html, { server }) =>
    server ? withFiles(html, Object.fromEntries(dossierNames.map((name) => [name, `/@fs/${packaged}${name}`]))) : undefined,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset' || !String(page.source).includes('id="dossier"')) return;
      const files = dossierNames.map((name) => {
        const file = this.emitFile({ type: 'asset', name, source: readFileSync(packaged + name) });
        return [name, `./${this.getFileName(file)}`];
      });
      page.source = withFiles(String(page.source), Object.fromEntries(files));
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: embedOf(page.source) });
    },
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

const svelteHere = () => svelte({ configFile: false, compilerOptions: { runes: true } });
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packaged = folder('geo/syria-2024/');
const dossierNames = readdirSync(packaged).filter((name) => /json$/.test(name));

/** The command line: it carries its packages with it; playwright-core needs its own files beside it. */
const commandLine: UserConfig = {
  publicDir: false,
  plugins: [svelteHere()],
  ssr: { noExternal: true, external: ['playwright-core'] },
  build: {
    outDir: '../dist/cli',
    emptyOutDir: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { banner: '#!/usr/bin/env node', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
};

const page: UserConfig = {
  publicDir: '../static',
  plugins: [svelteHere(), workers, dossier],
  build: {
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
};

/** The page in one file (`vite build --mode single`), beside the other's. */
const single: UserConfig = {
  publicDir: false,
  plugins: [svelteHere(), heldWorkers, viteSingleFile({ removeViteModuleLoader: true }), template],
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: '../dist/page/single',
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2023',
    rolldownOptions: { checks: { pluginTimings: false }, treeshake: { manualPureFunctions: ['Blur2', 'bisector', 'shuffler'] } },
  },
};

/** One configuration for the page (`vite build`), the command line (`vite build --ssr`) and the tests (`vitest`). */
export default defineConfig(({ isSsrBuild, mode }) => ({
  root: folder('src'),
  base: './',
  define: { PROGRAM_VERSION: JSON.stringify(manifest.version) },
  ...(isSsrBuild ? commandLine : mode === 'single' ? single : page),
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
