import {
  createExpression,
  featureFilter,
  isExpression,
  latest,
  type FilterSpecification,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { evaluate, listOf } from '../../src/style/evaluate';
import { mapStyle } from '../../src/style/map-style';
import { looks } from '../../src/style/palette';
import { languages } from '../../src/style/strings';
import { basemap } from '../geo/basemap';

const zooms = [4.5, 5, 6.37, 8, 9.9, 10.5, 12.8];
/** Of every part of the basemap, and of the situation's own names. */
const features = [
  ...Object.values(basemap.parts).flatMap((part) => part.features.filter((_, i) => i % 40 === 0)),
  ...['strong', 'quiet', 'edge'].map((label) => ({ properties: { label, text: 'Homs', size: 13, offset: 1.2, order: 1, slot: 2 } })),
  { properties: { label: 'strong', text: 'Homs', size: 13, shift: [1, -2] } },
  { properties: { kind: 'ring', side: 22 } },
].map(({ properties }) => ({ type: 1 as const, properties: properties ?? {} }));

/** What only the map itself needs to know. */
const left = ['text-variable-anchor-offset', 'text-variable-anchor', 'text-radial-offset', 'symbol-sort-key', 'icon-offset'];

describe('the style’s expressions have the values that MapLibre gives them', () => {
  const layers = languages.flatMap((language) => mapStyle(basemap, looks.light, language).layers);

  test('in layout and paint', () => {
    let compared = 0;
    for (const layer of layers)
      for (const [name, expression] of Object.entries({ ...('layout' in layer ? layer.layout : {}), ...layer.paint })) {
        if (left.includes(name) || !isExpression(expression)) continue;
        const made = createExpression(
          expression,
          `${layer.id}.${name}`,
          name === 'text-font' ? (latest.layout_symbol['text-font'] as unknown as StylePropertySpecification) : undefined,
        );
        if (made.result !== 'success') throw new Error(`${layer.id} ${name}: ${made.value.map(String).join()}`);
        for (const zoom of zooms)
          for (const feature of features) {
            let expected: unknown;
            try {
              expected = made.value.evaluateWithoutErrorHandling({ zoom }, feature);
            } catch {
              continue;
            }
            const found = evaluate(expression, { zoom, properties: feature.properties });
            if (typeof expected === 'number') expect(found, `${layer.id} ${name}`).toBeCloseTo(expected, 9);
            else expect(found, `${layer.id} ${name}`).toEqual(expected);
            compared++;
          }
      }
    expect(compared).toBeGreaterThan(5000);
  });

  test('in filters', () => {
    const passed = new Set<boolean>();
    for (const layer of layers) {
      if (!('filter' in layer) || !layer.filter) continue;
      const filter = featureFilter(layer.filter as FilterSpecification, layer.id);
      for (const feature of features) {
        const expected = filter.filter({ zoom: 8 }, feature);
        passed.add(expected);
        expect(evaluate(layer.filter, { zoom: 8, properties: feature.properties }) === true, layer.id).toBe(expected);
      }
    }
    expect(passed).toEqual(new Set([true, false]));
  });

  test('and of any other it says that it does not know them', () => {
    expect(() => evaluate(['distance', 1], { zoom: 8, properties: {} })).toThrow('["distance", …]');
    expect(listOf(['Noto Sans', 'Noto Sans Arabic'], { zoom: 8, properties: {} })).toEqual(['Noto Sans', 'Noto Sans Arabic']);
  });
});
