import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readAreas } from '../../../src/formats/rows/area-files';

const RING = [
  [36, 34],
  [37, 34],
  [37, 35],
  [36, 34],
];
const file = (...geometries: unknown[]) =>
  strToU8(
    JSON.stringify({
      type: 'FeatureCollection',
      features: geometries.map((geometry, i) => ({ type: 'Feature', properties: { holder: 'HTS', tags: ['a'], n: i }, geometry })),
    }),
  );
const polygon = { type: 'Polygon', coordinates: [RING] };

test('polygons of every kind of geometry are areas, with what is said of them as texts', () => {
  const all = [
    polygon,
    { type: 'MultiPolygon', coordinates: [[RING], [RING]] },
    {
      type: 'GeometryCollection',
      geometries: [polygon, { type: 'Point', coordinates: [1, 2] }, { type: 'GeometryCollection', geometries: [polygon] }],
    },
    { type: 'Point', coordinates: [36, 34] },
    null,
  ];
  const read = readAreas(file(...all))!;
  expect(read.areas.map(({ number, ground }) => [number, ground.coordinates.length])).toEqual([
    [1, 1],
    [2, 2],
    [3, 2],
  ]);
  expect(read.others).toBe(2);
  expect([...read.areas[1]!.properties]).toEqual([
    ['holder', 'HTS'],
    ['n', '1'],
  ]);
});

test('KML has its holes and its multi-geometries', () => {
  const [outer, inner] = [RING, RING].map((ring) => `<LinearRing><coordinates>${ring.join(' ')}</coordinates></LinearRing>`);
  const one = `<Polygon><innerBoundaryIs>${inner!}</innerBoundaryIs><outerBoundaryIs>${outer!}</outerBoundaryIs></Polygon>`;
  const read = readAreas(strToU8(`<kml><Placemark><name>HTS</name><MultiGeometry>${one}${one}</MultiGeometry></Placemark></kml>`))!;
  expect(read.areas[0]!.ground.coordinates).toEqual([
    [RING, RING],
    [RING, RING],
  ]);
});

test('a file whose features are mostly no areas is a table', () => {
  expect(readAreas(file(polygon, { type: 'Point', coordinates: [36, 34] }))).toBeNull();
  expect(readAreas(strToU8('{"events":[]}'))).toBeNull();
});

const shifted = (lng: number, lat: number) => ({ type: 'Polygon', coordinates: [[[lng, lat], ...RING.slice(1)]] });
test.each([
  ['swapped', shifted(34, 100), /area 1 has a corner at 34, 100, .*look swapped/],
  ['in metres', shifted(4082000, 4120000), /no longitude and latitude$/],
  ['a text', shifted('x' as unknown as number, 1), /no longitude and latitude/],
  ['an outline of two corners', { type: 'Polygon', coordinates: [RING.slice(0, 2)] }, /fewer than three corners/],
  ['no outline', { type: 'Polygon', coordinates: [] }, /without an outline/],
  ['nothing', { type: 'Polygon' }, /without an outline/],
])('coordinates that are %s are refused, for an area that is left out would change what is said of its places', (_, geometry, why) => {
  expect(() => readAreas(file(geometry))).toThrow(why);
});

test('another system of coordinates is refused', () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
  const text = JSON.stringify({ type: 'FeatureCollection', crs, features: [{ type: 'Feature', properties: {}, geometry: polygon }] });
  expect(() => readAreas(strToU8(text))).toThrow(/save it in WGS 84/);
});
