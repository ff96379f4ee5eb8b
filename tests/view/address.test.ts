import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noLabels } from '../../src/style/label-address';
import { layers } from '../../src/style/layer';
import { lookNames as looks } from '../../src/style/palette';
import { formatView, parseView, sides, writeCamera, type ViewState } from '../../src/view/address';
import { choicesOf } from '../../src/view/wanted';

const days = ['2024-12-04', '2024-12-05', '2024-12-06'];
const choices = choicesOf({ sources: new Set(['a', 'b', 'c-1']), opening: { day: '2024-12-06', bounds: [35, 32, 42, 37] } }, days, 'en');
const usual: ViewState = Object.freeze(choices.usual);

const rounded = (decimals: number, min: number, max: number) =>
  fc.integer({ min: Math.ceil(min * 10 ** decimals), max: Math.floor(max * 10 ** decimals) }).map((n) => n / 10 ** decimals);
const camera = fc.record({
  center: fc.tuple(rounded(4, -180, 180), rounded(4, -85, 85)),
  zoom: rounded(2, 0, 22),
  bearing: rounded(1, -180, 180),
  pitch: rounded(1, 0, 85),
});
const side = {
  day: fc.constantFrom(...days),
  known: fc.constantFrom('then', 'now', '2024-12-05', '2023-02-28'),
  without: fc.subarray(['a', 'b', 'c-1']),
  partyClaims: fc.boolean(),
  counting: fc.constantFrom('origins' as const, 'articles' as const),
};
const state: fc.Arbitrary<ViewState> = fc.record({
  ...side,
  beside: fc.option(fc.record(side)),
  at: rounded(1, 0, 100),
  side: fc.constantFrom(...sides),
  camera: fc.option(camera),
  ground: fc.option(fc.tuple(fc.integer({ min: 200, max: 9999 }), fc.integer({ min: 200, max: 9999 }))),
  off: fc.subarray([...layers]),
  selection: fc.option(fc.constantFrom('control:homs', 'movement:hts-to-homs', 'date:homs-taken')),
  labels: fc.constantFrom(noLabels, { ...noLabels, places: new Map([['homs', { hidden: true, offset: [4, -8] as const }]]) }),
  language: fc.constantFrom('en' as const, 'ar' as const),
  look: fc.option(fc.constantFrom(...looks)),
  size: fc.option(fc.tuple(fc.integer({ min: 200, max: 9999 }), fc.integer({ min: 200, max: 9999 }))),
});

describe('the address of a view', () => {
  test('is empty for the usual view', () => {
    expect(formatView(usual, usual)).toBe('');
  });

  test('reads as it was meant to be written', () => {
    const hash =
      '#day=2024-12-05&known=now&without=a,b&party=0&counting=articles&c=38.5,35,7.25&off=relief&on=silence&sel=control:homs&lang=ar&look=dark';
    const { state: read, refusals } = parseView(hash, choices);
    expect(refusals).toEqual([]);
    expect(read).toEqual({
      ...usual,
      day: '2024-12-05',
      known: 'now',
      without: ['a', 'b'],
      partyClaims: false,
      counting: 'articles',
      camera: { center: [38.5, 35], zoom: 7.25, bearing: 0, pitch: 0 },
      off: ['relief', 'inferred'],
      selection: 'control:homs',
      language: 'ar',
      look: 'dark',
    });
    expect(`#${formatView(read, usual)}`).toBe(hash);
  });

  test('reads a comparison as it was meant to be written', () => {
    const hash = '#beside=2024-12-05,now,without:a,without:c-1,party:0,counting:articles&at=33.5&side=right';
    const { state: read, refusals } = parseView(hash, choices);
    expect(refusals).toEqual([]);
    const beside = { day: '2024-12-05', known: 'now', without: ['a', 'c-1'], partyClaims: false, counting: 'articles' };
    expect(read).toEqual({ ...usual, beside, at: 33.5, side: 'right' });
    expect(`#${formatView(read, usual)}`).toBe(hash);
  });

  test('brings every view back as it was', () => {
    fc.assert(
      fc.property(state, (view) => {
        expect(parseView(`#${formatView(view, usual)}`, choices)).toEqual({ state: view, refusals: [] });
      }),
    );
  });

  test.each([
    ['day', '2025-01-01'],
    ['day', 'yesterday'],
    ['known', '2024-02-30'],
    ['without', 'a,nobody'],
    ['party', 'yes'],
    ['counting', 'heads'],
    ['beside', ''],
    ['beside', '2024-12-05'],
    ['beside', '2025-01-01,now'],
    ['beside', '2024-12-05,whenever'],
    ['beside', '2024-12-05,now,without:nobody'],
    ['beside', '2024-12-05,now,party:1'],
    ['beside', '2024-12-05,now,party:0,party:0'],
    ['at', '101'],
    ['at', '-1'],
    ['at', '1e1'],
    ['side', 'middle'],
    ['c', '200,35,7'],
    ['c', '38,,7'],
    ['c', '38,35'],
    ['off', 'everything'],
    ['on', 'everything'],
    ['sel', '<script>'],
    ['lang', 'tlh'],
    ['look', 'neon'],
    ['size', '9x9'],
    ['size', '100000x2'],
  ])('refuses %s=%s, keeps the usual, and says so', (name, value) => {
    const { state: read, refusals } = parseView(`#${name}=${encodeURIComponent(value)}`, choices);
    expect(read).toEqual(usual);
    expect(refusals).toEqual([{ name, value }]);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseView(text, choices)).not.toThrow();
      }),
    );
  });

  test('writes a camera short, and its turn only where it is turned', () => {
    expect(writeCamera({ center: [38.123_456, -0.000_01], zoom: 7, bearing: 0, pitch: 0 })).toBe('38.1235,0,7');
    expect(writeCamera({ center: [38, 35], zoom: 7.126, bearing: -10.04, pitch: 0 })).toBe('38,35,7.13,-10,0');
  });
});
