import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layers } from '../../src/style/layer';
import { lookNames } from '../../src/style/palette';
import { languages } from '../../src/style/strings';
import { viewBounds, type Camera } from '../../src/view/camera';
import { codeOf, readCode } from '../../src/view/code';
import { addDays } from '../../src/core/time';

const hash = '0123456789'.padEnd(64, 'f');
const sources = ['a-paper', 'b-paper', 'c-paper'];
const day = fc.integer({ min: 0, max: 200_000 }).map((n) => addDays('1800-01-01', n));
const side = {
  day,
  known: fc.oneof(fc.constantFrom('then', 'now'), day),
  without: fc.subarray(sources),
  partyClaims: fc.boolean(),
  counting: fc.constantFrom('origins' as const, 'articles' as const),
};
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({
  center: fc.tuple(number(-179, 179), number(-80, 80)),
  zoom: number(4, 13),
  bearing: fc.constantFrom(0, -179, 37, 180),
  pitch: fc.constantFrom(0, 60),
});
const state = fc.record({
  ...side,
  beside: fc.option(fc.record(side)),
  at: fc.integer({ min: 0, max: 100 }),
  off: fc.subarray([...layers]),
  language: fc.constantFrom(...languages),
  look: fc.constantFrom(...lookNames),
  camera,
  ground: fc.tuple(fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 200, max: 4000 })),
});

describe('a printed code', () => {
  test('says again what it was made of', () => {
    fc.assert(
      fc.property(state, (given) => {
        const code = codeOf(given, hash);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-)+[0-9A-HJKMNP-TV-Z]{4}$/);
        const read = readCode(code, sources)!;
        const { camera: from, ground, at, ...rest } = given;
        expect(read).toMatchObject({ hash: '0123456789', state: rest });
        if (given.beside) expect(read.state.at).toBe(at);
        const was = viewBounds(from, ...(squareOf(ground) as [number, number]));
        const is = viewBounds(read.state.camera!, ...(read.state.ground as [number, number]));
        const width = was[2] - was[0];
        was.forEach((edge, i) => expect(Math.abs(is[i]! - edge)).toBeLessThan(width * 0.02 + 0.0005));
      }),
    );
  });

  test('is of seven groups for a view without a second side', () => {
    expect(codeOf({ ...plain, beside: null }, hash).split('-')).toHaveLength(7);
  });

  test('is read as people type it: in small letters, without hyphens, with O for 0 and I for 1', () => {
    const code = codeOf(plain, hash);
    const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
    expect(readCode(typed, sources)).toEqual(readCode(code, sources));
    expect(readCode(code, sources)).not.toBeNull();
  });

  test('finds out nearly every slip', () => {
    const code = codeOf(plain, hash).replace(/-/g, '');
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let accepted = 0;
    let tried = 0;
    for (let i = 0; i < code.length; i++)
      for (const digit of alphabet) {
        if (digit === code[i]) continue;
        tried++;
        if (readCode(code.slice(0, i) + digit + code.slice(i + 1), sources)) accepted++;
      }
    expect(tried).toBeGreaterThan(800);
    expect(accepted / tried).toBeLessThan(0.005);
  });

  test.each(['', '-', '0000', 'no code at all', '\u0000', 'ZZZZ-ZZZZ', '💥'.repeat(200), 'A'.repeat(10_000)])('is not %j', (text) => {
    expect(readCode(text, sources)).toBeNull();
  });

  test('is none where it leaves out a source that the dossier does not have', () => {
    const code = codeOf({ ...plain, without: ['a-paper'] }, hash);
    expect(readCode(code, sources)?.state.without).toEqual(['a-paper']);
    expect(readCode(code, ['another'])).toBeNull();
  });
});

const plain = {
  day: '2024-12-06',
  known: 'then',
  without: [],
  partyClaims: true,
  counting: 'origins',
  beside: null,
  at: 50,
  off: ['inferred', 'silence'],
  language: 'en',
  look: 'light',
  camera: { center: [36.72, 34.73], zoom: 7.5, bearing: 0, pitch: 0 },
  ground: [1200, 800],
} as const;

/** The square of a map's smaller side. */
function squareOf([width, height]: readonly [number, number]): readonly [number, number] {
  const side = Math.min(width, height);
  return [side, side];
}
