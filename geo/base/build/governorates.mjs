/** Stage 2: Syria's governorates (Natural Earth, fitted to the outline of stage 1), and the areas whose status is disputed. */
import * as turf from '@turf/turf';
import { naturalEarth, unitsWhere } from './natural-earth.mjs';
import { collection, polygonFeatures, shape } from './shapes.mjs';

/** The Golan, the United Nations' zone beside it, and Northern Cyprus. */
export function disputedAreas(golan) {
  const outline = golan.features?.[0].geometry ?? golan.geometries[0];
  return [
    turf.feature(outline, { name: 'Golan Heights (Israeli-occupied)', name_ar: 'هضبة الجولان', kind: 'occupied' }),
    ...unitsWhere(isUndofZone, () => ({ name: 'UNDOF area of separation', name_ar: 'منطقة الفصل', kind: 'un zone' })),
    ...unitsWhere(
      (p) => p.adm0_a3 === 'CYN',
      () => ({ name: 'Northern Cyprus', name_ar: 'شمال قبرص', kind: 'unrecognised' }),
    ),
  ];
}

const isUndofZone = (p) => p.gu_a3 === 'SYU';

/** Names by ISO code, and the point of the label. */
const NAMES = new Map(
  naturalEarth
    .filter((feature) => feature.properties.adm0_a3 === 'SYR')
    .map(({ properties: p }) => {
      const names = { name: p.name_en, name_ar: p.name_ar.replace(/^محافظة /, ''), name_tr: p.name_tr };
      return [p.iso_3166_2, { ...names, at: [p.longitude, p.latitude] }];
    }),
);

/** One label for each governorate. The zone of the United Nations is Quneitra's and gets none. */
export function governorateLabels() {
  return [...NAMES.values()]
    .filter(({ name }) => name !== 'Western al-Samadania')
    .map(({ at, ...names }) => turf.point(at, { ...names, kind: 'governorate' }));
}

/** `admin1` areas with their names, and the `admin1lines` between them. */
export async function governorates(countries) {
  const areas = unitsWhere(
    (p) => p.adm0_a3 === 'SYR',
    (p) => (isUndofZone(p) ? { iso: 'SY-QU' } : { iso: p.iso_3166_2 }),
  );
  const { gov1, gap } = await shape(
    `-i gov.json -clean gap-fill-area=50km2 -dissolve iso -i syr.json
     -clip target=gov syr -o gov1.json target=gov format=geojson
     -erase target=syr gov -explode -o gap.json target=syr format=geojson`,
    { gov: collection(areas), syr: collection(countries.features.filter((feature) => feature.properties.a3 === 'SYR')) },
  );
  const { admin1, admin1lines } = await shape(
    '-i gov.json name=admin1 -dissolve iso -clean gap-fill-area=5km2 -innerlines + name=admin1lines -o target=* format=geojson',
    { gov: collection([...gov1.features, ...adopted(polygonFeatures(gap), gov1.features)]) },
  );
  for (const feature of admin1.features) {
    const { at: _, ...names } = NAMES.get(feature.properties.iso);
    Object.assign(feature.properties, names);
  }
  return { admin1, admin1lines };
}

/** Slivers along the coast join the governorate with which they share most points. */
function adopted(slivers, areas) {
  const owner = new Map();
  for (const area of areas) turf.coordEach(area, (point) => owner.set(point.join(), area.properties.iso));
  return slivers
    .map((sliver) => {
      const votes = {};
      turf.coordEach(sliver, (point) => {
        const iso = owner.get(point.join());
        if (iso) votes[iso] = (votes[iso] ?? 0) + 1;
      });
      const [winner] = Object.entries(votes).sort((a, b) => b[1] - a[1]);
      return turf.feature(sliver.geometry, { iso: winner?.[0] });
    })
    .filter((sliver) => sliver.properties.iso);
}
