import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCss, inPixels, keptFree, presetNames, presets, readSize, writeSize, type PictureSize } from '../../src/view/sizes';

test('a size is read as it is written, and a preset by its name', () => {
  const size: fc.Arbitrary<PictureSize> = fc.oneof(
    fc.tuple(fc.integer({ min: 200, max: 9999 }), fc.integer({ min: 200, max: 9999 })),
    fc.tuple(fc.integer({ min: 50, max: 2000 }), fc.integer({ min: 50, max: 2000 }), fc.constant('mm' as const)),
  );
  fc.assert(fc.property(size, (given) => void expect(readSize(writeSize(given))).toEqual(given)));
  for (const name of presetNames.filter((each) => each !== 'screen')) expect(readSize(name)).toEqual(presets[name].size);
});

test.each(['', '10x10', '20x20mm', '1000', '1000x800cm', 'a5', '99999x200', '1e3x500', '__proto__', 'screen'])('%j is no size', (text) => {
  expect(readSize(text)).toBeUndefined();
});

test('paper has the pixels of its millimetres at 300 dots an inch, and a layout that covers it', () => {
  expect([inPixels([297, 210, 'mm'], 3.125), inPixels([420, 297, 'mm'], 3.125)]).toEqual([
    [3508, 2480],
    [4961, 3508],
  ]);
  expect(inCss([297, 210, 'mm'])).toEqual([1123, 794]);
});

test('the presets of screens have the pixels that platforms ask for, and a story alone keeps its ends free', () => {
  const pixels = (['article', 'square', 'story'] as const).map((name) => inPixels(presets[name].size, presets[name].scale));
  expect(pixels).toEqual([
    [2400, 1350],
    [1080, 1080],
    [1080, 1920],
  ]);
  expect(presetNames.filter((name) => keptFree(presets[name].size) > 0)).toEqual(['story']);
});
