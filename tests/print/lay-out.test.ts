import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/print/drawing';
import { layOut } from '../../src/print/lay-out';
import type { Size } from '../../src/view/camera';

const measure: Measure = (text, size) => text.length * size * 0.5;
const head = {
  language: 'en',
  look: 'light',
  title: 'Northern Syria',
  sentence: '6 December 2024.',
  credits: ['Places: GeoNames'],
  disclaimer: 'Names and boundaries imply no opinion.',
} as const;
const entry = (label: string) => ({ label, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="20"></svg>' });

/** Legends by how large a map is; and for which maps they were asked. */
function legends(of: (size: Size) => readonly string[]) {
  const asked: Size[] = [];
  const seenAt = (size: Size) => {
    asked.push(size);
    return { legend: of(size).map(entry), notes: [`${size[0]} wide`], code: `${size[0]}`, size, locator: () => null };
  };
  return { seenAt, asked };
}
const labels = (sheet: { readonly legend: readonly { readonly label: string }[] }) => sheet.legend.map(({ label }) => label);

describe('the legend of a sheet is that of its own map', () => {
  test('also where the sheet shows more ground than the screen', () => {
    const { seenAt } = legends(([width]) => (width > 600 ? ['Government', 'Israel'] : ['Government']));
    const { sheet, seen, size } = layOut(head, seenAt, [1280, 800], [500, 400], measure);
    expect(labels(sheet)).toEqual(['Government', 'Israel']);
    expect(size[0]).toBeGreaterThan(600);
    expect(seen.size).toEqual(size);
    expect(sheet.code).toBe(`${size[0]}`);
    expect(sheet.credits).toEqual([`${size[0]} wide`, 'Places: GeoNames']);
  });

  test('where the two never come to rest it holds more, not less', () => {
    // under a tall map: a legend of more entries leaves less room, in which these are not
    const many = Array.from({ length: 24 }, (_, i) => `Entry number ${i} of many`);
    const { seenAt, asked } = legends(([, height]) => (height > 640 ? many : ['Government']));
    const { sheet, size } = layOut(head, seenAt, [700, 900], [300, 300], measure);
    expect(asked.length).toBeGreaterThan(3);
    expect(size[1]).toBeLessThan(640);
    expect(labels(sheet)).toEqual(many);
  });

  test('a map as on the screen is asked for once', () => {
    const { seenAt, asked } = legends(() => ['Government']);
    expect(layOut(head, seenAt, null, [921, 643], measure)).toMatchObject({ size: [921, 643] });
    expect(asked).toEqual([[921, 643]]);
  });
});
