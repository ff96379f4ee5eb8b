import { expect, test } from 'vitest';
import { directionOf, linesOf } from '../../src/print/text';

const measure = (text: string, size: number) => text.length * size;

test('words go to the next line where they do not fit, and none is lost', () => {
  expect(linesOf('one two three', 7, 1, 400, measure)).toEqual(['one two', 'three']);
});

test('a word wider than the column is broken between letters', () => {
  expect(linesOf('a abcdefg b', 3, 1, 400, measure)).toEqual(['a', 'abc', 'def', 'g b']);
});

test('no text gives no line', () => {
  expect(linesOf('  ', 10, 1, 400, measure)).toEqual([]);
});

test('the first strong letter decides the direction', () => {
  expect(['12 حلب', 'Aleppo حلب', '© 2024', 'שלום'].map((text) => directionOf(text, 'rtl'))).toEqual(['rtl', 'ltr', 'rtl', 'rtl']);
});
