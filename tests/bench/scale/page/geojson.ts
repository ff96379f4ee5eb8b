import type { FeatureCollection, Point } from 'geojson';
import type { CircleLayerSpecification } from 'maplibre-gl';
import type { Points } from '../points';

/** Points as MapLibre takes them. An open end is a number that no day reaches. */
export function collectionOf(points: Points): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: Array.from({ length: points.count }, (_, i) => ({
      type: 'Feature' as const,
      id: i,
      geometry: { type: 'Point' as const, coordinates: [points.longitude[i]!, points.latitude[i]!] },
      properties: { start: points.start[i]!, end: Math.min(1e6, points.end[i]!) },
    })),
  };
}

/** Discs of 8 px. */
export const circles: CircleLayerSpecification = {
  id: 'points',
  type: 'circle',
  source: 'points',
  paint: { 'circle-radius': 4, 'circle-color': '#0072b2' },
};
