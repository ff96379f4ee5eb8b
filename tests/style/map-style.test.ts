import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { BENEATH } from '../../src/style/areas';
import { withoutPlaces } from '../../src/style/basemap';
import { ABOVE_STROKES, NAMES, pickableNames } from '../../src/style/dated';
import { namedPlaces } from '../../src/style/names-in-view';
import { mapStyle } from '../../src/style/map-style';
import { looks } from '../../src/style/palette';
import { languages } from '../../src/style/strings';
import { basemap } from '../geo/basemap';
import { syria } from '../geo/dossier';

const cases = Object.values(looks).flatMap((palette) => languages.map((language) => ({ palette, language, look: palette.look })));

describe.each(cases)('the style, $look, $language', ({ palette, language }) => {
  const style = mapStyle(basemap, palette, language);

  test('is valid by the MapLibre style specification', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
    // the validator sees a fault
    expect(validateStyleMin({ ...style, layers: [{ id: 'x', type: 'fill', source: 'nowhere' }] })).not.toEqual([]);
  });

  test('fetches nothing but the relief', () => {
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify({ ...style, sources: Object.keys(style.sources) })).not.toMatch(/https?:/);
  });

  test('puts no date in a filter or in paint, and no letters apart in Arabic', () => {
    const layers = JSON.stringify(style.layers);
    expect(layers).not.toMatch(/"(start|end|time|day|date)"/);
    expect(layers.includes('text-letter-spacing')).toBe(language === 'en');
  });

  test('has a source of the situation’s names and one of what lies beneath it, beside every part of the basemap', () => {
    expect(Object.keys(style.sources).sort()).toEqual([...Object.keys(basemap.parts), 'relief', BENEATH, NAMES].sort());
    const layers = style.layers.map(({ id }) => id);
    for (const id of [...pickableNames, ABOVE_STROKES]) expect(layers).toContain(id);
    // the strokes lie above the ground and its roads' names, and beneath the names of places
    expect(layers.indexOf(ABOVE_STROKES)).toBe(layers.findIndex((id) => id.startsWith('town-')));
    expect(new Set(layers).size).toBe(layers.length);
  });
});

test('the Golan is fenced by dashed lines of each kind, and none of them is drawn as a border', () => {
  const kinds = new Set(basemap.parts.boundaries.features.map(({ properties }) => properties?.kind as string));
  expect([...kinds].sort()).toEqual(['armistice 1949', 'ceasefire 1974', 'international', 'line of 4 June 1967 (approximate)']);
  const { layers } = mapStyle(basemap, looks.light, 'en');
  for (const kind of kinds) {
    const drawn = layers.filter(
      (layer) => layer.type === 'line' && JSON.stringify(layer.filter) === JSON.stringify(['==', ['get', 'kind'], kind]),
    );
    expect(drawn).toHaveLength(1);
    expect('line-dasharray' in drawn[0]!.paint!).toBe(kind !== 'international');
  }
});

test('a place of the dossier is named by the situation and not by the basemap', () => {
  const named = namedPlaces(syria());
  const rest = withoutPlaces(basemap, named);
  const homs = (base: typeof basemap) => base.parts.places.features.find(({ properties }) => properties?.id === 169577)?.properties;
  expect(homs(basemap)?.silent).toBeUndefined();
  expect(homs(rest)).toMatchObject({ silent: true });
  const labels = rest.parts.labels.features.map(({ properties }) => `${properties?.kind} ${properties?.name}`);
  expect(labels).not.toContain('governorate Hama');
  expect(labels).not.toContain('disputed Golan Heights');
  expect(labels).not.toContain('country Syria');
  expect(labels).toContain('country Lebanon');
  expect(labels).toContain('sea Mediterranean Sea');
});
