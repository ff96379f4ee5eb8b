import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import { isInside, linesOf } from '../core/geometry/edge';
import { toPlane, type XY } from '../core/geometry/plane';
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

/** The basemap's features by part, the corners of its relief picture (null: there is none), and the line that must be shown with it. */
export interface Basemap {
  readonly parts: Readonly<Record<BasemapPart, FeatureCollection>>;
  readonly relief: { readonly url: string; readonly coordinates: readonly (readonly [number, number])[] } | null;
  readonly attribution: string;
}

/** A basemap of parts as they are read; throws where one is missing. */
export function basemapOf(parts: Readonly<Record<string, FeatureCollection>>, attribution: string, relief: Basemap['relief']): Basemap {
  const missing = basemapParts.filter((part) => !parts[part]);
  if (missing.length > 0) throw new Error(`The basemap lacks ${missing.join(', ')}; it has ${Object.keys(parts).join(', ')}.`);
  return { parts: parts as Basemap['parts'], relief, attribution };
}

/**
 * A basemap that leaves the naming of some places to the situation drawn on it (see `namedPlaces`): neither a town of the same
 * GeoNames number, nor an area whose label point lies in one of these, nor a region or country of the same name is named twice.
 */
export function withoutPlaces(basemap: Basemap, places: readonly Place[]): Basemap {
  const numbers = new Set(places.flatMap((place) => place.geonames ?? []));
  const titles = new Set(places.filter((place) => place.kind === 'region' || place.kind === 'country').map((place) => place.title));
  const areas = places.flatMap((place) => (place.kind !== 'country' && isArea(place.geometry) ? [place.geometry] : []));
  const isNamed = ({ geometry, properties }: Feature): boolean =>
    properties?.kind === 'governorate' || properties?.kind === 'disputed'
      ? geometry.type === 'Point' && areas.some((area) => isInside(linesOf(area), onPlane(geometry)))
      : titles.has(properties?.name);
  return {
    ...basemap,
    parts: {
      ...basemap.parts,
      // kept for the discs of built-up ground, but not named
      places: {
        type: 'FeatureCollection',
        features: basemap.parts.places.features.map((feature) => (numbers.has(feature.properties?.id) ? silent(feature) : feature)),
      },
      labels: keep(basemap.parts.labels, (feature) => !isNamed(feature)),
    },
  };
}

/** Sources of the basemap; no address but the relief's. */
export function basemapSources({ parts, relief }: Basemap): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {};
  for (const part of basemapParts) sources[part] = { type: 'geojson', data: parts[part], tolerance: 0.2 };
  const [nw, ne, se, sw] = (relief?.coordinates ?? []).map(([lng, lat]): [number, number] => [lng, lat]);
  if (relief && nw && ne && se && sw) sources.relief = { type: 'image', url: relief.url, coordinates: [nw, ne, se, sw] };
  return sources;
}

function onPlane({ coordinates: [lng = 0, lat = 0] }: Point): XY {
  return toPlane([lng, lat]);
}

function isArea(geometry: Geometry | null): geometry is Polygon | MultiPolygon {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function silent(feature: Feature): Feature {
  return { ...feature, properties: { ...feature.properties, silent: true } };
}

function keep(collection: FeatureCollection, test: (feature: Feature) => boolean): FeatureCollection {
  return { type: 'FeatureCollection', features: collection.features.filter(test) };
}
