import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import type { Language } from './strings';

/** The names of the basemap. They stand above arrows and bands, and give way to the situation's own marks and labels. */

/** Font stacks; the first name of `strong` only tells MapLibre the weight. */
export const fonts: Readonly<Record<'regular' | 'strong', string[]>> = {
  regular: ['Noto Sans', 'Noto Sans Arabic'],
  strong: ['SemiBold', 'Noto Sans', 'Noto Sans Arabic'],
};

type Layout = NonNullable<SymbolLayerSpecification['layout']>;
type Size = number | ExpressionSpecification;

export function nameLayers(palette: Palette, language: Language): SymbolLayerSpecification[] {
  const name: ExpressionSpecification =
    language === 'ar' ? ['coalesce', ['get', 'name_ar'], ['get', 'name'], ''] : ['coalesce', ['get', 'name'], ''];
  const capitals: ExpressionSpecification = language === 'ar' ? name : ['upcase', name];
  // letters of Arabic join, so nothing may be put between them
  const spaced = (space: number): Layout => (language === 'ar' ? {} : { 'text-letter-spacing': space });
  const kind = (value: string): FilterSpecification => ['==', ['get', 'kind'], value];

  const layer = (
    id: string,
    source: string,
    colour: string,
    layout: Layout,
    more: { minzoom?: number; maxzoom?: number; filter?: FilterSpecification; halo?: string } = {},
  ): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source,
    ...(more.minzoom !== undefined && { minzoom: more.minzoom }),
    ...(more.maxzoom !== undefined && { maxzoom: more.maxzoom }),
    ...(more.filter && { filter: more.filter }),
    layout: { 'text-field': name, 'text-font': fonts.regular, ...layout },
    paint: { 'text-color': colour, 'text-halo-color': more.halo ?? palette.halo, 'text-halo-width': 1.3 },
  });
  const towns = (rank: number, minzoom: number, size: Size): SymbolLayerSpecification =>
    layer(
      `town-${rank}`,
      'places',
      palette.label,
      {
        'text-size': size,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.45,
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': 4,
        'symbol-sort-key': ['-', ['get', 'population']],
        'icon-image': 'town-dot',
        'icon-allow-overlap': false,
        'text-optional': false,
      },
      { minzoom, filter: ['all', ['==', ['get', 'rank'], rank], ['!', ['has', 'silent']]] },
    );

  return [
    layer(
      'river-name',
      'rivernames',
      palette.labelWater,
      { 'symbol-placement': 'line', 'text-size': 10.5, 'text-offset': [0, 0.9], 'symbol-spacing': 420, 'text-max-angle': 60 },
      { minzoom: 7.5, filter: ['has', 'name'] },
    ),
    layer(
      'province-name',
      'labels',
      palette.labelQuiet,
      { 'text-size': 11.5, ...spaced(0.14) },
      { minzoom: 6.8, maxzoom: 9.6, filter: ['all', ['==', ['get', 'kind'], 'governorate'], ['!=', ['get', 'name'], 'Damascus']] },
    ),
    layer('water-name', 'labels', palette.labelWater, { 'text-size': 10.5, 'text-max-width': 5 }, { minzoom: 7, filter: kind('water') }),
    towns(5, 8.6, 10.5),
    towns(4, 7.6, 11),
    towns(3, 6.4, 11.5),
    towns(2, 5.6, ['interpolate', ['linear'], ['zoom'], 5, 11, 10, 14]),
    towns(1, 4.5, ['interpolate', ['linear'], ['zoom'], 5, 12, 10, 16]),
    layer(
      'road-name',
      'roads',
      palette.labelRoad,
      {
        'symbol-placement': 'line',
        'text-field': ['get', 'ref'],
        'text-font': fonts.strong,
        'text-size': 9.5,
        'text-rotation-alignment': 'viewport',
        'symbol-spacing': 300,
      },
      { maxzoom: 10.8, filter: ['all', ['has', 'ref'], ['!=', ['get', 'ref'], null]], halo: palette.roadCasing },
    ),
    layer(
      'region-name',
      'labels',
      palette.labelQuiet,
      { 'text-size': 11.5, 'text-max-width': 6, ...spaced(0.1) },
      { minzoom: 6, maxzoom: 8.6, filter: kind('region') },
    ),
    layer(
      'disputed-name',
      'labels',
      palette.labelQuiet,
      { 'text-size': 11, 'text-max-width': 5 },
      { minzoom: 6.6, filter: kind('disputed') },
    ),
    layer(
      'sea-name',
      'labels',
      palette.labelWater,
      { 'text-size': 13, 'text-max-width': 8, ...spaced(0.14) },
      { filter: kind('sea'), halo: palette.sea },
    ),
    layer(
      'country-name',
      'labels',
      palette.labelQuiet,
      { 'text-field': capitals, 'text-size': ['interpolate', ['linear'], ['zoom'], 5, 12, 7, 15], ...spaced(0.22) },
      { maxzoom: 7.8, filter: kind('country') },
    ),
  ];
}
