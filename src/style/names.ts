import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import type { Language } from './strings';

/** The names of the basemap. They give way to the situation's own marks and labels. */

/** The family by which a desk's own font is declared; without one, the project's own follow. */
export const OWN_FONT = 'Claimline Own';

/** Font stacks; the first name of `strong` only tells MapLibre the weight. */
export const fonts: Readonly<Record<'regular' | 'strong', string[]>> = {
  regular: [OWN_FONT, 'Noto Sans', 'Noto Sans Arabic'],
  strong: ['SemiBold', OWN_FONT, 'Noto Sans', 'Noto Sans Arabic'],
};

type Layout = NonNullable<SymbolLayerSpecification['layout']>;

interface More {
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly filter?: FilterSpecification;
  readonly halo?: string;
}

/** Names along lines and over ground; arrows and bands pass above them. */
export function groundNameLayers(palette: Palette, language: Language): SymbolLayerSpecification[] {
  return [
    layer(palette, language, 'river-name', 'rivernames', palette.labelWater, {
      layout: { 'symbol-placement': 'line', 'text-size': 10.5, 'text-offset': [0, 0.9], 'symbol-spacing': 420, 'text-max-angle': 60 },
      minzoom: 7.5,
      filter: ['has', 'name'],
    }),
    layer(palette, language, 'water-name', 'labels', palette.labelWater, {
      layout: { 'text-size': 10.5, 'text-max-width': 5 },
      minzoom: 7,
      filter: kind('water'),
    }),
    layer(palette, language, 'road-name', 'roads', palette.labelRoad, {
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'ref'],
        'text-font': fonts.strong,
        'text-size': 9.5,
        'text-rotation-alignment': 'viewport',
        'symbol-spacing': 300,
      },
      maxzoom: 10.8,
      filter: ['all', ['has', 'ref'], ['!=', ['get', 'ref'], null]],
      halo: palette.roadCasing,
    }),
    layer(palette, language, 'region-name', 'labels', palette.labelQuiet, {
      layout: { 'text-size': 11.5, 'text-max-width': 6, ...spaced(language, 0.1) },
      minzoom: 6,
      maxzoom: 8.6,
      filter: kind('region'),
    }),
    layer(palette, language, 'province-name', 'labels', palette.labelQuiet, {
      layout: { 'text-size': 11.5, ...spaced(language, 0.14) },
      minzoom: 6.8,
      maxzoom: 9.6,
      filter: ['all', ['==', ['get', 'kind'], 'governorate'], ['!=', ['get', 'name'], 'Damascus']],
    }),
    layer(palette, language, 'sea-name', 'labels', palette.labelWater, {
      layout: { 'text-size': 13, 'text-max-width': 8, ...spaced(language, 0.14) },
      filter: kind('sea'),
      halo: palette.sea,
    }),
  ];
}

/** Names of towns and countries; they stand above arrows and bands. */
export function placeNameLayers(palette: Palette, language: Language): SymbolLayerSpecification[] {
  const towns = (rank: number, minzoom: number, size: number | ExpressionSpecification) =>
    layer(palette, language, `town-${rank}`, 'places', palette.label, {
      layout: {
        'text-size': size,
        // one side for all: the map remembers what it chose, and the picture would depend on the way to it
        'text-anchor': 'top',
        'text-offset': [0, 0.45],
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': 4,
        'symbol-sort-key': ['-', ['get', 'population']],
        'icon-image': 'town-dot',
      },
      minzoom,
      filter: ['all', ['==', ['get', 'rank'], rank], ['!', ['has', 'silent']]],
    });
  return [
    towns(5, 8.6, 10.5),
    towns(4, 7.6, 11),
    towns(3, 6.4, 11.5),
    towns(2, 5.6, ['interpolate', ['linear'], ['zoom'], 5, 11, 10, 14]),
    towns(1, 4.5, ['interpolate', ['linear'], ['zoom'], 5, 12, 10, 16]),
    layer(palette, language, 'disputed-name', 'labels', palette.labelQuiet, {
      layout: { 'text-size': 11, 'text-max-width': 5 },
      minzoom: 6.6,
      filter: kind('disputed'),
    }),
    layer(palette, language, 'country-name', 'labels', palette.labelQuiet, {
      layout: {
        'text-field': language === 'ar' ? nameIn(language) : ['upcase', nameIn(language)],
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 7, 15],
        ...spaced(language, 0.22),
      },
      maxzoom: 7.8,
      filter: kind('country'),
    }),
  ];
}

function layer(
  palette: Palette,
  language: Language,
  id: string,
  source: string,
  colour: string,
  { layout, minzoom, maxzoom, filter, halo = palette.halo }: More & { readonly layout: Layout },
): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    ...(minzoom !== undefined && { minzoom }),
    ...(maxzoom !== undefined && { maxzoom }),
    ...(filter && { filter }),
    layout: { 'text-field': nameIn(language), 'text-font': fonts.regular, ...layout },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.3 },
  };
}

function nameIn(language: Language): ExpressionSpecification {
  return language === 'ar' ? ['coalesce', ['get', 'name_ar'], ['get', 'name'], ''] : ['coalesce', ['get', 'name'], ''];
}

/** Letters of Arabic join, so nothing may be put between them. */
function spaced(language: Language, space: number): Layout {
  return language === 'ar' ? {} : { 'text-letter-spacing': space };
}

function kind(value: string): FilterSpecification {
  return ['==', ['get', 'kind'], value];
}
