import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginAnew, digest, dossier, gazette, sha256, sound, texts, write, type Anchor } from './own-texts';
import { claimline } from './run';

beforeEach(beginAnew);

const anchor = (...args: string[]) => claimline('anchor', dossier, '--texts', texts, ...args);
const json = (...args: string[]) =>
  JSON.parse(anchor('--format', 'json', ...args).out) as {
    anchors: { id: string; status: string; mended?: Anchor }[];
    texts: { source: string; file: string; by: string }[];
    issues: { code: string; file: string; at: string }[];
    written: string[];
  };
const statuses = () => json().anchors.map(({ status }) => status);
const control = () => readFileSync(join(dossier, 'control.geojson'), 'utf8');

describe('anchor', () => {
  test('of a sound dossier says that all are in place, and how texts were known', () => {
    const { code, out, err } = anchor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('gazette: gazette.txt, by the source’s id; 2 anchors\n');
    expect(out).toMatch(/: 3 anchors, 3 in place\n$/);
  });

  test('lists what moved with its place in the file, and writes nothing unless it is asked to', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `Corrected on Friday.\n\n${gazette}`);
    const { code, out } = anchor();
    expect(code).toBe(1);
    expect(out).toMatch(/control\.geojson:\d+:\d+ /);
    expect(out).toContain('/features/0/properties/reports/0/anchor (hama-taken): moved');
    expect(out).toContain('expected  paragraph 3, 49 to 76\n');
    expect(out).toContain('2 anchors can be mended by --write; nothing was written');
    expect(control()).toBe(before);
  });

  test('--write mends what moved, with the hash of the text, and leaves every other byte', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `Corrected on Friday.\n\n${gazette}`);
    expect(anchor('--write')).toMatchObject({ code: 0, err: '' });
    expect(statuses()).toEqual(['in-place', 'in-place', 'in-place']);
    const undone = control()
      .replaceAll('"paragraph": 3', '"paragraph": 2')
      .replace('49', '27')
      .replace('76', '54')
      .replace('112', '90')
      .replace('133', '111');
    expect(undone).toBe(before);
    expect(readFileSync(join(dossier, 'sources.json'), 'utf8')).toContain(sha256(`Corrected on Friday.\n\n${gazette}`));
    expect(readdirSync(dossier).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(claimline('validate', dossier, '--texts', texts).code).toBe(0);
  });

  test('guesses nothing: what stands twice is ambiguous, what is gone is broken, and both stay as they are', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `The bridge is closed. ${gazette.replace('took', 'entered')}`);
    const { code, out } = anchor('--write');
    expect(code).toBe(1);
    expect(out).toMatch(/\(hama-taken\): broken\n.*the text of gazette has no such words/);
    expect(out).toMatch(/\(bridge-closed\): ambiguous\n.*\n.*one of: paragraph 1, 0 to 21; paragraph 2, \d+ to \d+/);
    expect(control()).toBe(before);
    expect(json().issues.map(({ code }) => code)).toEqual(['text', 'broken', 'ambiguous']);
  });

  test('adds place and hash to an anchor that carries its words', () => {
    write({ ...sound(), first: { exact: 'The northern army took Hama, "without a shot"' }, third: { exact: 'The bridge is closed.' } });
    expect(claimline('validate', dossier).code).toBe(1);
    expect(anchor('--write').code).toBe(0);
    expect(claimline('validate', dossier, '--texts', texts).code).toBe(0);
    expect(control()).toContain(sha256('The northern army took Hama, “without a shot”'));
  });

  test('mends claims.csv, and leaves every other byte', () => {
    const table = join(dossier, 'claims.csv');
    expect(claimline('table', dossier, '--out', table).code).toBe(0);
    rmSync(join(dossier, 'control.geojson'));
    const before = readFileSync(table, 'utf8');
    writeFileSync(join(texts, 'digest.txt'), `A note.\n${digest}`);
    expect(anchor().out).toContain('claims.csv:4:1 row 4 (hama-taken): moved');
    expect(anchor('--write').code).toBe(0);
    const after = readFileSync(table, 'utf8');
    const { start, end } = sound().second;
    expect(after).toBe(before.replace(`,2,${start},${end},`, `,3,${start! + 8},${end! + 8},`));
    expect(after).not.toBe(before);
  });

  test('checks a Parquet table, and says that it is not mended', () => {
    expect(claimline('table', dossier, '--out', join(dossier, 'claims.parquet')).code).toBe(0);
    rmSync(join(dossier, 'control.geojson'));
    writeFileSync(join(texts, 'digest.txt'), `A note.\n${digest}`);
    const { code, out } = anchor('--write');
    expect(code).toBe(1);
    expect(out).toContain('claims.parquet row 3 (hama-taken): moved');
    expect(out).toContain('claims.parquet is not mended');
  });

  test('finds a text under another name by its hash, or by the anchors that fit it alone', () => {
    rmSync(join(texts, 'gazette.txt'));
    rmSync(join(texts, 'digest.txt'));
    writeFileSync(join(texts, 'a.txt'), gazette);
    writeFileSync(join(texts, 'b.txt'), `Changed.\n\n${digest}`);
    expect(json().texts.map(({ file, by }) => [file, by])).toEqual([
      ['a.txt', 'hash'],
      ['b.txt', 'anchors'],
    ]);
  });

  test('says what it could not check: a text that is not at hand, and one that is no UTF-8', () => {
    rmSync(join(texts, 'digest.txt'));
    expect(anchor()).toMatchObject({ code: 0 });
    expect(anchor().out).toMatch(/digest: no text at hand; 1 anchor not checked\n.*3 anchors, 2 in place, 1 not checked\n$/);
    writeFileSync(join(texts, 'digest.txt'), Buffer.from([0x41, 0xff, 0x42]));
    expect(anchor()).toMatchObject({ code: 1 });
    expect(anchor().out).toContain('digest.txt: no UTF-8');
  });

  test.each([
    [[], '--texts is missing'],
    [['--texts', 'nowhere'], '--texts nowhere is no folder'],
    [['--texts', 'geo/syria-2024'], 'holds no text'],
  ])('misuse %j exits with 2', (args, why) => {
    const { code, out, err } = claimline('anchor', dossier, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });
});
