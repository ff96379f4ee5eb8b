import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SituationJson } from '../../src/formats/situation-json';
import { claimline, root } from './run';

const dossier = 'geo/syria-2024';
const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the dossier with one file changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, name);
  cpSync(join(root, dossier), copy, { recursive: true });
  const before = readFileSync(join(copy, file), 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(join(copy, file), change(before));
  return copy;
}

describe('claimline', () => {
  test.each(
    '|new|start|import|validate|anchor|lineage|doubt|situation|find|snapshot|reopen|corrections|table|export|build|serve'.split('|'),
  )('%s --help says how it is used, on standard output', (command) => {
    const { code, out, err } = claimline(...[command].filter(Boolean), '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`claimline ${command || 'COMMAND'}`);
  });

  test.each([
    [[], 'No command'],
    [['constructor'], 'no command “constructor”'],
    [['situation', dossier], '--at is missing'],
    [['situation', '--at', '2024-12-06'], 'A dossier is missing'],
    [['situation', dossier, '--at', '2024-02-30'], '2024-02-30 is no day'],
    [['situation', dossier, '--at', '2024-12-06', '--known', 'later'], 'neither then, now nor a day'],
    [['situation', dossier, '--at', '2024-12-06', '--without', 'nobody'], 'no source nobody'],
    [['situation', dossier, '--at', '2024-12-06', '--format', 'xml'], 'neither text nor json'],
    [['situation', 'geo/nowhere', '--at', '2024-12-06'], 'no folder geo/nowhere'],
    [['situation', 'geo', '--at', '2024-12-06'], 'no dossier.json'],
    [['validate', '--loud'], "Unknown option '--loud'"],
    [['find'], 'A name is missing'],
    [['snapshot', dossier, '--at', '2024-12-06'], '--out is missing'],
    [['snapshot', dossier, '--at', '2024-12-06', '--out', 'a.jpg'], 'is none of what can be written: png, svg, pdf'],
    [['snapshot', dossier, '--at', '2024-12-06', '--out', 'nowhere/a.png'], 'no folder nowhere'],
    [['snapshot', dossier, '--at', '2024-12-06', '--out', 'a.png', '--scale', '9'], '--scale 9'],
    [['snapshot', dossier, '--at', '2024-12-06', '--out', 'a.png', '--size', '10x10'], '--size 10x10'],
    [['snapshot', dossier, '--at', '1999-12-06', '--out', 'a.png'], 'lies outside syria-2024'],
    [['reopen', 'nowhere.png', dossier], 'neither a file nor a code of a picture'],
    [['corrections', dossier], '--published is missing'],
    [['table', dossier], '--out is missing'],
    [['table', dossier, '--out', 'a.xlsx'], 'neither .csv nor .parquet'],
    [['table', dossier, '--out', 'nowhere/a.csv'], 'no folder nowhere'],
    [['table', 'package.json', '--out', 'a.csv'], 'no folder package.json'],
    [['export', dossier], '--out is missing'],
    [['export', dossier, '--out', 'a.doc'], 'ends in none of .geojson'],
    [['export', dossier, '--out', 'a.jsonld'], 'say which with --format'],
    [['export', dossier, '--out', 'a.doc', '--format', 'constructor'], '--format constructor is none of geojson'],
    [['export', dossier, '--out', 'nowhere/a.kml'], 'no folder nowhere'],
    [['serve', '--port', 'high'], 'is no port'],
  ])('misuse %j exits with 2, says why on standard error and nothing else', (args, why) => {
    const { code, out, err } = claimline(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });
});

describe('validate', () => {
  test('the packaged dossier has no issues', () => {
    expect(claimline('validate')).toMatchObject({ code: 0, err: '' });
    expect(claimline('validate', dossier).out).toMatch(/^geo\/syria-2024: \d+ claims, no issues\n$/);
  });

  test('a fault is listed with its file, place, finding, expectation and mend, and exits with 1', () => {
    const bad = changed('bad', 'control.geojson', (text) => text.replace('"extent": "held"', '"extent": "heldd"'));
    const { code, out } = claimline('validate', bad);
    expect(code).toBe(1);
    const line =
      readFileSync(join(bad, 'control.geojson'), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('heldd')) + 1;
    const where = new RegExp(
      `control\\.geojson:${line}:\\d+ /features/\\d+/properties/extent .*\\n {2}found .*heldd.*\\n {2}expected .*\\n {2}mend .*"held"`,
    );
    expect(out).toMatch(where);
    expect(out).toContain('1 issue');
  });

  test('as JSON it is one object, every dossier beside its issues', () => {
    const bad = changed('worse', 'sources.json', (text) => text.slice(0, -20));
    const { code, out } = claimline('validate', dossier, bad, '--format', 'json');
    expect(code).toBe(1);
    const { dossiers } = JSON.parse(out) as { dossiers: { dossier: string; claims: number | null; issues: object[] }[] };
    expect(dossiers.map((each) => each.issues.length)).toEqual([0, 1]);
    const lines = readFileSync(join(bad, 'sources.json'), 'utf8').split('\n');
    expect(dossiers[1]!.issues[0]).toMatchObject({ code: 'json', line: lines.length, column: lines.at(-1)!.length + 1 });
    const members = ['at', 'code', 'column', 'expected', 'file', 'found', 'id', 'line', 'mend'];
    expect(Object.keys(dossiers[1]!.issues[0]!).sort()).toEqual(members);
  });

  test('more than twenty are grouped by the rule that was broken; as JSON all of them are there', () => {
    const bad = changed('many', 'control.geojson', (text) => text.replaceAll('"mode": "', '"mode": "un'));
    const { out } = claimline('validate', bad);
    const [, count] = /^(\d+) × value: A value is none of those/m.exec(out)!;
    expect(Number(count)).toBeGreaterThan(20);
    expect(out.match(/: value$/gm)).toHaveLength(3);
    expect(out).toContain(`… and ${Number(count) - 3} more of this kind`);
    const { dossiers } = JSON.parse(claimline('validate', bad, '--format', 'json').out) as { dossiers: [{ issues: object[] }] };
    expect(dossiers[0].issues).toHaveLength(Number(count));
  });
});

describe('table', () => {
  test.each(['claims.csv', 'claims.parquet'])('%s in place of the files of claims is the same dossier', (name) => {
    const copy = join(folder, `with-${name}`);
    cpSync(join(root, dossier), copy, { recursive: true });
    expect(claimline('table', dossier, '--out', join(copy, name))).toMatchObject({ code: 0, out: '' });
    for (const file of readdirSync(copy)) if (file.endsWith('.geojson')) rmSync(join(copy, file));
    expect(readdirSync(copy).filter((file) => file.endsWith('.part'))).toEqual([]);
    const situation = (of: string) => claimline('situation', of, '--at', '2024-12-06', '--format', 'json');
    expect(situation(copy)).toEqual(situation(dossier));
    expect(claimline('validate', copy).out).toContain('no issues');
  });

  test('of a dossier with issues nothing is written', () => {
    const bad = changed('no-table', 'control.geojson', (text) => text.replace('"extent": "held"', '"extent": "heldd"'));
    const out = join(folder, 'none.csv');
    expect(claimline('table', bad, '--out', out).code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe('export', () => {
  test('writes what the end of the name says, and what the format cannot hold on standard error', () => {
    const out = join(folder, 'claims.hxl.csv');
    const { code, out: said, err } = claimline('export', dossier, '--out', out);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(err).toMatch(/claims as hxl\nnot held by hxl: span/);
    expect(readFileSync(out, 'utf8').split('\r\n')[1]).toMatch(/^#meta\+id,/);
    expect(claimline('export', dossier, '--out', join(folder, 'lineage.json'), '--format', 'prov').code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'lineage.json'), 'utf8'))).toHaveProperty('@graph');
  });

  test.each(['claims.xlsx', 'claims.geojson'])('%s becomes a table again, which is the same dossier', (name) => {
    const copy = join(folder, `from-${name}`);
    cpSync(join(root, dossier), copy, { recursive: true });
    for (const file of readdirSync(copy)) if (file.endsWith('.geojson')) rmSync(join(copy, file));
    expect(claimline('export', dossier, '--out', join(folder, name))).toMatchObject({ code: 0, out: '' });
    expect(claimline('table', join(folder, name), '--out', join(copy, 'claims.csv'))).toMatchObject({ code: 0, out: '' });
    const situation = (of: string) => claimline('situation', of, '--at', '2024-12-06', '--format', 'json');
    expect(situation(copy)).toEqual(situation(dossier));
    expect(claimline('validate', copy).out).toContain('no issues');
  });

  test('of a file that is no export there is no table, and no file', () => {
    const bad = join(folder, 'bad.xlsx');
    writeFileSync(bad, 'no workbook');
    const { code, err } = claimline('table', bad, '--out', join(folder, 'bad.csv'));
    expect(code).toBe(1);
    expect(err).toContain('bad.xlsx cannot be read');
    expect(existsSync(join(folder, 'bad.csv'))).toBe(false);
  });

  test('of a dossier with issues nothing is written', () => {
    const bad = changed('no-export', 'control.geojson', (text) => text.replace('"extent": "held"', '"extent": "heldd"'));
    const out = join(folder, 'none.kml');
    expect(claimline('export', bad, '--out', out).code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe('situation', () => {
  const json = (...args: string[]) => JSON.parse(claimline('situation', dossier, '--format', 'json', ...args).out) as SituationJson;
  const homs = (situation: SituationJson) => situation.places.find((each) => each.place === 'homs');

  test('in words it begins with the title and the day, and names a dispute', () => {
    const { code, out } = claimline('situation', dossier, '--at', '2024-12-06');
    expect(code).toBe(0);
    expect(out).toMatch(/6 December 2024.*as known on/);
    expect(out).toMatch(/Homs: in dispute/);
  });

  test('what was known on the day and what is known now are two situations', () => {
    expect(homs(json('--at', '2024-12-05'))).toMatchObject({ state: 'held' });
    expect(homs(json('--at', '2024-12-05', '--known', 'now'))).toMatchObject({ state: 'disputed' });
    expect(json('--at', '2024-12-05', '--known', '2024-12-05')).toEqual({ ...json('--at', '2024-12-05'), knownBy: '2024-12-05' });
  });

  test('a source can be left out', () => {
    const all = json('--at', '2024-12-06');
    const sources = JSON.parse(readFileSync(join(root, dossier, 'sources.json'), 'utf8')) as { sources: { id: string }[] };
    const ids = sources.sources.map(({ id }) => id);
    expect(json('--at', '2024-12-06', '--without', ids.join(',')).places.length).toBeLessThan(all.places.length);
    expect(json('--at', '2024-12-06', ...ids.flatMap((id) => ['--without', id]))).toEqual(
      json('--at', '2024-12-06', '--without', ids.join(',')),
    );
  });

  test('a dossier with issues is refused with 1, its issues on standard error', () => {
    const bad = changed('broken', 'movements.geojson', (text) => text.replace(/"party": "[^"]+"/, '"party": "martians"'));
    const { code, out, err } = claimline('situation', bad, '--at', '2024-12-06');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('martians');
  });
});

describe('find', () => {
  test.each(['Rastan', 'ar-rastan', 'Ar Rastan', 'الرستن', 'RASTAN'])('%s is found', (name) => {
    const { code, out } = claimline('find', name);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^Rastan .*SY .*34\.9\d+, 36\.7\d+ .*172946/);
  });

  test('a town and its province are two candidates with their classes', () => {
    const found = JSON.parse(claimline('find', 'Homs', '--format', 'json').out) as { kind: string; featureClass: string }[];
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['city', 'governorate']));
  });

  test('an unknown name exits with 1', () => {
    expect(claimline('find', 'Qwertyuiopolis')).toMatchObject({ code: 1, out: '' });
  });
});
