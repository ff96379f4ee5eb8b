import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../src/core/doubt';
import { gazetteerOf, readGazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Claim, Dossier } from '../../src/core/model';
import { basemap } from '../geo/basemap';
import { syria } from '../geo/dossier';

const dossier = syria();
const gazetteer = gazetteerOf(readGazetteer(readFileSync('geo/gazetteer/levant.geojson', 'utf8'), 'levant').places);
const roads = basemap.parts.roads.features;
const report = {
  source: 'hezbollah-stands-firm',
  mode: 'asserts',
  anchor: { paragraph: 1, start: 0, end: 1, sha256: '0'.repeat(64) },
} as const;
const rest = { geometry: null, recorded: '2024-12-10', summary: 'A claim.', reports: [report] } as const;
const control = (id: string, place: string, happened: string, more: object = {}) =>
  ({ ...rest, id, kind: 'control', place, holder: 'hts-led', says: 'took', extent: 'held', happened, ...more }) as unknown as Claim;
const figure = (id: string, asOf: string, people: number, more: object = {}) =>
  ({
    ...rest,
    id,
    kind: 'displacement',
    displacement: 'figure',
    area: 'homs',
    amount: { min: people, max: people, words: String(people) },
    counts: 'people',
    measure: 'cumulative',
    happened: asOf,
    asOf,
    ...more,
  }) as unknown as Claim;
const doubts = (...claims: Claim[]) => doubtsOf({ ...dossier, claims: claims as unknown as Dossier['claims'] }, roads, gazetteer);

test('in the first dossier Homs is reported taken before the towns on the road to it', () => {
  expect(doubtsOf(dossier, roads, gazetteer)).toEqual([
    {
      code: 'passed-by',
      claims: ['homs-taken', 'hama-taken', 'rastan-claimed', 'talbisa-claimed'],
      why: 'Homs is said to be taken on 2024-12-05, and Talbisa, Rastan and Hama, on the road M5 to it from Aleppo, perhaps only later: [2024-12-05..2024-12-06].',
    },
  ]);
});

describe('a town on a road', () => {
  const hama = control('hama', 'hama', '2024-12-04');
  const homs = control('homs', 'homs', '2024-12-05');
  test.each([
    ['before the one on the way', ['passed-by'], control('rastan', 'rastan', '2024-12-06')],
    ['after it', [], control('rastan', 'rastan', '2024-12-04')],
    ['on the same day', [], control('rastan', 'rastan', '2024-12-05')],
    ['and the one on the way by the other side', [], control('rastan', 'rastan', '2024-12-06', { holder: 'government' })],
    ['and the one on the way only entered', [], control('rastan', 'rastan', '2024-12-06', { extent: 'entered' })],
    ['by a claim that was withdrawn', [], control('rastan', 'rastan', '2024-12-06', { withdrawn: { on: '2024-12-07', reason: 'wrong' } })],
  ] as const)('reported taken %s gives %j', (_, codes, rastan) => {
    expect(doubts(hama, homs, rastan).map(({ code }) => code)).toEqual(codes);
  });
});

test('what happened after its source was published is doubtful, unless it speaks of the future', () => {
  expect(doubts(control('late', 'homs', '2024-12-20'))).toEqual([
    {
      code: 'after-publication',
      claims: ['late'],
      why: 'It is said to be of 2024-12-20, and hezbollah-stands-firm, which says so, was published on 2024-12-06.',
    },
  ]);
  expect(doubts(control('planned', 'homs', '2024-12-20', { reports: [{ ...report, mode: 'intends' }] }))).toEqual([]);
  expect(doubts(control('same-day', 'homs', '2024-12-06'))).toEqual([]);
});

test('a cumulative figure that falls is doubtful; a stock may fall, and so may another series', () => {
  const [first, second] = [figure('a', '2024-12-04', 500), figure('b', '2024-12-05', 300)];
  expect(doubts(first, second)).toEqual([
    {
      code: 'falling-figure',
      claims: ['a', 'b'],
      why: 'It is said to be cumulative, and falls from 500 (2024-12-04) to 300 (2024-12-05).',
    },
  ]);
  expect(doubts(first, figure('b', '2024-12-05', 600))).toEqual([]);
  expect(doubts(first, figure('b', '2024-12-05', 300, { who: 'families' }))).toEqual([]);
  expect(doubts(figure('a', '2024-12-04', 500, { measure: 'stock' }), figure('b', '2024-12-05', 300, { measure: 'stock' }))).toEqual([]);
});

test('a town with a namesake is doubtful where neither is much larger', () => {
  const towns = [...gazetteer.places.values()].filter(
    ({ featureClass, population, point }) => featureClass === 'P' && point && population === null,
  );
  const place = towns.find(({ title }) => towns.filter((other) => other.title === title).length > 1)!;
  const places = new Map([...dossier.places, [place.id, place] as const]);
  const claims = [control('there', place.id, '2024-12-05')] as unknown as Dossier['claims'];
  expect(doubtsOf({ ...dossier, places, claims }, roads, gazetteer)).toEqual([
    expect.objectContaining({ code: 'namesake', claims: ['there'] }),
  ]);
});
