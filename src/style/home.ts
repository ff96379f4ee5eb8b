import type { MultiPolygon, Polygon } from 'geojson';
import type { Names } from '../core/model';
import type { Basemap } from './basemap';
import { HOME, HOME_TOWNS } from './ground';

/** What the basemap knows of the country that the map is about. */
export interface Home {
  readonly name: Names;
  /** In degrees. */
  readonly ground: Polygon | MultiPolygon;
  /** Its towns of at least `LARGE` people, by their GeoNames numbers. */
  readonly towns: readonly HomeTown[];
}

export interface HomeTown {
  readonly geonames: number;
  readonly name: Names;
  readonly point: readonly [lng: number, lat: number];
}

/** How many people make a town that one should hear of. */
const LARGE = 20_000;

/** The country of a basemap; null where the basemap has none. */
export function homeOf({ parts }: Basemap): Home | null {
  const country = parts.countries.features.find(({ properties }) => properties?.a3 === HOME);
  if (country?.geometry.type !== 'Polygon' && country?.geometry.type !== 'MultiPolygon') return null;
  return {
    name: namesOf(country.properties),
    ground: country.geometry,
    towns: parts.places.features.flatMap(({ geometry, properties }): HomeTown[] => {
      if (geometry.type !== 'Point' || properties?.country !== HOME_TOWNS || !(properties.population >= LARGE)) return [];
      const [lng, lat] = geometry.coordinates as [number, number];
      return [{ geonames: properties.id as number, name: namesOf(properties), point: [lng, lat] }];
    }),
  };
}

function namesOf(properties: Readonly<Record<string, unknown>> | null): Names {
  const [name, ar] = [properties?.name, properties?.name_ar];
  return { en: typeof name === 'string' ? name : '', ...(typeof ar === 'string' && { ar }) };
}
