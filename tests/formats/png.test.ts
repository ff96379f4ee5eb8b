import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { NoPng, pixelsIn, textsOf, withDots, withTexts } from '../../src/formats/png';
import { rememberedText } from '../../src/formats/remembered';

const picture = new PNG({ width: 3, height: 2 });
picture.data.fill(120);
const png = new Uint8Array(PNG.sync.write(picture));

describe('texts in a PNG', () => {
  test('are read again, in any script, and the picture is as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z ]{1,40}$/), fc.string({ unit: 'binary' }), { maxKeys: 5 }), (texts) => {
        const file = withTexts(png, texts);
        expect(Object.fromEntries(textsOf(file))).toEqual({ ...texts });
        expect(PNG.sync.read(Buffer.from(file)).data).toEqual(picture.data);
      }),
    );
  });

  test('take the place of earlier ones under the same keyword, and leave the others', () => {
    const file = withTexts(withTexts(png, { Title: 'Old', Source: 'Kept' }), { Title: 'عنوان' });
    expect(Object.fromEntries(textsOf(file))).toEqual({ Title: 'عنوان', Source: 'Kept' });
  });

  test('a keyword that no PNG can have is refused', () => {
    expect(() => withTexts(png, { '': 'x' })).toThrow(RangeError);
    expect(() => withTexts(png, { ['é'.repeat(3)]: 'x' })).toThrow(RangeError);
  });

  test('stand beside its size on paper, which is there once', () => {
    const file = withDots(withDots(png, 96), 300);
    const at = Buffer.from(file).indexOf('pHYs');
    expect(Buffer.from(file).indexOf('pHYs', at + 1)).toBe(-1);
    expect(Buffer.from(file).readUInt32BE(at + 4)).toBe(11811);
    expect(PNG.sync.read(Buffer.from(file)).width).toBe(3);
    expect(pixelsIn(file)).toEqual([3, 2]);
  });

  test('a text that was changed on its way is not believed', () => {
    const file = withTexts(png, { claimline: '{"day":"2024-12-06"}' });
    const at = Buffer.from(file).indexOf('2024-12-06');
    file[at] = '1'.charCodeAt(0);
    expect(() => textsOf(file)).toThrow(/changed on its way/);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('no picture')],
    ['half of one', png.slice(0, png.length >> 1)],
    ['its beginning', png.slice(0, 8)],
    ['one without an end', png.slice(0, -12)],
  ])('%s is refused in words', (_, file) => {
    expect(() => textsOf(file)).toThrow(NoPng);
  });

  test('ten thousand mutilated files do no harm: they are read, or refused in words', () => {
    const file = withTexts(png, { claimline: '{}', Title: 'A title' });
    const kinds = { read: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(file.length),
        fc.boolean(),
        (changes, length, isCut) => {
          const other = file.slice(0, isCut ? length : file.length);
          for (const [at, byte] of changes) if (at < other.length) other[at] = byte;
          try {
            rememberedText(other, 'claimline');
            kinds.read++;
          } catch (error) {
            expect(error).toBeInstanceOf(NoPng);
            kinds.refused++;
          }
        },
      ),
      { numRuns: 10_000 },
    );
    expect(kinds.read).toBeGreaterThan(100);
    expect(kinds.refused).toBeGreaterThan(100);
  });
});
