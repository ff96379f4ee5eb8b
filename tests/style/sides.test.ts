import { expect, test } from 'vitest';
import { pixelAt, toLngLat } from '../../src/core/geometry/plane';
import { withSides, type UnsidedLabel } from '../../src/style/sides';

const pixel = pixelAt(7);
const at = (x: number, y: number) => ({ type: 'Point' as const, coordinates: toLngLat([0.6 + x * pixel, 0.4 + y * pixel]) });
const label = (id: string, x: number, y: number, order = 0): UnsidedLabel => ({
  type: 'Feature',
  geometry: at(x, y),
  properties: { id, label: 'strong', text: 'Homs', size: 14, offset: 1, order },
});
const mark = (x: number, y: number, slot: number | null = null) => ({
  feature: { type: 'Feature' as const, geometry: at(x, y), properties: { id: 'm', fade: 1, selected: false, icon: 'i', order: 0, slot } },
  drawing: { size: 24 },
});
const sidesOf = (labels: UnsidedLabel[], marks: ReturnType<typeof mark>[]) =>
  withSides(labels, marks, pixel, 1).map(({ properties }) => properties.side);

test('a name with room stands to the right of its point', () => expect(sidesOf([label('a', 0, 0)], [mark(0, 0)])).toEqual(['left']));
test('a mark in the way sends it to the other side', () =>
  expect(sidesOf([label('a', 0, 0)], [mark(0, 0), mark(30, 0)])).toEqual(['right']));
test('events in a row to the left count as marks', () =>
  expect(sidesOf([label('a', 0, 0)], [mark(0, 0), mark(30, 0), mark(0, 0, 0), mark(0, 0, 1)])).toEqual(['top']));
test('the weightier name chooses first, and the order of the list does not matter', () => {
  const [weighty, light] = [label('a', 0, 0, -5), label('b', 20, 0, 0)];
  expect(sidesOf([weighty, light], [])).toEqual(['left', 'right']);
  expect(sidesOf([light, weighty], [])).toEqual(['right', 'left']);
});
