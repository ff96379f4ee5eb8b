import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { throughWindow, windowScale } from '../../src/map/gl-window';
import { tilesAlong } from '../../src/map/tiles';

describe('tiles', () => {
  test('cover a side, none beyond its end and none larger than allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 300, max: 4096 }), (length, largest) => {
        const { size, from } = tilesAlong(length, largest);
        expect(size).toBeLessThanOrEqual(largest);
        expect(from[0]).toBe(0);
        expect(from.at(-1)! + size).toBe(length);
        from.forEach((start, i) => i > 0 && expect(start - from[i - 1]!).toBeLessThanOrEqual(size));
      }),
    );
  });
});

describe('a window', () => {
  test('shows each point of the whole where it lies', () => {
    const side = fc.integer({ min: 1, max: 5000 });
    const clip = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(clip, fc.integer({ min: 0, max: 99 }), side, side, side, (x, beyond, whole, tile, corner) => {
        const asked = [-beyond, 0, whole + 2 * beyond, 1] as const;
        const real = [-beyond, 0, tile + 2 * beyond, 1] as const;
        const [scale, , shift] = windowScale([...asked], [...real], [corner, 0]);
        const pixel = (at: number, [from, , size]: readonly number[]) => from! + ((at + 1) / 2) * size!;
        expect(pixel(x * scale + shift, real)).toBeCloseTo(pixel(x, asked) - corner, 6);
      }),
    );
  });

  test('is the last step of a vertex shader, and moves what a fragment shader reads as its place', () => {
    const vertex = throughWindow('#version 300 es\nin vec4 at;\nvoid main() {\n  gl_Position = at;\n}', true);
    expect(vertex).toMatch(/^#version 300 es\nin vec4 window_scale;/);
    expect(vertex).toMatch(/void drawn_whole\(\) \{\n {2}gl_Position = at;\n\}\nvoid main\(\) \{\n {2}drawn_whole\(\);/);
    const fragment = '#version 300 es\nout vec4 colour;\nvoid main() { colour = gl_FragCoord; }';
    expect(throughWindow(fragment, false)).toContain('colour = (gl_FragCoord + vec4(window_origin, 0, 0))');
    const plain = '#version 300 es\nout vec4 colour;\nvoid main() { colour = vec4(1); }';
    expect(throughWindow(plain, false)).toBe(plain);
  });
});
