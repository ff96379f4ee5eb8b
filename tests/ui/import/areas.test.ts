import { expect, test } from 'vitest';
import { broughtIn } from '../../../src/ui/import/brought-in';
import { files, importing } from './import-in-node';

/** A file of areas is brought in like a table, a day at a time. */

/** Two areas that meet at a latitude. */
function areas(latitude: number, northern: object, southern: object): string {
  const square = (properties: object, south: number, north: number) => {
    const ring = [
      [35.5, south],
      [39, south],
      [39, north],
      [35.5, north],
      [35.5, south],
    ];
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  return JSON.stringify({ type: 'FeatureCollection', features: [square(northern, latitude, 37.2), square(southern, 32, latitude)] });
}
const [hts, army] = [{ holder: 'HTS' }, { holder: 'Syrian Government' }];
const about = { publisher: 'Archive A', published: '2024-12-10' };
const claimsOf = async ({ files: made }: { readonly files: ReadonlyMap<string, Blob> }) =>
  (await made.get('claims.csv')!.text()).split('\r\n');

test('what it does not say is asked for; the towns become rows, and of the next day what changed', async () => {
  const work = importing('map.geojson', areas(35.5, hts, army));
  const asked = await work.shown({});
  expect(asked).toMatchObject({ isOfAreas: true, outcome: { read: 0, asks: [{ about: 'day' }, { about: 'publisher' }] } });
  expect(asked.files.size).toBe(0);
  const first = await work.shown({ about, day: '2024-12-04' });
  expect(first.outcome).toMatchObject({ asks: [], rejects: [{ rows: expect.any(Number) as number }] });
  expect(first.outcome.accepted + first.outcome.rejected).toBe(first.outcome.read);
  expect(await claimsOf(first)).toContainEqual(expect.stringMatching(/Syrian Government holds Hama.*archive-a-2024-12-04/));

  const all = new Map([...broughtIn(files, first.files)].filter(([path]) => !path.includes('/')));
  const next = await importing('2024-12-05.geojson', areas(35, hts, army), [], all).shown({ about });
  expect(next.outcome.accepted).toBeGreaterThan(0);
  expect(await claimsOf(next)).toContainEqual(expect.stringMatching(/HTS took Hama.*archive-a-2024-12-05/));
});

test('the larger gazetteer is asked where that is wanted', async () => {
  const work = importing('2024-12-04.geojson', areas(35.5, hts, army));
  const [near, wide] = [await work.shown({ about }), await work.shown({ about, wide: true })];
  expect(wide.outcome.read).toBeGreaterThan(10 * near.outcome.read);
});

test('whose an area of a colour is has to be said, by a party of the dossier or by a new one', async () => {
  const work = importing('2024-12-04.geojson', areas(35.5, { fill: '#f00' }, { fill: '#00f' }));
  expect((await work.shown({ about })).outcome.asks).toMatchObject([
    { about: 'holder', words: '#f00' },
    { about: 'holder', words: '#00f' },
  ]);
  const shown = await work.shown({ about, chosen: [['#f00', 'local-council'], ['#00f', 'government']] }); // prettier-ignore
  expect(shown.outcome.added.parties).toMatchObject([{ id: 'local-council', name: 'Local Council' }]);
  expect((await claimsOf(shown)).join('\n')).toMatch(/Syrian Government holds Hama/);
});

test('areas that lie elsewhere with latitude and longitude swapped are refused in words', async () => {
  // around Raqqa, and in the middle of Turkey as it stands
  const ring = [[35.5, 38.5], [36.2, 38.5], [36.2, 39.5], [35.5, 39.5], [35.5, 38.5]]; // prettier-ignore
  const area = { type: 'Feature', properties: hts, geometry: { type: 'Polygon', coordinates: [ring] } };
  const work = importing('2024-12-04.geojson', JSON.stringify({ type: 'FeatureCollection', features: [area] }));
  work.say({ about });
  expect(await work.until(({ type }) => type === 'refused')).toMatchObject({
    refusal: { is: 'failed', why: expect.stringContaining('swapped') as string },
  });
});
