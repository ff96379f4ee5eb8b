import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from '../architecture/imports';

/** What the built page is made of: nothing of the rivals that the bench measures, and not much more than the map's library. */

const assets = join(root, 'dist/page/assets');
const programs = readdirSync(assets).filter((name) => name.endsWith('.js'));
const text = (path: string) => readFileSync(path, 'utf8');

/** Texts that each rival's code cannot be without, and a file of its package that has it. */
const rivals: readonly [name: string, trace: string, file: string][] = [
  ['@deck.gl/core', 'pickMultipleObjects Time', 'dist/lib/deck.js'],
  ['@deck.gl/maplibre', 'MapLibreOverlay', 'dist/overlay.js'],
  ['@deck.gl/layers', 'ScatterplotLayer', 'dist/scatterplot-layer/scatterplot-layer.js'],
  ['@deck.gl/extensions', 'DataFilterExtension', 'dist/data-filter/data-filter-extension.js'],
  ['@flowmap.gl/layers', 'CurvedFlowLinesLayer', 'dist/FlowmapLayer.js'],
  ['@flowmap.gl/data', 'selectedTimeRange', 'dist/FlowmapSelectors.js'],
  ['@luma.gl/core', 'No matching device found', 'dist/adapter/luma.js'],
];

describe('the page’s bundle', () => {
  test.each(rivals)('has nothing of %s', (name, trace, file) => {
    expect(text(join(root, 'node_modules', name, file))).toContain(trace);
    expect(programs.filter((program) => text(join(assets, program)).includes(trace))).toEqual([]);
  });

  const gzip = (path: string) => gzipSync(text(path)).length;
  const library = join(root, 'node_modules/maplibre-gl/dist/maplibre-gl.mjs');
  const alone = gzip(library) + gzip(library.replace('maplibre-gl.mjs', 'maplibre-gl-worker.mjs'));
  const sizeOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzip(join(assets, name)), 0);
  /** The file of a chunk, and all that it imports. */
  const withImports = (chunk: string, found = new Set<string>()): Set<string> => {
    const file = programs.find((name) => name === chunk || name.startsWith(`${chunk}-`))!;
    if (found.has(file)) return found;
    found.add(file);
    for (const [, next] of text(join(assets, file)).matchAll(/(?:from|import)"\.\/([^"]+)"/g)) withImports(next!, found);
    return found;
  };

  // comparing, inferred ground, silence, the detail of a mark, the label tool, dialogs and Arabic load when they are wanted, and so do an embed and what a page is saved and embedded with (src/ui/parts.svelte.ts)
  test('stays below maplibre-gl and 25 %, gzip, in what the page itself runs before anything is asked of it', () => {
    const page = ['index', 'situation-map', 'maplibre-gl-worker'].reduce((found, chunk) => withImports(chunk, found), new Set<string>());
    expect(page.size).toBeGreaterThan(5);
    expect(alone).toBeGreaterThan(300_000);
    expect(sizeOf(page)).toBeLessThan(1.25 * alone);
    // who reads Arabic has its catalogue beside the English one
    expect(sizeOf(withImports('ar', page))).toBeLessThan(1.27 * alone);
  });

  // the check with its grammar and its schemas runs in a worker, and Parquet, CSV and the export load when they are wanted too
  // the encoder of video (213 kB of it) is loaded by who wants a video
  // what brings tables in (61 kB, with the readers of workbooks, KML and archives) is loaded by who has one
  test('stays below maplibre-gl and 97 % with its workers and everything that is loaded later', () => {
    expect(sizeOf(programs)).toBeLessThan(1.97 * alone);
  });
});
