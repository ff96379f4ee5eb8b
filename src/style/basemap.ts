import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import type { Place } from '../core/model';

/** The embedded basemap as data: its parts, and the MapLibre sources made of them. Its layers are in `ground` and `names`. */

export const basemapParts = [
  'countries',
  'boundaries',
  'disputed',
  'admin1',
  'admin1lines',
  'water',
  'rivers',
  'rivernames',
  'roads',
  'places',
  'labels',
] as const;
export type BasemapPart = (typeof basemapParts)[number];

/** The basemap's features by part, the corners of its relief picture, and the line that must be shown with it. */
export interface Basemap {
  readonly parts: Readonly<Record<BasemapPart, FeatureCollection>>;
  readonly relief: { readonly url: string; readonly coordinates: readonly (readonly [number, number])[] };
  readonly attribution: string;
}

/**
 * A basemap that leaves the naming of some places to the situation drawn on it: neither a town of the same GeoNames number, nor
 * a province or region whose label point lies in one of these places, is named twice. Countries stay.
 */
export function withoutPlaces(basemap: Basemap, places: Iterable<Place>): Basemap {
  const named = [...places];
  const numbers = new Set(named.map((place) => place.geonames));
  const areas = named.filter((place) => place.kind !== 'country').flatMap((place) => (isArea(place.geometry) ? [place.geometry] : []));
  const titles = new Set(named.filter((place) => place.kind === 'region').map((place) => place.title));
  const isNamed = ({ geometry, properties }: Feature): boolean =>
    properties?.kind === 'governorate' || properties?.kind === 'disputed'
      ? geometry.type === 'Point' && areas.some((area) => booleanPointInPolygon(geometry, area))
      : titles.has(properties?.name);
  return {
    ...basemap,
    parts: {
      ...basemap.parts,
      places: keep(basemap.parts.places, (feature) => !numbers.has(feature.properties?.id ?? -1)),
      labels: keep(basemap.parts.labels, (feature) => !isNamed(feature)),
    },
  };
}

/** Sources of the basemap; no address but the relief's. */
export function basemapSources({ parts, relief }: Basemap): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {};
  for (const part of basemapParts) sources[part] = { type: 'geojson', data: parts[part], tolerance: 0.2 };
  const [nw, ne, se, sw] = relief.coordinates.map(([lng, lat]): [number, number] => [lng, lat]);
  if (nw && ne && se && sw) sources.relief = { type: 'image', url: relief.url, coordinates: [nw, ne, se, sw] };
  return sources;
}

function isArea(geometry: Geometry | null): geometry is Polygon | MultiPolygon {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function keep(collection: FeatureCollection, test: (feature: Feature) => boolean): FeatureCollection {
  return { type: 'FeatureCollection', features: collection.features.filter(test) };
}
