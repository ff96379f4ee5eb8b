import { checkDossier } from '../../src/core/check/check';
import type { Dossier } from '../../src/core/model';
import { filesOf, gazetteer } from '../geo/dossier';

/** The bundled dossier as it would be after an edit. */

type Feature = { readonly id: string; readonly properties: Record<string, unknown> };
type Collection = { features: Feature[] };

const places = gazetteer();

/** The bundled dossier with its features changed: each comes back as it is to be, several, or none. Throws where it has issues then. */
export function edited(change: (feature: Feature) => Feature | readonly Feature[] | null): Dossier {
  const files = filesOf('geo/syria-2024');
  for (const [name, text] of files) {
    if (!name.endsWith('.geojson')) continue;
    const collection = JSON.parse(text) as Collection;
    collection.features = collection.features.flatMap((feature) => change(feature) ?? []);
    files.set(name, JSON.stringify(collection));
  }
  const { dossier, issues } = checkDossier(files, places);
  if (!dossier || issues.length > 0) throw new Error(JSON.stringify(issues, null, 2));
  return dossier;
}

/** One feature changed in some of its properties. */
export const changing =
  (id: string, properties: Record<string, unknown>) =>
  (feature: Feature): Feature =>
    feature.id === id ? { ...feature, properties: { ...feature.properties, ...properties } } : feature;

/** One feature more, like another but in its id and some properties. */
export const adding =
  (like: string, id: string, properties: Record<string, unknown>) =>
  (feature: Feature): Feature | readonly Feature[] =>
    feature.id === like ? [feature, { ...feature, id, properties: { ...feature.properties, ...properties } }] : feature;
