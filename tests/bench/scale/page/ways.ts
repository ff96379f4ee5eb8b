import type { MakeWay } from './way';

/** The ways by name; the code of each is loaded only on its own page. */
export const ways: Readonly<Record<string, () => Promise<MakeWay>>> = {
  'own-points': () => import('./own').then((module) => module.ownPoints),
  'own-places': () => import('./own').then((module) => module.ownPlaces),
  'set-filter': () => import('./set-filter').then((module) => module.setFilter),
  'feature-state': () => import('./feature-state').then((module) => module.featureState),
  'own-flows': () => import('./own-flows').then((module) => module.ownFlows),
  'feature-state-places': () => import('./feature-state-places').then((module) => module.featureStatePlaces),
  flowmap: () => import('./flowmap').then((module) => module.flowmap),
  deck: () => import('./deck').then((module) => module.deck),
};
