import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

/** The layers of a TopoJSON file as GeoJSON, by name; a layer of one geometry is a collection of one feature. */
export function featuresOf(topology: Topology): Record<string, FeatureCollection> {
  return Object.fromEntries(
    Object.entries(topology.objects).map(([name, object]) => {
      const read = feature(topology, object);
      return [name, read.type === 'FeatureCollection' ? read : { type: 'FeatureCollection' as const, features: [read] }];
    }),
  );
}
