import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionsOf } from '../../../src/core/check/lines';
import { laterStrings } from '../../../src/style/strings/later';
import { pointer, type Issue } from '../../../src/core/issue';
import { readFileSync } from 'node:fs';

const issue = (at: string): Issue => ({ file: 'x', at, id: null, code: 'value', found: '', expected: '', mend: '' });

test('an issue stands in the line of its member, and one of a missing member in that of its object', () => {
  const text = '\uFEFF{\r\n  "a": [\n    {"b": 1,\n     "c/d": 2}\n  ]\n}';
  const at = ['/a/0/c~1d', '/a/0/missing/deep', '/a', '', '/nowhere'];
  expect(Object.fromEntries(positionsOf(text, at.map(issue)))).toEqual({
    '/a/0/c~1d': { line: 4, column: 13 },
    '/a/0/missing/deep': { line: 3, column: 5 },
    '/a': { line: 2, column: 8 },
    '': { line: 1, column: 2 },
    '/nowhere': { line: 1, column: 2 },
  });
});

test('a row of a table begins where the one before it ended, which is not within quotation marks', () => {
  const text = 'id,note\r\na,"two\nlines, ""quoted"""\r\n\r\nb,c\n';
  const found = positionsOf(text, ['row 1', 'row 2, column note', 'row 4, column id', 'row 9'].map(issue));
  expect(Object.fromEntries(found)).toEqual({
    'row 1': { line: 1, column: 1 },
    'row 2, column note': { line: 2, column: 1 },
    'row 4, column id': { line: 5, column: 1 },
  });
});

test('of what is no JSON no line is known but the one where it breaks off', () => {
  expect(positionsOf('{"a": ', [issue('/a')]).size).toBe(0);
  expect(positionsOf('{"a": [1,\n  2,\n]}', [issue('')]).get('')).toEqual({ line: 3, column: 1 });
});

test('however deep a file nests, its issue has a line', () => {
  expect(positionsOf('['.repeat(100_000) + ']'.repeat(100_000), [issue('')]).get('')).toEqual({ line: 1, column: 1 });
});

test('every member of every JSON is found where it stands', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.array(fc.jsonValue(), { minLength: 1 })), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const lines = text.split('\n');
      const wanted = Object.entries(value).map(([name, [first]]) => [pointer(name, 0), first] as const);
      const found = positionsOf(
        text,
        wanted.map(([at]) => issue(at)),
      );
      for (const [at, first] of wanted) {
        const { line, column } = found.get(at)!;
        const rest = [lines[line - 1]!.slice(column - 1), ...lines.slice(line)].join('\n');
        expect(rest.startsWith(JSON.stringify(first, null, indent).split('\n')[0]!)).toBe(true);
      }
    }),
  );
});

test('the documentation says what every rule is about', () => {
  const readme = readFileSync(new URL('../../../geo/README.md', import.meta.url), 'utf8');
  const section = readme.slice(readme.indexOf('### What the check says'));
  const codes = Object.keys(laterStrings('en')).flatMap((key) => (key.startsWith('issues.rule.') ? [key.slice(12)] : []));
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) expect(section.slice(0, section.indexOf('### Ways out'))).toContain(`\`${code}\``);
});
