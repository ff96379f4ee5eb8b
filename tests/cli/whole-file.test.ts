import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeTogether, writeWhole } from '../../src/cli/whole-file';

const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is replaced whole, and nothing is left beside it', () => {
  writeFileSync(join(folder, 'a'), 'before');
  writeWhole(join(folder, 'a'), ['after', ', all of it']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('after, all of it');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('where it cannot be replaced nothing is left behind', () => {
  mkdirSync(join(folder, 'taken/inside'), { recursive: true });
  expect(() => writeWhole(join(folder, 'taken'), ['x'])).toThrow();
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('several files are replaced together', () => {
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  for (const path of [a, b]) writeFileSync(path, 'before');
  writeTogether(
    new Map([
      [a, 'a after'],
      [b, 'b after'],
    ]),
  );
  expect([a, b].map((path) => readFileSync(path, 'utf8'))).toEqual(['a after', 'b after']);
});

test('where one of several cannot be replaced, none is', () => {
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  for (const path of [a, b]) writeFileSync(path, 'before');
  // something lies where the second would be written first
  mkdirSync(`${b}.${process.pid}.part`);
  const both = new Map([
    [a, 'after'],
    [b, 'after'],
  ]);
  expect(() => writeTogether(both)).toThrow();
  rmSync(`${b}.${process.pid}.part`, { recursive: true });
  // and one is gone in between, so that renaming fails once the first is renamed
  const pulled = new Map(both);
  pulled[Symbol.iterator] = function* (): Generator<[string, string], undefined> {
    yield [a, 'after'];
    yield [b, 'after'];
    rmSync(b);
    mkdirSync(join(b, 'taken'), { recursive: true });
    return undefined;
  };
  expect(() => writeTogether(pulled)).toThrow();
  expect(readFileSync(a, 'utf8')).toBe('before');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
