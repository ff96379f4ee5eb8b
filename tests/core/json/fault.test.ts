import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../../src/core/json/fault';

test.each([
  ['{"a": [1, 2,]}', 12, '"]"', 'a value', 'take out the comma before it'],
  ['{"a": 1,}', 8, '"}"', 'a name in quotation marks', 'take out the comma before it'],
  ['{"a": 1 "b": 2}', 8, '"\\""', ', or }', 'put a comma before it, or correct the quotation marks'],
  ['[1 2]', 3, '"2"', ', or ]', 'put a comma before it, or correct the quotation marks'],
  ['{"a": 1', 7, 'the end of the file', ', or }', 'close what is open; the file may have been cut off'],
  ['', 0, 'the end of the file', 'a value', 'write the file’s JSON'],
  ['{a: 1}', 1, '"a"', 'a name in quotation marks, or }', 'correct the file’s JSON there'],
  ["{'a': 1}", 1, '"\'"', 'a name in quotation marks, or }', 'write " for every quotation mark around a text'],
  ['{“a”: 1}', 1, '"“"', 'a name in quotation marks, or }', 'write " for every quotation mark around a text'],
  ['[// no\n1]', 1, '"/"', 'a value, or ]', 'take the comment out: JSON has none'],
  ['{"a" 1}', 5, '"1"', ': behind the name', 'correct the file’s JSON there'],
  [
    '["a\nb"]',
    3,
    'the end of the line',
    'a quotation mark that ends the text, in its line',
    'end the text with ", and write \\n for a line end inside it',
  ],
  ['["C:\\data"]', 4, '"\\\\"', 'behind \\ one of " \\ / b f n r t, or u and four hexadecimal digits', 'correct the file’s JSON there'],
  ['[None]', 1, '"None"', 'a value, or ]', 'correct the file’s JSON there'],
  ['[\u00a01]', 1, 'the sign U+00A0', 'a value, or ]', 'correct the file’s JSON there'],
  ['{} {}', 3, '"{"', 'nothing behind the value', 'correct the file’s JSON there'],
])('%j breaks off at %i', (text, offset, found, expected, mend) => {
  expect(jsonFault(text)).toEqual({ offset, found, expected, mend });
});

test('however deep a text nests, it ends', () => {
  expect(jsonFault('['.repeat(1_000_000))?.offset).toBe(1_000_000);
});

describe('it is of one mind with the engine', () => {
  const broken = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', '\n', '0', '-', '.', 'e', ' ', 'true', '\u00a0'),
      fc.nat(2),
    )
    .map(([text, at, by, over]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + by + text.slice(from + over);
    });
  test('about what is JSON, and about where it is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        const fault = jsonFault(text);
        let message: string | null = null;
        try {
          JSON.parse(text);
        } catch (error) {
          message = (error as Error).message;
        }
        expect(fault === null).toBe(message === null);
        // where Node tells the place of what it misses; of a word that is none it has read what it knows
        const place = /^Expected .*at position (\d+)/.exec(message ?? '')?.[1];
        if (place !== undefined) expect(text.slice(fault!.offset, Number(place))).toMatch(/^(true|false|null|)$/);
      }),
      { numRuns: 5000 },
    );
  });
});
