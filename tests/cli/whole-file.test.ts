import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/whole-file';

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
