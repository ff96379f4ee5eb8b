/** Stage 4: every populated place of the region, from GeoNames cities500. */
import { ARABIC_NAMES, DISPLAY_NAMES } from './names-table.mjs';
import { distinctNames } from './linked-places.mjs';

/** GeoNames' points lie within this of two other gazetteers' for every town of the articles. */
const PRECISION_M = 2000;
const VANISHED = new Set(['PPLQ', 'PPLW', 'PPLH']);

/** One row of cities500 as plain data: `name` and `nameAr` are the display names, `alternates` every other one. */
export function readRow(row) {
  const [id, original, ascii, alternateList, latitude, longitude, , code, country, , , , , , population] = row.split('\t');
  const alternates = alternateList.split(',').filter(Boolean);
  const name = DISPLAY_NAMES[id] ?? ascii.replace(/`/g, '’').replace(/^'|'$/g, '');
  const nameAr = ARABIC_NAMES[id] ?? arabicName(ascii, alternates);
  return { id: +id, original, name, nameAr, alternates, code, country, population: +population, point: [+longitude, +latitude] };
}

/** The shortest alternate in Arabic letters that agrees with the Latin name about the article; null where there is none. */
function arabicName(latin, alternates) {
  const arabic = alternates
    .filter((name) => /^[\u0621-\u063A\u0641-\u064A\u064B-\u0652 ]+$/.test(name) && !/^(مدينة|محافظة|بلدة|قضاء)/.test(name))
    .map((name) => name.replace(/[\u064B-\u0652]/g, ''));
  const wantsArticle = /^(a[a-z]{1,2}) /i.test(latin);
  const agrees = (name) => name.startsWith('ال') === wantsArticle;
  return arabic.sort((a, b) => agrees(b) - agrees(a) || a.length - b.length)[0] ?? null;
}

/** Rows as Linked Places, most populous first: that is the order in which a search lists them. */
export function gazetteerFeatures(rows) {
  return [...rows].sort((a, b) => b.population - a.population || a.id - b.id).map(linkedPlace);
}

function linkedPlace({ id, original, name, nameAr, alternates, code, country, population, point }) {
  const spellings = [original, ...alternates.filter((spelling) => !isNoise(spelling))];
  const names = [
    { toponym: name, lang: 'en' },
    ...(nameAr ? [{ toponym: nameAr, lang: 'ar' }] : []),
    ...spellings.map((toponym) => ({ toponym })),
  ];
  return {
    type: 'Feature',
    '@id': `https://sws.geonames.org/${id}/`,
    properties: {
      id: `gn-${id}`,
      title: name,
      ccodes: [country],
      fclasses: ['P'],
      kind: kindOf(code, population),
      precisionM: PRECISION_M,
      coordinatesFrom: 'GeoNames',
      ...(population > 0 && { population }),
    },
    geometry: { type: 'Point', coordinates: point },
    names: distinctNames(names),
    links: [{ type: 'exactMatch', identifier: `gn:${id}` }],
  };
}

/** GeoNames lists a town's province and machine transliterations (all lower case) among its names: neither is a spelling of it. */
function isNoise(name) {
  return /^[a-z0-9 '`ʾʿ-]+$/.test(name) || /^(محافظة|قضاء|منطقة) /.test(name);
}

function kindOf(code, population) {
  if (code === 'PPLX') return 'area';
  if (VANISHED.has(code)) return 'village';
  if (code === 'PPLC' || code === 'PPLA' || population >= 100_000) return 'city';
  return population >= 5000 || code === 'PPLA2' ? 'town' : 'village';
}
