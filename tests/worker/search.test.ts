import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gazetteerOf, readGazetteer, readingGazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Place } from '../../src/core/model';
import { pieceOf } from '../../src/core/lists/text-map';
import { Finder, type SearchWorkerLike } from '../../src/ui/search/finder';
import type { Question, Reach } from '../../src/ui/search/search-messages';
import { SearchWork } from '../../src/ui/search/search-work';

const levant = readFileSync('geo/gazetteer/levant.geojson', 'utf8');
const tick = () => new Promise((done) => setImmediate(done));

/** Places called “Place 0”, “Place 1”, …, in pieces of 500. */
function placesTo(count: number, from = 0) {
  const [sample] = readGazetteer(readFileSync('geo/gazetteer/places.geojson', 'utf8'), 'places.geojson').places as [Place];
  const places = Array.from({ length: count - from }, (_, i) => {
    const title = `Place ${from + i}`;
    return { ...sample, id: `place-${from + i}`, title, titleAr: null, spellings: [title], geonames: null };
  });
  return Array.from({ length: Math.ceil(places.length / 500) }, (_, i) => pieceOf(places.slice(i * 500, i * 500 + 500)));
}

/** A search whose worker is in this thread; messages are cloned, and counted by kind. */
function searching(fetch: (address: string) => Promise<string | null>) {
  const asked: Question['kind'][] = [];
  const heard: Reach[] = [];
  const worker: SearchWorkerLike = { onmessage: null, onerror: null, postMessage, terminate: () => {} };
  const work = new SearchWork({
    post: (answer) => {
      const data = structuredClone(answer);
      setImmediate(() => (worker.onmessage as ((event: { data: unknown }) => void) | null)?.({ data }));
    },
    turn: async () => void (await tick()),
    fetch,
  });
  function postMessage(question: unknown): void {
    const data = structuredClone(question) as Question;
    asked.push(data.kind);
    setImmediate(() => work.take(data));
  }
  const finder = new Finder('levant', (reach) => void heard.push(reach), worker);
  const named = async (name: string) => (await finder.find(name, 8)).map(({ place }) => place.id);
  return { finder, named, asked, heard };
}

const never = () => new Promise<null>(() => {});

test('a place of the dossier’s own is found without waiting for the wider gazetteer', async () => {
  const { finder, named, heard } = searching(never);
  finder.hand(placesTo(10_000));
  expect(await named('Place 9876')).toEqual(['place-9876']);
  expect(heard).toEqual(['own']);
});

test('what is read after the search has begun is found too, and nothing is handed over twice', async () => {
  const { finder, named, asked } = searching(never);
  const some = placesTo(1000);
  finder.hand(some);
  expect(await named('Place 1234')).not.toContain('place-1234');
  const all = [...some, ...placesTo(3000, 1000)];
  // as often as a dossier that is being read shows more of itself
  for (let count = 3; count <= all.length; count++) finder.hand(all.slice(0, count));
  await expect.poll(() => named('Place 2987')).toEqual(['place-2987']);
  expect(asked.filter((kind) => kind === 'places')).toHaveLength(all.length);
  expect(asked.filter((kind) => kind === 'gazetteer')).toHaveLength(1);
});

test('while the wider gazetteer is read, names are answered; then its places are found behind the dossier’s own', async () => {
  const { finder, named, heard } = searching(async () => levant);
  finder.hand(placesTo(500));
  expect(await named('Place 77')).toContain('place-77');
  expect(heard).toEqual(['own']);
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['own', 'wider']);
  expect(await named('Salamiyah')).not.toEqual([]);
  expect(await named('Place 77')).toContain('place-77');
});

test('a wider gazetteer that does not arrive is said, and the dossier’s own places are found', async () => {
  const { finder, named, heard } = searching(async () => null);
  finder.hand(placesTo(500));
  await expect.poll(() => heard).toEqual(['own', 'failed']);
  expect(await named('Place 77')).toContain('place-77');
});

test('read in parts, a gazetteer is the same', () => {
  const reading = readingGazetteer(levant, 'levant.geojson');
  let stops = 0;
  let step = reading.next();
  for (; !step.done; step = reading.next()) stops++;
  expect(stops).toBeGreaterThan(10);
  expect(gazetteerOf(step.value.places).places.size).toBe(gazetteerOf(readGazetteer(levant, 'levant.geojson').places).places.size);
});
