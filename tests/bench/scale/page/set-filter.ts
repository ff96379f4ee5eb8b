import type { FilterSpecification } from 'maplibre-gl';
import { pointsOf } from '../points';
import { circles, collectionOf } from './geojson';
import type { MakeWay } from './way';

/** MapLibre's own way: all points in a source, the day in the layer's filter. */
export const setFilter: MakeWay = (map, count) => ({
  async load(begun) {
    const points = pointsOf(count);
    begun();
    map.addSource('points', { type: 'geojson', data: collectionOf(points) });
    map.addLayer({ ...circles, filter: onDay(-1) });
  },
  show: (day) => map.setFilter('points', onDay(day)),
});

const onDay = (day: number): FilterSpecification => ['all', ['<=', ['get', 'start'], day], ['>', ['get', 'end'], day]];
