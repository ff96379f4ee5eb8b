import fc from 'fast-check';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { describe, expect, test } from 'vitest';
import { NoPng } from '../../src/formats/png';
import { betweenMarks, inComments, rememberedText, withComments } from '../../src/formats/remembered';

const bytes = (latin: string) => Uint8Array.from(latin, (letter) => letter.charCodeAt(0));
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 });
const name = 'claimline';

function gif(): Uint8Array {
  const made = GIFEncoder();
  const pixels = new Uint8ClampedArray(4 * 4 * 4).map((_, i) => (i * 37) % 256);
  const palette = quantize(pixels, 16);
  made.writeFrame(applyPalette(pixels, palette), 4, 4, { palette, delay: 100, repeat: 0 });
  made.finish();
  return made.bytes();
}

describe('what a file remembers is read again, in any script', () => {
  test.each([
    ['an SVG', (it: string) => bytes8(`<?xml version="1.0"?><svg><metadata id="claimline">${escaped(it)}</metadata></svg>`)],
    ['a PDF', (it: string) => bytes(`%PDF-1.4\n1 0 obj\n${inComments(name, it)}startxref\n9\n%%EOF`)],
    ['a WebM', (it: string) => bytes(`\u001aE\u00df\u00a3 and more ${betweenMarks(name, it)} frames`)],
    ['an MP4', (it: string) => bytes(`\u0000\u0000\u0000\u0018ftypisom ${betweenMarks(name, it)} frames`)],
    ['a GIF', (it: string) => withComments(gif(), name, it)],
  ])('in %s', (_, fileOf) => {
    fc.assert(
      fc.property(text, (it) => {
        expect(rememberedText(fileOf(it), name)).toBe(new TextDecoder().decode(new TextEncoder().encode(it)));
      }),
    );
  });

  test.each([
    ['an SVG', bytes8('<svg></svg>')],
    ['a PDF', bytes('%PDF-1.4\nstartxref\n9\n%%EOF')],
    ['a WebM', bytes('\u001aE\u00df\u00a3 and more')],
    ['a GIF', gif()],
  ])('%s without a memory has none', (_, file) => {
    expect(rememberedText(file, name)).toBeNull();
  });

  test('what is damaged, and what is no picture of any kind, is refused in words', () => {
    expect(() => rememberedText(bytes(`%PDF-1.4\n%${name} ä\n`), name)).toThrow(NoPng);
    expect(() => rememberedText(bytes('PK\u0003\u0004'), name)).toThrow(NoPng);
  });

  test('a GIF to which another program added a comment is still ours', () => {
    const file = withComments(withComments(gif(), name, 'remembered'), 'another', 'text');
    expect(rememberedText(file, name)).toBe('remembered');
  });

  test('a GIF with a comment is still one', () => {
    const file = withComments(gif(), name, 'x'.repeat(1000));
    expect(file.at(-1)).toBe(0x3b);
    expect(Buffer.from(file.subarray(0, gif().length - 1))).toEqual(Buffer.from(gif().subarray(0, -1)));
  });
});

function escaped(it: string): string {
  return it.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&#62;' })[sign]!);
}

function bytes8(it: string): Uint8Array {
  return new TextEncoder().encode(it);
}
