import { feature } from 'topojson-client';
import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { basemapOf, type Basemap } from './basemap';

/** The basemap out of its files' texts and the address of its relief picture. Throws where a file is not what it should be. */
export function readBasemap(topology: string, reliefPlace: string, reliefUrl: string): Basemap {
  const read = JSON.parse(topology) as Topology & { attribution?: string };
  const { coordinates } = JSON.parse(reliefPlace) as { coordinates: Basemap['relief']['coordinates'] };
  const parts = Object.entries(read.objects).map(([name, object]): [string, FeatureCollection] => {
    const result = feature(read, object);
    return [name, result.type === 'FeatureCollection' ? result : { type: 'FeatureCollection', features: [result] }];
  });
  return basemapOf(Object.fromEntries(parts), read.attribution ?? '', { url: reliefUrl, coordinates });
}
