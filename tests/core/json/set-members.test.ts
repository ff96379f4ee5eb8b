import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setMembers } from '../../../src/core/json/set-members';

const set = (text: string, ...changes: [string, Record<string, string | number>][]) => setMembers(text, new Map(changes));

describe('members are set', () => {
  test('where they stand, and nothing else changes', () => {
    const text = '\uFEFF{ "n": 1e3,\n\t"a" : [ {"start":1 , "end": 2.0, "x/~y": {"z": "\\"{[" } } ] }\r\n';
    expect(set(text, ['/a/0', { start: 7, end: 2 }], ['/a/0/x~1~0y', { z: 'é' }])).toBe(
      '\uFEFF{ "n": 1e3,\n\t"a" : [ {"start":7 , "end": 2.0, "x/~y": {"z": "é" } } ] }\r\n',
    );
  });
  test('behind the last one where they are not there, parted as the first is', () => {
    expect(set('{\n  "exact": "so"\n}', ['', { start: 1, end: 3 }])).toBe('{\n  "exact": "so",\n  "start": 1,\n  "end": 3\n}');
    expect(set('{ "a": { "exact": "so" } }', ['/a', { start: 1 }])).toBe('{ "a": { "exact": "so", "start": 1 } }');
    expect(set('{"a":{}}', ['/a', { start: 1, end: 2 }])).toBe('{"a":{"start": 1, "end": 2}}');
  });
  test('nowhere where the pointer leads to no object', () => {
    expect(() => set('{"a": [1]}', ['/a/0', { start: 1 }])).toThrow('no object at /a/0');
  });
  test('so that any JSON reads back the same but for them', () => {
    const spaced = fc.tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'));
    fc.assert(
      fc.property(spaced, fc.integer(), fc.string(), ([value, space], start, exact) => {
        const whole = { before: value, anchor: { start: -1, 'kept "': value }, after: [value] };
        const text = JSON.stringify(whole, null, space);
        const after = set(text, ['/anchor', { start, exact }]);
        expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify({ ...whole, anchor: { ...whole.anchor, start, exact } })));
        expect(set(after, ['/anchor', { start: -1 }])).toBe(set(text, ['/anchor', { exact }]));
      }),
    );
  });
});
