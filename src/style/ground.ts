import type { Place } from '../core/model';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import { areaLayers } from './areas';
import type { Palette } from './palette';

/** The basemap beneath everything dated: land, sea, relief, water, roads and boundaries. A pure function of the palette. */

/** Three-letter code of the country that the map is about. */
export const HOME = 'SYR';
/** Two-letter code that its towns bear. */
export const HOME_TOWNS = 'SY';

/** A size that grows with the zoom level: pairs of zoom and size. */
export function growing(...stops: (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as ExpressionSpecification;
}

/** The dash of each kind of boundary, in line widths; `international` has none. */
const boundaryDashes: Readonly<Record<string, number[]>> = {
  'ceasefire 1974': [4, 2],
  'line of 4 June 1967 (approximate)': [1.2, 2],
  'armistice 1949': [6, 2, 1.2, 2],
};

export function groundLayers(palette: Palette): LayerSpecification[] {
  const ofKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    {
      id: 'land',
      type: 'fill',
      source: 'countries',
      paint: { 'fill-color': ['match', ['get', 'a3'], HOME, palette.land, palette.neighbour] },
    },
    {
      id: 'disputed-land',
      type: 'fill',
      source: 'disputed',
      filter: ofKind('occupied'),
      paint: { 'fill-color': palette.disputedLand, 'fill-opacity': 0.7 },
    },
    {
      id: 'relief',
      type: 'raster',
      source: 'relief',
      paint: {
        'raster-opacity': ['interpolate', ['linear'], ['zoom'], 5, palette.reliefOpacity, 8, palette.reliefOpacity * 0.75, 10, 0],
        'raster-fade-duration': 0,
      },
    },
    ...areaLayers(palette),
    line('river', 'rivers', {
      'line-color': palette.river,
      'line-width': growing(5, ['match', ['get', 'level'], [1, 2], 0.8, 0.4], 10, ['match', ['get', 'level'], 1, 2.8, 2, 2.2, 1.2]),
    }),
    { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': palette.water } },
    line('province-line', 'admin1lines', {
      'line-color': palette.province,
      'line-width': growing(5, 0.5, 10, 1.1),
      'line-dasharray': [3, 2.5],
    }),
    ...roads(palette),
    line('border', 'boundaries', { 'line-color': palette.border, 'line-width': growing(5, 0.8, 10, 1.8) }, ofKind('international')),
    ...Object.entries(boundaryDashes).map(([kind, dash]) =>
      line(
        `border-${kind.split(' ')[0]}`,
        'boundaries',
        { 'line-color': palette.border, 'line-width': growing(5, 0.7, 10, 1.5), 'line-dasharray': dash },
        ofKind(kind),
        'butt',
      ),
    ),
    line(
      'disputed-line',
      'disputed',
      { 'line-color': palette.border, 'line-width': growing(5, 0.5, 10, 1), 'line-dasharray': [1.5, 2] },
      ['!=', ['get', 'kind'], 'occupied'],
      'butt',
    ),
  ];
}

/** Schematic, so they leave before anybody could measure by them. */
function roads(palette: Palette): LineLayerSpecification[] {
  const leaving: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9.8, 1, 10.8, 0];
  const ofRank = (rank: number): FilterSpecification => ['==', ['get', 'rank'], rank];
  const road = (id: string, rank: number, colour: string, width: ExpressionSpecification) =>
    line(id, 'roads', { 'line-color': colour, 'line-width': width, 'line-opacity': leaving }, ofRank(rank));
  return [
    road('road-3', 3, palette.roadMinor, growing(5, 0.4, 10, 1.5)),
    road('road-2', 2, palette.roadMinor, growing(5, 0.8, 10, 2.2)),
    road('road-1-casing', 1, palette.roadCasing, growing(5, 2, 10, 4.8)),
    road('road-1', 1, palette.roadMain, growing(5, 1, 10, 2.8)),
  ];
}

function line(
  id: string,
  source: string,
  paint: NonNullable<LineLayerSpecification['paint']>,
  filter?: FilterSpecification,
  cap: 'round' | 'butt' = 'round',
): LineLayerSpecification {
  return { id, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': cap }, paint, ...(filter && { filter }) };
}

/** Whether a place is that country as a whole: what is said of it need not name it. */
export function isHome(place: Place | undefined): boolean {
  return place?.kind === 'country' && place.countries.includes(HOME_TOWNS);
}
