import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentencesIn } from './architecture/articles';
import { anysOf, filesUnder, importsOf, impuritiesOf, programOf, root } from './architecture/imports';
import { isShell, objection } from './architecture/rules';

const code = /\.(ts|svelte)$/;
const sources = filesUnder('src', code);
const all = [...sources, ...filesUnder('tests', code)];
/** Tables may be longer than an idea. */
const tables = ['src/style/strings/en.ts', 'src/style/strings/ar.ts'];
const objections = (file: string, text: string) => importsOf(text).flatMap((each) => objection(file, each) ?? []);

describe('who may import whom', () => {
  test('every import in src is one of the table', () => {
    expect(sources.flatMap((file) => objections(file, programOf(file)))).toEqual([]);
  });

  test.each([
    ['src/core/a.ts', "import { mount } from 'svelte';"],
    ['src/core/a.ts', "import 'maplibre-gl';"],
    ['src/core/a.ts', "const later = () => import('node:fs');"],
    ['src/core/a.ts', "const fs = require('fs');"],
    ['src/core/a.ts', "export * from '../style/palette';"],
    ['src/core/a.ts', "export { light } from '../style/palette';"],
    ['src/core/a.ts', "type Look = import('../style/palette').Look;"],
    ['src/core/a.ts', "const name = 'node:fs'; void import(name);"],
    ['src/core/deep/a.ts', "import type { Map } from 'maplibre-gl';"],
    ['src/core/a.ts', "import text from '../../geo/README.md?raw';"],
    ['src/style/a.ts', "import { Map } from 'maplibre-gl';"],
    ['src/style/a.ts', "import { type Map, Marker } from 'maplibre-gl';"],
    ['src/formats/a.ts', "import { strings } from '../style/strings';"],
    ['src/print/a.ts', "import { exportPng } from '../map/export';"],
    ['src/map/a.ts', "import { situationAt } from '../core/situation';"],
    ['src/map/a.ts', "import App from '../ui/App.svelte';"],
    ['src/ui/a.ts', "import { Map } from 'maplibre-gl';"],
    ['src/ui/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/cli/a.ts', "import { flip } from 'svelte/animate';"],
    ['src/cli/a.ts', "import { exportPng } from '../map/export';"],
    ['src/ui/a.ts', "import anything from 'lodash';"],
    ['src/odd/a.ts', "import { x } from '../core/time';"],
  ])('a leak planted in %s is caught: %s', (file, leak) => {
    expect(objections(file, leak)).toHaveLength(1);
  });

  test('types of core in map, and of maplibre-gl in style and ui, are no leak', () => {
    expect(objections('src/map/a.ts', "import type { Situation } from '../core/ledger';")).toEqual([]);
    expect(objections('src/style/a.ts', "import { type Map } from 'maplibre-gl';")).toEqual([]);
    expect(objections('src/ui/a.ts', "type Map = import('maplibre-gl').Map;")).toEqual([]);
  });

  test('only one file has the value of maplibre-gl', () => {
    const having = sources.filter((file) => importsOf(programOf(file)).some((each) => !each.typeOnly && each.from === 'maplibre-gl'));
    expect(having).toEqual(['src/map/situation-map.ts']);
  });
});

describe('purity', () => {
  test('core, style, print and formats use no DOM, no clock and no chance', () => {
    const pure = sources.filter((file) => !isShell(file));
    expect(pure.flatMap((file) => impuritiesOf(programOf(file)).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  test.each([
    'document.title',
    'const now = new Date();',
    'Date.now()',
    'Math.random()',
    'await fetch(url)',
    'setTimeout(f, 1)',
    'const { w = window } = o;',
  ])('a planted %s is caught', (leak) => {
    expect(impuritiesOf(leak)).toHaveLength(1);
  });

  test.each(['new Date(0)', 'view.document', 'const { document } = sheet; document.title', 'const o = { location: 1 };'])(
    '%s is no leak',
    (harmless) => {
      expect(impuritiesOf(harmless)).toEqual([]);
    },
  );
});

describe('files', () => {
  test('none is longer than 250 lines but the tables', () => {
    const long = all.filter((file) => !tables.includes(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  test('each is named for its one thing', () => {
    const vague = /(^|[-_.])(utils?|helpers?|common|misc|manager|shared)([-_.]|$)/i;
    expect(vague.test('map-utils.ts')).toBe(true);
    expect(all.filter((file) => vague.test(basename(file)))).toEqual([]);
  });

  test('none writes the type any', () => {
    expect(anysOf('const a: any = 1; function f(b: any[]) {}')).toBe(2);
    expect(all.filter((file) => anysOf(programOf(file)) > 0)).toEqual([]);
  });

  test('no program asks another host for anything', () => {
    const foreign = /(?:fetch|import|Worker|URL|src=|href=)\s*\(?\s*['"`{]*https?:\/\/(?!localhost)/;
    expect(foreign.test("fetch('https://tiles.example/1')")).toBe(true);
    const texts = [...sources, ...filesUnder('src', /\.(css|html)$/)].filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return foreign.test(text) || /(@import|url\()\s*['"]?(https?:)?\/\//.test(text);
    });
    expect(texts).toEqual([]);
  });
});

describe('the articles', () => {
  const folder = join(root, '../shared/articles');
  const present = existsSync(folder);
  const articles = present ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : [];

  test('a run of twelve words of a text is found, whatever its case and punctuation', () => {
    const text = 'One, two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.';
    expect(sentencesIn('… TWO three; four five six seven eight nine ten eleven twelve thirteen …', [text])).toHaveLength(1);
    expect(sentencesIn('one two three four five six seven eight nine ten eleven', [text])).toEqual([]);
  });

  test.skipIf(!present)('no file of the repository holds a sentence of them (skipped where the articles are not at hand)', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file && existsSync(join(root, file)));
    const texts = files
      .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)
      .filter(([, text]) => text.length < 3e6 && !text.includes('\0'));
    expect(texts.flatMap(([file, text]) => sentencesIn(text, articles).map((run) => `${file}: ${run}`))).toEqual([]);
  });
});
