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

  // the aim is a quarter; the check, the tables and the search run in workers that carry their own copies of what they share
  test('stays below maplibre-gl and three fifths, gzip, with everything that is loaded later', () => {
    const gzip = (path: string) => gzipSync(text(path)).length;
    const library = join(root, 'node_modules/maplibre-gl/dist/maplibre-gl.mjs');
    const alone = gzip(library) + gzip(library.replace('maplibre-gl.mjs', 'maplibre-gl-worker.mjs'));
    const page = programs.reduce((sum, program) => sum + gzip(join(assets, program)), 0);
    expect(alone).toBeGreaterThan(300_000);
    expect(page).toBeLessThan(1.6 * alone);
  });
});
