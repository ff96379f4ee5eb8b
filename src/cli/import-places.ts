import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Additions } from '../core/import/naming';
import { packageRoot } from './package-root';

/** The dossier's own places.geojson with the places that a table needs. */

interface Collection {
  readonly features: readonly { readonly properties: { readonly id: string } }[];
}

/** How far a place that only a table knows may be from where it says, in metres. */
const PRECISION_M = 5000;

/** The file's new text; null where nothing is added. */
export function placeFeatures(before: string | null, { taken, made }: Additions, from: string): string | null {
  if (taken.size + made.size === 0) return null;
  const own = before === null ? { type: 'FeatureCollection', features: [] } : (JSON.parse(before) as Collection);
  const levant = JSON.parse(readFileSync(join(packageRoot, 'geo/gazetteer/levant.geojson'), 'utf8')) as Collection;
  const features = [
    ...own.features,
    ...levant.features.filter(({ properties }) => taken.has(properties.id)),
    ...[...made].map(([id, { title, point }]) => ({
      type: 'Feature',
      '@id': `urn:claimline:${id}`,
      properties: { id, title, ccodes: [], fclasses: ['P'], kind: 'town', precisionM: PRECISION_M, coordinatesFrom: from },
      geometry: { type: 'Point', coordinates: point },
      names: [{ toponym: title }],
    })),
  ];
  return `${JSON.stringify({ ...own, features }, null, 2)}\n`;
}
