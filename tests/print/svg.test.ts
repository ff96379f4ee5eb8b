import { describe, expect, test } from 'vitest';
import { PIXEL_MM } from '../../src/print/drawing';
import { escaped } from '../../src/core/xml';
import { svgOf, type SvgSheet } from '../../src/print/svg';
import { bare, type Words } from '../../src/print/vector/shapes';

const disc = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" viewBox="-4 -4 8 8"><circle r="3"/></svg>';
const name: Words = {
  kind: 'words',
  text: 'Homs',
  at: [40, 50],
  turn: 0,
  size: 12,
  weight: 600,
  colour: '#111111',
  halo: '#ffffff',
  haloWidth: 1.5,
  spacing: 0,
  direction: 'ltr',
};
const sheet: SvgSheet = {
  width: 1000 * PIXEL_MM,
  height: 800 * PIXEL_MM,
  title: 'A & B',
  description: 'said <so>',
  metadata: { name: 'memory', text: '{"a":"</metadata><script>1</script>"}' },
  language: 'en',
  fontFaces: '@font-face{font-family:"Noto Sans";src:url(data:font/woff2;base64,AA)}',
  family: '"Noto Sans", sans-serif',
  operations: [
    { kind: 'map', box: { x: 16 * PIXEL_MM, y: 70 * PIXEL_MM, width: 100, height: 100 } },
    { kind: 'svg', svg: disc, box: { x: 1, y: 1, width: 2, height: 2 } },
    { kind: 'text', at: [10, 10], text: 'حمص', size: 4, weight: 400, colour: '#000000', align: 'right', direction: 'rtl' },
    { kind: 'text', at: [10, 20], text: 'Homs', size: 4, weight: 400, colour: '#000000', align: 'right', direction: 'ltr' },
  ],
  map: {
    size: [400, 300],
    shapes: [
      { ...bare, kind: 'paths', paths: ['M0 0l1 1z'], fill: '#abcdef' },
      { kind: 'mark', svg: disc, at: [10, 20], side: 8, opacity: 0.5 },
      { kind: 'within', outline: 'M0 0h5v5z', shapes: [{ kind: 'mark', svg: disc, at: [30, 20], side: 8, opacity: 1 }] },
      name,
    ],
  },
  pictures: new Map(),
};

/** Elements that are opened and not closed again, or the other way round. */
function open(svg: string): string[] {
  const stack: string[] = [];
  for (const [, end, tag, closed] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end && stack.at(-1) === tag) stack.pop();
    else if (end || !closed) stack.push(tag!);
  }
  return stack;
}

describe('a sheet as SVG', () => {
  const svg = svgOf(sheet);

  test('is well-formed, has its size in millimetres and no pixel more, and is the same each time', () => {
    expect(open(svg)).toEqual([]);
    expect(open(svg.replace('</defs>', ''))).not.toEqual([]);
    const [, width, height] = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg)!.map(Number);
    expect(Math.ceil(width! / PIXEL_MM)).toBe(1000);
    expect(Math.ceil(height! / PIXEL_MM)).toBe(800);
    expect(svgOf(sheet)).toBe(svg);
  });

  test('holds title, description and metadata as text, no script and no address outside', () => {
    expect(svg).toContain('<title>A &amp; B</title>');
    expect(svg).toContain('<desc>said &lt;so&gt;</desc>');
    expect(svg).toContain('<metadata id="memory">{&quot;a&quot;:&quot;&lt;/metadata&gt;&lt;script&gt;');
    expect(svg).not.toMatch(/<script|javascript:|on[a-z]+="/i);
    expect([...svg.matchAll(/(?:href="|url\()([^")]*)/g)].every(([, address]) => /^(#|data:)/.test(address!))).toBe(true);
    expect(svgOf({ ...sheet, metadata: null })).not.toContain('<metadata');
  });

  test('draws a mark once and uses it wherever it stands', () => {
    expect(svg.match(/<symbol /g)).toHaveLength(1);
    expect(svg.match(/<use /g)).toHaveLength(3);
    expect(svg).toContain('<use xlink:href="#s1" x="6" y="16" width="8" height="8" opacity="0.5"/>');
  });

  test('sets Arabic from the right', () => {
    expect(svg).toMatch(/<text x="37.8" y="37.8"[^>]* direction="rtl" unicode-bidi="embed">حمص</);
    expect(svg).toMatch(/text-anchor="end">Homs</);
  });

  test('refuses a picture that it does not hold, and one that is no picture', () => {
    const image = { kind: 'image', address: 'blob:x', box: { x: 0, y: 0, width: 1, height: 1 } } as const;
    const holding = (data: string) => svgOf({ ...sheet, operations: [image], pictures: new Map([['blob:x', data]]) });
    expect(holding('data:image/png;base64,AA')).toContain('<image ');
    expect(() => holding('https://example.org/x.png')).toThrow('blob:x');
    expect(() => svgOf({ ...sheet, operations: [image] })).toThrow('blob:x');
  });

  test('leaves out what XML cannot hold', () => {
    expect(escaped('a\u0000\u000bb\ud800c\udc00d\ufffe😀"')).toBe('abcd😀&quot;');
  });
});
