/**
 * The dossier's gazetteer, geo/gazetteer/places.geojson: the table by hand, with towns' coordinates from the larger
 * gazetteer and outlines and roads from the basemap. Reads the committed files alone:  node geo/base/build/places.mjs
 */
import fs from 'node:fs';
import { feature } from 'topojson-client';
import { distinctNames, linkedPlacesText } from './linked-places.mjs';
import { COUNTRIES, FAR_CITIES, GAZA, GOLAN, GOVERNORATES, RASTAN_BRIDGE, REGIONS, ROADS, TOWNS } from './places-table.mjs';
import { decodeArcs, simplifyArcs } from './simplify.mjs';

const GEO = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(fs.readFileSync(new URL(path, GEO), 'utf8'));
const towns = new Map(read('gazetteer/levant.geojson').features.map((place) => [place.properties.id, place]));
const topology = decodeArcs(read('base/levant.topo.json'));
/** In degrees, chosen so that no outline crosses itself; the tests look. */
const fine = simplifyArcs(topology, 0.012);

/** Geometries of the basemap layer whose properties pass the test. */
function outlines(from, layer, test) {
  return feature(from, from.objects[layer])
    .features.filter((f) => test(f.properties))
    .map((f) => f.geometry);
}

const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

/** To three decimals, about 100 m, without points that fall together. */
function rounded(line) {
  const points = line.map(([x, y]) => [+x.toFixed(3), +y.toFixed(3)]);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}

/** The ring as RFC 7946 wants an outer one: counter-clockwise. */
function counterClockwise(ring) {
  const doubleArea = ring.slice(1).reduce((sum, [x, y], i) => sum + (x - ring[i][0]) * (y + ring[i][1]), 0);
  return doubleArea > 0 ? [...ring].reverse() : ring;
}

/** One polygon of outer rings, without the islets whose box is smaller than about 10 km. */
function outline(geometries) {
  const rings = geometries.flatMap(polygonsOf).map(([outer]) => counterClockwise(rounded(outer)));
  const large = rings.filter((ring) => ring.length > 3 && extent(ring) > 0.1);
  return large.length === 1 ? { type: 'Polygon', coordinates: large } : { type: 'MultiPolygon', coordinates: large.map((ring) => [ring]) };
}

function extent(ring) {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** What every place has in common; `from` says in words where its coordinates come from. */
function place({
  id,
  title,
  arabic,
  countries,
  fclass,
  kind,
  precisionM,
  from,
  population,
  pcode,
  point,
  geometry,
  geonames,
  articles = [],
  also = [],
}) {
  const isPoint = geometry.type === 'Point';
  const names = [
    { toponym: title, lang: 'en' },
    { toponym: arabic, lang: 'ar' },
    ...articles.map((toponym) => ({ toponym, lang: 'en', citations: [{ label: 'As the articles spell it' }] })),
    ...also.map((toponym) => ({ toponym, lang: /[\u0600-\u06ff]/.test(toponym) ? 'ar' : 'en' })),
  ];
  return {
    type: 'Feature',
    '@id': geonames ? `https://sws.geonames.org/${geonames}/` : `#${id}`,
    properties: {
      id,
      title,
      ccodes: countries,
      fclasses: [fclass],
      kind,
      precisionM,
      coordinatesFrom: from,
      ...(population && { population }),
      ...(pcode && { pcode }),
      ...(!isPoint && point && { point }),
    },
    geometry,
    names: merged(names),
    ...(geonames && { links: [{ type: 'exactMatch', identifier: `gn:${geonames}` }] }),
  };
}

/** Display names first, then the others; a spelling that the articles use keeps its citation. */
function merged(names) {
  const cited = new Map(names.filter((name) => name.citations).map((name) => [name.toponym, name.citations]));
  return distinctNames(names).map((name) => (cited.has(name.toponym) ? { ...name, citations: cited.get(name.toponym) } : name));
}

const pointAt = (coordinates, certainty) => ({ type: 'Point', coordinates, ...(certainty && { certainty }) });

function townPlace({ id, geonames, title, articles, also }) {
  const { properties, geometry, names } = towns.get(`gn-${geonames}`);
  return place({
    ...{ id, geonames, articles, also, geometry, fclass: 'P', from: `GeoNames ${geonames}` },
    title: title ?? properties.title,
    arabic: names.find((name) => name.lang === 'ar').toponym,
    countries: properties.ccodes,
    kind: properties.kind,
    precisionM: properties.precisionM,
    population: properties.population,
  });
}

function farCityPlace({ country, point, ...row }) {
  return place({
    ...row,
    countries: [country],
    fclass: 'P',
    kind: 'city',
    precisionM: 5000,
    geometry: pointAt(point),
    from: `GeoNames ${row.geonames}`,
  });
}

function governoratePlace({ iso, ...row }) {
  const geometry = outline(outlines(fine, 'admin1', (p) => p.iso === iso));
  const from = 'Outline of the basemap: Natural Earth fitted to OpenStreetMap’s national border, simplified to about 1 km.';
  const precisionM = ['SY-HI', 'SY-RD'].includes(iso) ? 50_000 : 5000;
  return place({ ...row, countries: ['SY'], fclass: 'A', kind: 'governorate', precisionM, geometry, from });
}

function countryPlace({ code, outline: a3, from, precisionM, tolerance = 0.028, articles = [], ...row }) {
  const drawn = a3 && outline(outlines(simplifyArcs(topology, tolerance), 'countries', (p) => p.a3 === a3));
  return place({
    ...row,
    articles: [row.title, ...articles],
    countries: [code],
    fclass: 'A',
    kind: 'country',
    geometry: drawn ?? pointAt(row.point, 'uncertain'),
    from:
      from ??
      (drawn
        ? 'The basemap’s outline (OpenStreetMap), simplified to about 3 km.'
        : 'The capital’s point (GeoNames) stands for the country.'),
    precisionM: precisionM ?? 5000,
  });
}

function regionPlace({ why, point, ...row }) {
  return place({ ...row, geometry: pointAt(point, 'uncertain'), from: why });
}

function roadPlace({ ref, ...row }) {
  const lines = outlines(simplifyArcs(topology, 0.004), 'roads', (p) => p.ref === ref).map((geometry) => rounded(geometry.coordinates));
  const from = `Schematic curve of the basemap through GeoNames towns, up to ${row.precisionM / 1000} km from the road: no event is placed by it.`;
  return place({ ...row, countries: ['SY'], fclass: 'R', kind: 'road', geometry: { type: 'MultiLineString', coordinates: lines }, from });
}

const golan = place({
  ...GOLAN,
  ...{ countries: ['SY'], fclass: 'L', kind: 'region', precisionM: 2000 },
  geometry: outline(outlines(fine, 'disputed', (p) => p.kind === 'occupied')),
  from: 'Outline of the basemap: what OpenStreetMap gives to Israel east of the line of 4 June 1967; in Syria by United Nations usage, occupied by Israel.',
});
const gaza = place({
  ...GAZA,
  ...{ countries: ['PS'], fclass: 'A', kind: 'region', precisionM: 2000 },
  geometry: outline(
    outlines(fine, 'countries', (p) => p.a3 === 'PSE')
      .flatMap(polygonsOf)
      .filter(([[[x]]]) => x < 34.7)
      .map((coordinates) => ({ type: 'Polygon', coordinates })),
  ),
  from: 'The basemap’s outline (OpenStreetMap), simplified to about 1 km.',
});
const bridge = place({
  ...RASTAN_BRIDGE,
  ...{ countries: ['SY'], fclass: 'S', kind: 'bridge', precisionM: 500, geometry: pointAt(RASTAN_BRIDGE.point) },
  from: 'Where the M5 crosses the Orontes, 0.8 km north-east of the town’s point; checked against independent gazetteers.',
});

// a town stands before the province that shares its name: that is the order in which a search lists them
const features = [
  ...TOWNS.map(townPlace),
  ...GOVERNORATES.map(governoratePlace),
  ...[golan, bridge],
  ...ROADS.map(roadPlace),
  ...REGIONS.map(regionPlace),
  ...COUNTRIES.map(countryPlace),
  gaza,
  ...FAR_CITIES.map(farCityPlace),
];
fs.writeFileSync(new URL('gazetteer/places.geojson', GEO), linkedPlacesText(features));
console.log(`${features.length} places`);
