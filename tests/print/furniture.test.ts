import { describe, expect, test } from 'vitest';
import { PIXEL_MM, type Measure, type Operation } from '../../src/print/drawing';
import { frameOf, furniture, type Room, type Sheet } from '../../src/print/furniture';

// a font of half-square letters
const measure: Measure = (text, size) => text.length * size * 0.5;
const entry = (label: string) => ({ label, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="20"></svg>' });
const sheet: Sheet = {
  language: 'en',
  look: 'light',
  title: 'Northern Syria',
  sentence: '6 December 2024, as known on 6 December, counting origins.',
  legend: ['Government', 'Opposition', 'Advance', 'People fleeing'].map(entry),
  credits: ['Boundaries © OpenStreetMap contributors', 'Places: GeoNames'],
  disclaimer: 'Names and boundaries imply no opinion.',
  code: '',
};
const view = { metresPerPixel: 300, bearing: 0 };

function drawn(room: Room, changes: Partial<Sheet> = {}, how = view) {
  const changed = { ...sheet, ...changes };
  const frame = frameOf(changed, room, measure);
  return { frame, operations: furniture(changed, frame, how) };
}
const texts = (operations: readonly Operation[]) => operations.flatMap((each) => (each.kind === 'text' ? each : []));
const pixels = (mm: number) => mm / PIXEL_MM;

describe('a sheet around a map', () => {
  test('holds title, sentence, every legend entry, scale, credits and disclaimer', () => {
    const all = texts(drawn({ map: [1200, 800] }).operations)
      .map((each) => each.text)
      .join('\n');
    for (const part of [
      sheet.title,
      sheet.sentence,
      ...sheet.legend.map(({ label }) => label),
      '20 km',
      ...sheet.credits,
      sheet.disclaimer,
    ])
      expect(all).toContain(part);
  });

  test('keeps the map as large as on the screen, on whole pixels', () => {
    const { frame } = drawn({ map: [921, 643] });
    expect([pixels(frame.map.width), pixels(frame.map.height)].map((n) => Number(n.toFixed(6)))).toEqual([921, 643]);
    for (const edge of [frame.map.y, frame.height]) expect(pixels(edge) - Math.round(pixels(edge))).toBeCloseTo(0, 6);
  });

  test('fills a picture of a given size exactly', () => {
    const { frame } = drawn({ picture: [1600, 1000] });
    expect(pixels(frame.width)).toBeCloseTo(1600, 6);
    expect(pixels(frame.height)).toBeCloseTo(1000, 6);
  });

  test.each([
    [[1600, 1000], 'beside'],
    [[600, 900], 'under'],
    [[390, 844], 'under'],
  ] as const)('in a picture of %s the legend lies %s the map, nothing on the map, and nothing beyond the edge', (picture, where) => {
    const { frame, operations } = drawn({ picture });
    const { map } = frame;
    const words = texts(operations).map(({ at, text, size, weight, align }) => {
      const width = measure(text, size, weight);
      const left = align === 'left' ? at[0] : align === 'right' ? at[0] - width : at[0] - width / 2;
      return { text, left, right: left + width, top: at[1] - size, bottom: at[1] };
    });
    for (const { text, left, right, top, bottom } of words) {
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(right, text).toBeLessThanOrEqual(frame.width);
      expect(bottom, text).toBeLessThanOrEqual(frame.height);
      const apart = right <= map.x || left >= map.x + map.width || bottom <= map.y || top >= map.y + map.height;
      expect(apart, text).toBe(true);
    }
    const legend = words.find(({ text }) => text === sheet.legend[0]!.label)!;
    expect(legend.left >= map.x + map.width ? 'beside' : legend.top >= map.y + map.height ? 'under' : 'on').toBe(where);
  });

  test('a picture too small for its furniture is refused with its size', () => {
    expect(() => drawn({ picture: [200, 200] })).toThrow(/200 × 200/);
  });

  test('a long title is broken, and lines never run into one another', () => {
    const { operations } = drawn(
      { map: [500, 600] },
      { title: 'Who holds the towns between Aleppo and Damascus, and who says so, and since when?' },
    );
    const lines = texts(operations).filter((each) => each.weight === 600 && each.text !== 'Legend');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[1]!.at[1] - lines[0]!.at[1]).toBeGreaterThan(lines[0]!.size);
  });

  test('headings stand over the first of their own in columns, and before it in rows', () => {
    const grouped = [
      { svg: null, label: 'Who' },
      ...['Government', 'Opposition', 'Others', 'Nobody', 'Everybody'].map(entry),
      { svg: null, label: 'What happened' },
      ...['Advance', 'Strike', 'Flight', 'Arrival', 'Statement'].map(entry),
    ];
    for (const picture of [
      [1600, 1000],
      [1600, 560],
      [600, 900],
      [330, 900],
    ] as const) {
      const isInRows = picture[0] < picture[1];
      const { operations } = drawn({ picture }, { legend: grouped });
      const lines = texts(operations);
      const at = (text: string) => lines.find((line) => line.text === text)!.at;
      for (const [heading, first] of [
        ['Who', 'Government'],
        ['What happened', 'Advance'],
      ] as const) {
        expect(at(heading)[0]).toBeLessThan(at(first)[0]);
        const down = at(first)[1] - at(heading)[1];
        if (isInRows) expect(Math.abs(down)).toBeLessThan(0.001);
        else expect(down).toBeGreaterThan(0);
        expect(down).toBeLessThan(lines[0]!.size * 2);
      }
      expect(operations.filter(({ kind }) => kind === 'svg')).toHaveLength(10);
    }
  });

  test('a legend in rows fills them: no entry begins a row that the one before has room for, and none runs into another', () => {
    const names = ['Government', 'Opposition', 'Others', 'Nobody', 'Everybody', 'Advance', 'Strike', 'Flight'];
    for (const language of ['en', 'ar'] as const) {
      const { frame, operations } = drawn({ picture: [500, 900] }, { legend: names.map(entry), language });
      const lines = texts(operations)
        .filter(({ text }) => names.includes(text))
        .map(({ at: [x, y], text, size, weight, align }) => {
          const width = measure(text, size, weight);
          return { y, left: align === 'right' ? x - width : x, width };
        });
      const rows = new Map<string, typeof lines>();
      for (const line of lines) rows.set(line.y.toFixed(3), [...(rows.get(line.y.toFixed(3)) ?? []), line]);
      expect(rows.size).toBe(2);
      for (const row of rows.values()) {
        const inOrder = row.toSorted((a, b) => a.left - b.left);
        inOrder.forEach((each, i) => i > 0 && expect(each.left).toBeGreaterThan(inOrder[i - 1]!.left + inOrder[i - 1]!.width));
        expect(inOrder.at(-1)!.left + inOrder.at(-1)!.width).toBeLessThanOrEqual(frame.width);
      }
    }
  });

  test('what a story keeps free stays empty', () => {
    const picture = [720, 1280] as const;
    const { frame, operations } = drawn({ picture, keptFree: 160 });
    const heights = texts(operations).flatMap(({ at, size }) => [at[1] - size, at[1]]);
    expect(pixels(Math.min(...heights))).toBeGreaterThan(160);
    expect(pixels(Math.max(...heights))).toBeLessThan(1280 - 160);
    expect(pixels(frame.height)).toBeCloseTo(1280, 6);
  });

  test('nothing in view makes no legend', () => {
    expect(texts(drawn({ map: [900, 600] }, { legend: [] }).operations).map((each) => each.text)).not.toContain('Legend');
  });
});

describe('right to left', () => {
  test('mirrors the sheet: text begins at the right, the legend and the scale lie at the left', () => {
    const { frame, operations } = drawn({ map: [1200, 800] }, { language: 'ar', title: 'شمال سوريا' });
    const title = texts(operations).find((each) => each.text === 'شمال سوريا')!;
    expect(title).toMatchObject({ align: 'right', direction: 'rtl' });
    expect(title.at[0]).toBeCloseTo(frame.map.x + frame.map.width, 6);
    const drawings = operations.flatMap((each) => (each.kind === 'svg' ? each.box.x : []));
    expect(Math.max(...drawings)).toBeLessThan(frame.map.x);
    expect(texts(operations).find((each) => each.text.includes('كم'))!.at[0]).toBeLessThan(frame.width / 2);
  });

  test('a credit in Latin letters keeps its own direction', () => {
    expect(
      texts(drawn({ map: [1200, 800] }, { language: 'ar' }).operations).find((each) => each.text.startsWith('Boundaries'))!.direction,
    ).toBe('ltr');
  });
});

test('a turned map shows where north is', () => {
  const north = (operations: readonly Operation[]) => operations.find((each) => each.kind === 'shape');
  expect(north(drawn({ map: [900, 600] }).operations)).toBeUndefined();
  const shape = north(drawn({ map: [900, 600] }, {}, { ...view, bearing: 90 }).operations);
  // east is up, so north points left
  const [tip, ...rest] = shape?.kind === 'shape' ? shape.points : [];
  expect(tip![0]).toBeLessThan(Math.min(...rest.map(([x]) => x)));
});
