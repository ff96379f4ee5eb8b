import { expect, test } from 'vitest';
import { amountOf, plain } from '../../../src/core/import/cells';

test.each([
  ['  Homs ', 'Homs'],
  ["'=cmd()", '=cmd()'],
  ['\u202eHTS\u202c', 'HTS'],
  ['\ufeffحمص\u200b', 'حمص'],
  // Persian and some emoji need what joins and parts letters
  ['می\u200cخواهد', 'می\u200cخواهد'],
])('the cell %j says %j', (cell, text) => {
  expect(plain(cell)).toBe(text);
});

test.each([
  ['1,200', 1200, 1200],
  ['1 200', 1200, 1200],
  ['1.200', 1200, 1200],
  ['12.0', 12, 12],
  ['100-200', 100, 200],
  ['١٬٢٠٠', 1200, 1200],
  ['۵۰-۶۰', 50, 60],
])('%s is a number of people', (text, min, max) => {
  expect(amountOf(text)).toMatchObject({ min, max });
});

test.each(['12.5', '200-100', 'many', '-5', '1e9', '9'.repeat(30)])('%s is none, and it says why', (text) => {
  expect(amountOf(text)).toEqual(expect.stringMatching(/no whole number|no range/));
});
