import { describe, expect, test } from 'vitest';
import { pathThrough, partOf } from '../../src/core/geometry/path';
import { bandOutline } from '../../src/core/geometry/flow';
import { pixelAt, toLngLat, toPlane, type LngLat, type Points, type XY } from '../../src/core/geometry/plane';
import { looks } from '../../src/style/palette';
import { channels, strokeCoats, strokeForms, type StrokeForm, type StrokeShape } from '../../src/style/strokes/strokes';
import { strokeAt } from '../../src/style/strokes/strokes-at';
import { ROW, StrokePacking, type PackedStrokes } from '../../src/style/strokes/strokes-packed';

const pixel = pixelAt(7);
const middle: LngLat = [38, 35];
const home = toPlane(middle);
const at = (x: number, y: number): XY => [home[0] + x * pixel, home[1] + y * pixel];
const lineAt = (y: number, from = -100, to = 100) => pathThrough([at(from, y), at(to, y)]);
const ring = (y: number): Points => bandOutline(lineAt(y), { width: 10, pixel, startGap: 0, endGap: 0 });
const open = (y: number): Points => {
  const path = lineAt(y);
  return partOf(path, 0, path.length);
};
const stroke = (id: string, form: StrokeForm, y: number, more: Partial<StrokeShape> = {}): StrokeShape => ({
  id,
  form,
  lines: [form === 'trace' ? open(y) : ring(y)],
  colour: '#d55e00',
  fade: 1,
  selected: false,
  pixel,
  ...more,
});
const coats = strokeCoats(looks.light);

describe('coats of paint', () => {
  test('each form has paint, and nothing is painted that has no form', () => {
    for (const form of strokeForms) {
      const painted = coats.filter(({ forms: [first, last], selected }) => {
        const index = strokeForms.indexOf(form);
        return !selected && strokeForms.indexOf(first) <= index && index <= strokeForms.indexOf(last);
      });
      expect([form, painted.length > 0]).toEqual([form, true]);
    }
    for (const { forms, paint, width } of coats) {
      expect(strokeForms.indexOf(forms[0])).toBeLessThanOrEqual(strokeForms.indexOf(forms[1]));
      expect([paint, width > 0]).toEqual([paint, paint === 'line' || paint === 'dash']);
    }
  });

  test('colours are those of the palette, as parts of one', () => {
    expect(channels('#ff8000')).toEqual([1, 128 / 255, 0]);
    expect(strokeCoats(looks.dark).find(({ selected }) => selected)!.colour).toBe(looks.dark.selected);
  });
});

describe('packing', () => {
  const packing = new StrokePacking();
  const pack = (strokes: readonly StrokeShape[]): PackedStrokes => {
    packing.clear();
    return packing.add(strokes, coats, middle);
  };
  const texel = (i: number) => [...packing.texels.subarray(4 * i, 4 * i + 4)];
  const runOf = (packed: PackedStrokes, paint: string, form: StrokeForm) =>
    packed.runs.filter(({ coat }) => coat.paint === paint && coat.forms.includes(form) && !coat.selected)[0]!;

  test('points come back from their texels, relative to an origin near the middle, with neighbours at both ends', () => {
    const solid = stroke('a', 'solid', 0);
    const packed = pack([solid]);
    expect(Math.abs(packed.origin[0] - home[0])).toBeLessThan(1 / 1024);
    const line = solid.lines[0]!;
    const points = line.length / 2 - 1;
    // the colour, then the ring's last point, its points, and the first two once more
    expect(packing.texelCount).toBe(1 + points + 3);
    expect(texel(0).map((part) => Math.round(part * 255))).toEqual([0xd5, 0x5e, 0, 255]);
    for (let i = -1; i <= points + 1; i++) {
      const [x, y, , begins] = texel(2 + i);
      const k = 2 * ((i + points) % points);
      expect((packed.origin[0] + x! - line[k]!) / pixel).toBeCloseTo(0, 2);
      expect((packed.origin[1] + y! - line[k + 1]!) / pixel).toBeCloseTo(0, 2);
      expect(begins).toBe(i >= 0 && i < points ? 0 : -1);
    }
    expect(packed.west).toBeCloseTo(Math.min(...line.filter((_, k) => k % 2 === 0)), 12);
  });

  test('a trace is open: as many pieces as it has, and no triangle', () => {
    const trace = stroke('a', 'trace', 0);
    pack([trace]);
    const points = trace.lines[0]!.length / 2;
    expect(Array.from({ length: packing.texelCount }, (_, i) => texel(i)[3]).filter((begins, i) => i > 0 && begins === 0)).toHaveLength(
      points - 1,
    );
    expect(packing.cornerCount).toBe(0);
  });

  test('forms are painted in their order, and strokes of one form in the order given', () => {
    const packed = pack([stroke('a', 'solid', 0), stroke('b', 'band', 20), stroke('c', 'solid', 40), stroke('d', 'trace', 60)]);
    expect(packed.runs.map(({ coat }) => coats.indexOf(coat))).toEqual(
      packed.runs.map(({ coat }) => coats.indexOf(coat)).sort((a, b) => a - b),
    );
    const solid = runOf(packed, 'fill', 'solid');
    const corners = [...packing.corners.subarray(solid.first, solid.first + solid.count)];
    expect(corners).toHaveLength(3 * (2 * (ring(0).length / 2 - 1) - 4));
    // the looks of d, b, a and c, in the order of forms
    const [first, last] = [corners[0]!, corners.at(-1)!].map((corner) => texel(corner));
    expect([first![3], last![3]]).toEqual([2, 3]);
  });

  test('dashes know how far along the outline they are, in pixels', () => {
    pack([stroke('a', 'dashed', 0)]);
    const lengths = Array.from({ length: packing.texelCount - 3 }, (_, i) => texel(i + 2)[2]!);
    expect(lengths[0]).toBe(0);
    expect(lengths.every((length, i) => i === 0 || length > lengths[i - 1]!)).toBe(true);
    expect(lengths.at(-1)).toBeGreaterThan(380);
    expect(lengths.at(-1)).toBeLessThan(460);
    expect(packing.cornerCount).toBe(0);
  });

  test('only what is selected gets the coat of the selection', () => {
    const selected = (packed: PackedStrokes) => packed.runs.filter(({ coat }) => coat.selected);
    const shapes = [stroke('a', 'soft', 0), stroke('b', 'soft', 20), stroke('b', 'band', 20), stroke('c', 'solid', 40)];
    expect(selected(pack(shapes))).toEqual([]);
    const runs = selected(pack(shapes.map((shape) => ({ ...shape, selected: shape.id === 'b' }))));
    expect(runs.map(({ coat }) => coat.width)).toEqual([6, 6]);
    expect(selected(pack(shapes.map((shape) => ({ ...shape, selected: shape.id === 'c' })))).map(({ coat }) => coat.width)).toEqual([8]);
  });

  test('memory grows with what is packed, in whole rows of the texture, and a second side goes behind the first', () => {
    const many = Array.from({ length: 300 }, (_, i) => stroke(`${i}`, 'solid', i));
    const first = pack(many);
    const texels = packing.texelCount;
    expect(packing.texels.length % (4 * ROW)).toBe(0);
    expect(packing.texels.length).toBeGreaterThanOrEqual(4 * texels);
    const second = packing.add([stroke('x', 'solid', 0)], coats, middle);
    const [a, b] = [runOf(first, 'line', 'solid'), runOf(second, 'line', 'solid')];
    expect(b.first).toBeGreaterThanOrEqual(a.first + a.count);
    expect(texel(b.first + 2)[3]).toBe(texels);
    expect(pack([]).runs).toEqual([]);
  });

  test('across the antimeridian and at the nearest zoom, points are exact to a hundredth of a pixel', () => {
    const near = pixelAt(13);
    const east = toPlane([179.999, 10]);
    const path = pathThrough([east, [east[0] + 300 * near, east[1]]]);
    const line = partOf(path, 0, path.length);
    packing.clear();
    const { origin } = packing.add([{ ...stroke('a', 'trace', 0), lines: [line], pixel: near }], coats, [-179.999, 10.02]);
    expect(origin[0]).toBeCloseTo(1, 3);
    for (let i = 0; i < line.length / 2; i++) expect(Math.abs(origin[0] + texel(i + 2)[0]! - line[2 * i]!) / near).toBeLessThan(0.01);
  });
});

describe('which stroke lies at a point', () => {
  const strokes = [stroke('flow', 'band', 0), stroke('past', 'trace', 0), stroke('first', 'solid', 3), stroke('second', 'hollow', 3)];
  const find = (x: number, y: number, reach = 4, all: readonly StrokeShape[] = strokes) =>
    strokeAt(all, toLngLat(at(x, y)), [toLngLat(at(x + reach, y)), toLngLat(at(x, y + reach))]);

  test('arrows lie above flows, flows above traces, and later ones above earlier ones', () => {
    expect(find(0, 3)).toBe('second');
    expect(find(0, 3, 4, strokes.slice(0, 3))).toBe('first');
    expect(find(0, 3, 4, strokes.slice(0, 2))).toBe('flow');
    expect(find(0, 3, 4, strokes.slice(1, 2))).toBe('past');
    expect(find(0, 3, 2, strokes.slice(1, 2))).toBeNull();
  });

  test('within reach is enough, beyond it not', () => {
    expect(find(0, 11, 4)).toBe('second');
    expect(find(0, 20, 4)).toBeNull();
    expect(find(-120, 0, 4)).toBeNull();
    expect(find(-103, 0, 4)).toBe('second');
    expect(find(0, 0, 4, [])).toBeNull();
  });

  test('what was drawn in one copy of the world is found in another', () => {
    const [lng, lat] = toLngLat(at(0, 3));
    expect(strokeAt(strokes, [lng + 360, lat], [toLngLat(at(4, 3)), toLngLat(at(0, 7))])).toBe('second');
  });
});
