import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { headersFile, headersOf } from '../../src/cli/headers';
import { filesUnder, writeFolder } from '../../src/cli/whole-folder';
import { claimline, root } from './run';

const dossier = 'geo/syria-2024';
const folder = mkdtempSync(join(tmpdir(), 'claimline-site-'));
afterAll(() => rmSync(folder, { recursive: true }));
const site = join(folder, 'site');
const contents = (of: string) => Object.fromEntries(filesUnder(of).map((file) => [file, readFileSync(join(of, file)).toString('base64')]));

describe('claimline build', () => {
  test('writes a site that needs nothing from beyond its folder, twice the same, in place of the one before', () => {
    const { code, out, err } = claimline('build', dossier, '--out', site);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('Without --address');
    const first = contents(site);
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['_headers', 'claimline-embed.js', 'embed.html', 'index.html', 'single/template.html']),
    );
    const index = readFileSync(join(site, 'index.html'), 'utf8');
    for (const [, address] of index.matchAll(/(?:src|href)="([^"]*)"/g)) {
      expect(address).toMatch(/^\.\//);
      expect(existsSync(join(site, address!))).toBe(true);
    }
    // what lies beside a dossier's own files is nobody's business
    expect(Object.keys(first).filter((file) => /readme/i.test(file))).toEqual([]);
    expect(claimline('build', dossier, '--out', site).code).toBe(0);
    expect(contents(site)).toEqual(first);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  test('a folder that holds anything else is left alone, unless it is forced', () => {
    writeFileSync(join(site, 'CNAME'), 'maps.example.org');
    const refused = claimline('build', dossier, '--out', site);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('CNAME');
    expect(existsSync(join(site, 'CNAME'))).toBe(true);
    expect(claimline('build', dossier, '--out', site, '--force').code).toBe(0);
    expect(existsSync(join(site, 'CNAME'))).toBe(false);
  });

  test('a dossier with issues is refused, and nothing is written', () => {
    const bad = join(folder, 'bad');
    cpSync(join(root, dossier), bad, { recursive: true });
    writeFileSync(join(bad, 'control.geojson'), readFileSync(join(bad, 'control.geojson'), 'utf8').replace('"held"', '"heldd"'));
    const { code, err } = claimline('build', bad, '--out', join(folder, 'none'), '--single', join(folder, 'none.html'));
    expect(code).toBe(1);
    expect(err).toContain('heldd');
    expect(readdirSync(folder).sort()).toEqual(['bad', 'site']);
  });

  test('a logo, a font, places and a table of the dossier’s own come along', () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    for (const file of ['dossier.json', 'sources.json']) cpSync(join(root, dossier, file), join(own, file));
    const head = JSON.parse(readFileSync(join(own, 'dossier.json'), 'utf8')) as object;
    writeFileSync(join(own, 'dossier.json'), JSON.stringify({ ...head, logo: 'logo.svg', font: 'own.woff2' }));
    writeFileSync(join(own, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>');
    cpSync(join(root, 'node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'), join(own, 'own.woff2'));
    writeFileSync(join(own, 'places.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [] }));
    expect(claimline('table', dossier, '--out', join(own, 'claims.csv')).code).toBe(0);
    writeFileSync(join(own, 'notes.txt'), 'private');
    const out = join(folder, 'with-own');
    expect(claimline('build', own, '--out', out)).toMatchObject({ code: 0 });
    const [, list] = /id="dossier">([^<]*)</.exec(readFileSync(join(out, 'index.html'), 'utf8'))!;
    const files = JSON.parse(list!) as Record<string, string>;
    expect(Object.keys(files).sort()).toEqual(['claims.csv', 'dossier.json', 'logo.svg', 'own.woff2', 'places.geojson', 'sources.json']);
    for (const [name, file] of Object.entries(files)) expect(readFileSync(join(out, file))).toEqual(readFileSync(join(own, name)));
    expect(filesUnder(out).filter((file) => /notes|control-/.test(file))).toEqual([]);
  });

  test.each([
    [[], '--out is missing'],
    [['--out', 'nowhere/site'], 'no folder nowhere'],
    [['--out', '.'], 'holds'],
    [['--out', site, '--address', 'maps.example.org'], 'no address of a folder'],
    [['--out', site, '--language', 'fr'], '--language fr'],
    [['--single', 'a.pdf'], 'does not end in .html'],
  ])('misuse %j says why', (args, why) => {
    const { code, err } = claimline('build', dossier, ...args);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

test('a folder that fails to be written leaves the one before as it was', () => {
  const path = join(folder, 'kept');
  writeFolder(path, new Map([['a', '1']]));
  // a file cannot also be a folder
  expect(() =>
    writeFolder(
      path,
      new Map([
        ['b', '2'],
        ['b/c', '3'],
      ]),
    ),
  ).toThrow();
  expect(contents(path)).toEqual({ a: Buffer.from('1').toString('base64') });
  expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept']);
});

describe('headers', () => {
  test('only the embed may be framed, and it, its script and the preview be used by other sites', () => {
    const framed = (path: string) => /frame-ancestors ([^;]*)/.exec(headersOf(path)['Content-Security-Policy']!)![1];
    for (const path of ['/', '/index.html', '/maps/index.html', '/assets/a.js', '/notembed.html', '/embed.html/x'])
      expect(framed(path)).toBe("'none'");
    for (const path of ['/embed.html', '/maps/syria/embed.html', '/embed']) expect(framed(path)).toBe('*');
    const used = (path: string) => headersOf(path)['Cross-Origin-Resource-Policy'];
    expect(['/', '/assets/a.js', '/embed.html', '/claimline-embed.js', '/assets/preview-1.png'].map(used)).toEqual([
      'same-origin',
      'same-origin',
      'cross-origin',
      'cross-origin',
      'cross-origin',
    ]);
  });

  test('what changes its name with its bytes is kept for ever, and nothing else', () => {
    expect(headersOf('/assets/page-1.js')['Cache-Control']).toContain('immutable');
    expect(headersOf('/single/template.html')['Cache-Control']).toBe('no-cache');
    expect(headersOf('/embed.html')['Cache-Control']).toBe('no-cache');
  });

  test('a file for hosts names each address once, below the site’s own', () => {
    const file = headersFile('/maps/', ['index.html', 'embed.html', 'claimline-embed.js', 'assets/preview-1.png']);
    const addresses = file.split('\n').filter((line) => line.startsWith('/'));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toEqual(expect.arrayContaining(['/maps/', '/maps/embed.html', '/maps/embed', '/maps/assets/*']));
  });
});
