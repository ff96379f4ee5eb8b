import { describe, expect, test } from 'vitest';
import { inPixels, type Measure } from '../../src/print/drawing';
import { layOutAlike, legendOfAll } from '../../src/print/lay-out';
import { cellsOf, drawMultiples, layOutMultiples } from '../../src/print/multiples';
import type { Size } from '../../src/view/camera';

const measure: Measure = (text, size) => text.length * size * 0.5;
const entry = (label: string) => ({ label, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="20"></svg>' });
const heading = (label: string) => ({ label, svg: null });

/** The sheet of a day, whose legend, credits and notes are its own. */
function part(day: number, legend: readonly string[], credits: readonly string[] = ['Places: GeoNames']) {
  return {
    head: {
      language: 'en',
      look: 'light',
      title: 'Northern Syria',
      sentence: `${day} December.`,
      credits,
      disclaimer: 'No opinion.',
    } as const,
    seenAt: (size: Size) => ({ legend: legend.map(entry), notes: [`note ${day}`], code: `CODE-${day}`, size, locator: () => null }),
  };
}
const parts = [part(4, ['Government']), part(5, ['Government', 'Opposition'], ['A long line. '.repeat(60)]), part(6, ['Israel'])];
const labels = (legend: readonly { readonly label: string }[]) => legend.map(({ label }) => label);

test('several legends as one have every entry once, under its heading, in the order in which they come', () => {
  const one = [heading('Who'), entry('Government'), heading('Movements'), entry('advance')];
  const two = [heading('Who'), entry('Opposition'), entry('Government'), heading('Incidents'), entry('strike')];
  expect(labels(legendOfAll([one, two]))).toEqual(['Who', 'Government', 'Opposition', 'Movements', 'advance', 'Incidents', 'strike']);
});

describe('sheets that are shown one after another', () => {
  const laid = layOutAlike(parts, [1280, 720], measure);

  test('have their maps in one place, of one size, and one legend of what any of them shows', () => {
    for (const { frame, sheet, size, seen } of laid) {
      expect(frame.map).toEqual(laid[0]!.frame.map);
      expect(frame.legend).toEqual(laid[0]!.frame.legend);
      expect(labels(sheet.legend)).toEqual(['Government', 'Opposition', 'Israel']);
      expect([inPixels(frame.map.width), inPixels(frame.map.height)]).toEqual(size);
      expect(seen.size).toEqual(size);
      expect([inPixels(frame.width), inPixels(frame.height)]).toEqual([1280, 720]);
    }
  });

  test('say each what is its own', () => {
    expect(laid.map(({ sheet }) => [sheet.sentence, sheet.code, sheet.credits[0]])).toEqual(
      [4, 5, 6].map((day) => [`${day} December.`, `CODE-${day}`, `note ${day}`]),
    );
  });
});

test('what is said of smaller maps alone has room below all of them', () => {
  // the second one's legend leaves the first one less of a map, of which there is more to say, for which there is less room still
  const [terse, long] = [
    part(4, []),
    part(
      5,
      Array.from({ length: 30 }, (_, i) => `Party of a long name ${i}`),
    ),
  ];
  const alone = layOutAlike([terse], [900, 1200], measure)[0]!.size[1];
  const seenAt = (size: Size) => {
    const beyond = Array.from({ length: 60 }, (_, i) => `a place beyond its edges, ${i}`);
    return { ...terse.seenAt(size), notes: size[1] < alone ? beyond : [] };
  };
  const [first] = layOutAlike([{ ...terse, seenAt }, long], [900, 1200], measure);
  expect(first!.sheet.credits.length).toBeGreaterThan(60);
  expect(first!.frame.footerTop + first!.frame.footer.height).toBeLessThan(first!.frame.height);
});

describe('small maps on one sheet', () => {
  test.each([
    [1, [800, 600]],
    [4, [1500, 700]],
    [7, [1500, 700]],
    [11, [600, 1200]],
  ] as const)('%i maps of one size lie in %j, none on another', (count, [width, height]) => {
    for (const isRtl of [false, true]) {
      const area = { x: 10, y: 20, width, height };
      const cells = cellsOf(area, count, isRtl);
      expect(cells).toHaveLength(count);
      for (const [i, a] of cells.entries()) {
        expect([a.width, a.height]).toEqual([cells[0]!.width, cells[0]!.height]);
        expect([a.x >= area.x - 1, a.y > area.y, a.x + a.width <= area.x + width + 1, a.y + a.height <= area.y + height]).not.toContain(
          false,
        );
        for (const b of cells.slice(i + 1))
          expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
      }
      // read from the right in Arabic
      if (count > 1) expect(Math.sign(cells[1]!.x - cells[0]!.x)).toBe(isRtl ? -1 : 1);
    }
  });

  test('each stands under its own sentence, with one legend, one scale and the code of the last', () => {
    const laid = layOutMultiples(parts, 'One map a day.', [1600, 1000], measure);
    const operations = drawMultiples(laid, { metresPerPixel: 300, bearing: 0 });
    const texts = operations.flatMap((each) => (each.kind === 'text' ? each.text : []));
    for (const said of ['4 December.', '5 December.', '6 December.', 'One map a day.', 'Israel']) expect(texts).toContain(said);
    expect(texts.join(' ')).toMatch(/last map: CODE-6/);
    expect(operations.flatMap((each) => (each.kind === 'map' ? [each.of] : []))).toEqual([0, 1, 2]);
  });

  test('more than there is room for are refused with their number', () => {
    expect(() =>
      layOutMultiples(
        Array.from({ length: 30 }, () => parts[0]!),
        'Many.',
        [600, 500],
        measure,
      ),
    ).toThrow(/30 maps/);
  });
});
