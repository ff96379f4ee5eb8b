import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, gazetteerOf, readGazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Place } from '../../src/core/model';

interface Sketch {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind?: string;
  readonly fclass?: string;
  readonly geonames?: number;
  readonly geometry?: unknown;
  readonly point?: unknown;
}

function feature({ id, names, kind = 'town', fclass = 'P', geonames, geometry = { type: 'Point', coordinates: [36, 35] }, point }: Sketch) {
  return {
    type: 'Feature',
    '@id': `#${id}`,
    properties: { id, title: names[0], ccodes: ['SY'], fclasses: [fclass], kind, precisionM: 1000, coordinatesFrom: 'a test', point },
    geometry,
    names: names.map((toponym) => ({ toponym, lang: /[a-z]/i.test(toponym) ? 'en' : 'ar' })),
    ...(geonames && { links: [{ type: 'exactMatch', identifier: `gn:${geonames}` }] }),
  };
}

const collection = (features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const read = (...sketches: readonly Sketch[]) => readGazetteer(collection(sketches.map(feature)), 'places.geojson');
const gazetteer = (...sketches: readonly Sketch[]) => gazetteerOf(read(...sketches).places);
const ids = (places: readonly { readonly place: Place }[]) => places.map(({ place }) => place.id);

describe('reading a gazetteer', () => {
  test('gives a frozen place with all its names', () => {
    const { places, issues } = read({ id: 'hama', names: ['Hama', 'حماة', 'Hamah'], geonames: 170017 });
    expect(issues).toEqual([]);
    expect(places).toEqual([
      {
        ...{
          id: 'hama',
          title: 'Hama',
          titleAr: 'حماة',
          spellings: ['Hama', 'حماة', 'Hamah'],
          featureClass: 'P',
          kind: 'town',
          countries: ['SY'],
        },
        ...{ geometry: { type: 'Point', coordinates: [36, 35] }, point: [36, 35], precisionM: 1000, population: null, geonames: 170017 },
        ...{ pcode: null, sensitive: false },
      },
    ]);
    expect([places[0], places[0]!.spellings, places[0]!.geometry].every(Object.isFrozen)).toBe(true);
  });

  test('places the mark of a line half-way, of an outline inside, and of either where the file says', () => {
    const line = { type: 'LineString', coordinates: [[36, 35], [36, 36], [36, 37]] }; // prettier-ignore
    const ell = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 1], [1, 1], [1, 4], [0, 4], [0, 0]]] }; // prettier-ignore
    const [road, area, said] = read(
      { id: 'road', names: ['Road'], geometry: line },
      { id: 'area', names: ['Area'], geometry: ell },
      { id: 'said', names: ['Said'], geometry: ell, point: [0.5, 3] },
    ).places;
    expect(road!.point![1]).toBeCloseTo(36, 2);
    expect(area!.point![0] < 1.001 || area!.point![1] < 1.001).toBe(true);
    expect(said!.point).toEqual([0.5, 3]);
  });

  test('gives a sensitive place only to a tenth of a degree', () => {
    const ring = [[36.07, 35.12], [36.09, 35.12], [36.09, 35.14], [36.07, 35.12]]; // prettier-ignore
    const sketch = (id: string, geometry: unknown, precisionM: number) => {
      const place = feature({ id, names: [id], geometry });
      return { ...place, properties: { ...place.properties, precisionM, sensitive: true } };
    };
    const sketches = [
      sketch('camp', { type: 'Point', coordinates: [36.07, 35.12] }, 50),
      sketch('site', { type: 'Polygon', coordinates: [ring] }, 30_000),
    ];
    const point = [36.1, 35.1];
    expect(readGazetteer(collection(sketches), 'f').places).toMatchObject([
      { point, geometry: { type: 'Point', coordinates: point }, precisionM: 10_000, sensitive: true },
      { point, geometry: { type: 'Point', coordinates: point }, precisionM: 30_000, sensitive: true },
    ]);
    expect(readGazetteer(collection([sketch('lost', null, 50)]), 'f').places).toMatchObject([{ point: null, geometry: null }]);
  });

  test('keeps a place without coordinates', () => {
    expect(read({ id: 'lost', names: ['Lost'], geometry: null }).places).toMatchObject([{ geometry: null, point: null }]);
  });

  test.each([
    ['no JSON', '{', '', null],
    ['no collection', '{"type":"Feature"}', '', null],
    ['no geometry', collection([{ ...feature({ id: 'a', names: ['A'] }), geometry: undefined }]), '/features/0/geometry', 'a'],
    [
      'a geometry of no type',
      collection([feature({ id: 'a', names: ['A'], geometry: { type: '__proto__' } })]),
      '/features/0/geometry/type',
      'a',
    ],
    [
      'latitude and longitude swapped',
      collection([feature({ id: 'a', names: ['A'], geometry: { type: 'Point', coordinates: [36, 135] } })]),
      '/features/0/geometry/coordinates',
      'a',
    ],
    ['an unknown kind', collection([feature({ id: 'a', names: ['A'], kind: 'moon' })]), '/features/0/properties/kind', 'a'],
    ['no names', collection([{ ...feature({ id: 'a', names: ['A'] }), names: [] }]), '/features/0/names', 'a'],
    [
      'a mark that stands nowhere',
      collection([feature({ id: 'a', names: ['A'], point: [200, 0] })]),
      '/features/0/properties/point/0',
      'a',
    ],
    ['an id twice', collection([feature({ id: 'a', names: ['A'] }), feature({ id: 'a', names: ['B'] })]), '/features/1/properties/id', 'a'],
    ['something that is no feature', collection([null]), '/features/0', null],
  ])('says where it found %s', (_, text, at, id) => {
    const { issues } = readGazetteer(text, 'places.geojson');
    expect(issues).toMatchObject([{ file: 'places.geojson', at, id }]);
    for (const issue of issues) expect([issue.code, issue.found, issue.expected, issue.mend]).not.toContain('');
  });

  test('never throws, and leaves out only what is at fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const good = feature({ id: 'good', names: ['Good'] });
        expect(readGazetteer(JSON.stringify(value), 'f').places).toEqual([]);
        const { places, issues } = readGazetteer(collection([value, good]), 'f');
        expect(places.map(({ id }) => id)).toEqual(['good']);
        expect(issues.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('finding a place', () => {
  const homs = gazetteer(
    { id: 'homsiyah', names: ['Homsiyah'], kind: 'village' },
    { id: 'homs', names: ['Homs', 'حمص'] },
    { id: 'homs-governorate', names: ['Homs Governorate', 'Homs', 'محافظة حمص', 'حمص'], kind: 'governorate', fclass: 'A' },
    { id: 'hums', names: ['Humsa'], kind: 'village' },
  );

  test('gives every place that an ambiguous name may mean, with its class', () => {
    const both = find(homs, 'Homs').filter(({ match }) => match === 'exact');
    expect(both.map(({ place, spelling }) => [place.id, place.featureClass, spelling])).toEqual([
      ['homs', 'P', 'Homs'],
      ['homs-governorate', 'A', 'Homs'],
    ]);
  });

  test('puts the same text before the same name, and that before a beginning', () => {
    expect(find(homs, 'HOMS').map(({ place, match }) => [place.id, match])).toEqual([
      ['homs', 'folded'],
      ['homs-governorate', 'folded'],
      ['homsiyah', 'prefix'],
    ]);
    expect(find(homs, 'Homs Gov')).toMatchObject([{ place: { id: 'homs-governorate' }, match: 'prefix' }]);
  });

  test('looks for slips only where no name is the same', () => {
    expect(find(homs, 'Hums')).toMatchObject([{ match: 'prefix' }, { match: 'fuzzy' }, { match: 'fuzzy' }]);
    expect(ids(find(homs, 'Humsa'))).toEqual(['hums']);
    expect(find(homs, 'Xyz')).toEqual([]);
  });

  test('finds nothing for a name without letters', () => {
    expect([find(homs, ''), find(homs, ' — ')]).toEqual([[], []]);
  });

  test('does not take “of the place” for the place', () => {
    const golan = gazetteer({ id: 'golan', names: ['Golan', 'Jaulan', 'الجولان'], kind: 'region', fclass: 'L' });
    expect(ids(find(golan, 'Golan'))).toEqual(['golan']);
    expect(ids(find(golan, 'Golam'))).toEqual(['golan']);
    for (const person of ['al-Golani', 'Golani', 'al-Jolani', 'al-Jaulani', 'al-Julani', 'الجولاني', 'جولاني'])
      expect(find(golan, person), person).toEqual([]);
  });

  test('makes one place of two entries with one GeoNames id: the first, with the spellings of both', () => {
    const both = gazetteer(
      { id: 'talbisa', names: ['Talbisa'], geonames: 163779 },
      { id: 'gn-163779', names: ['Tallbīsah'], geonames: 163779 },
    );
    expect([...both.places.keys()]).toEqual(['talbisa']);
    expect(both.places.get('talbisa')).toMatchObject({ title: 'Talbisa', spellings: ['Talbisa', 'Tallbīsah'] });
    expect(find(both, 'Tallbisah')).toMatchObject([{ place: { id: 'talbisa' }, match: 'folded' }]);
  });

  test('lists equal matches in the order of the gazetteer', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
    fc.assert(
      fc.property(names, (order) => {
        const named = gazetteer(...order.map((id) => ({ id, names: ['Kafr'] })));
        expect(ids(find(named, 'kafr'))).toEqual(order);
      }),
    );
  });
});
