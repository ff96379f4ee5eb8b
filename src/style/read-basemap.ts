import { feature } from 'topojson-client';
import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { basemapOf, type Basemap } from './basemap';

/**
 * The basemap out of its files' texts and the address of its relief picture; without relief where nobody says where that lies.
 * Throws where the topology is not what it should be.
 */
export function readBasemap(topology: string, reliefPlace: string | null, reliefUrl: string): Basemap {
  const read = JSON.parse(topology) as Topology & { attribution?: string };
  const parts = Object.entries(read.objects).map(([name, object]): [string, FeatureCollection] => {
    const result = feature(read, object);
    return [name, result.type === 'FeatureCollection' ? result : { type: 'FeatureCollection', features: [result] }];
  });
  const coordinates = cornersOf(reliefPlace);
  return basemapOf(Object.fromEntries(parts), read.attribution ?? '', coordinates && { url: reliefUrl, coordinates });
}

/** The four corners of the relief, north-west first; null where the text holds none. */
function cornersOf(text: string | null): NonNullable<Basemap['relief']>['coordinates'] | null {
  try {
    const { coordinates } = Object(JSON.parse(text ?? 'null')) as { coordinates?: unknown };
    return Array.isArray(coordinates) && coordinates.length === 4 && coordinates.every(isCorner) ? coordinates : null;
  } catch {
    return null;
  }
}

function isCorner(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
