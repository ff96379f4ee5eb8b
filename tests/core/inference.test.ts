import { area, booleanPointInPolygon, distance } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { inferredAreas, REACH_KM, shareOf } from '../../src/core/inference';
import type { Claim, Dossier } from '../../src/core/model';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { claimsOf } from './claims-of';
import { dossierOf, holds, placeOf, took, ZONE } from './fixture';

const country: Polygon = {
  type: 'Polygon',
  coordinates: [[[36, 34], [38, 34], [38, 36], [36, 36], [36, 34]]], // prettier-ignore
};

type Town = readonly [id: string, lng: number, lat: number];

function areasOf(towns: readonly Town[], claims: readonly Claim[], ground: Polygon | MultiPolygon = country) {
  const base = dossierOf([]);
  const places = towns.map(([id, lng, lat]) => [id, { ...placeOf(id), point: [lng, lat] as const }] as const);
  const dossier: Dossier = { ...base, places: new Map(places), claims: claimsOf(claims, base) };
  return inferredAreas(situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-06', ZONE)), ground);
}
const held = (place: string, holder = 'gov') => holds(holder, '2024-12-01', ['paper5'], { place });

describe('inferred ground', () => {
  test('reaches as far as the rule says, and no farther', () => {
    const [found] = areasOf([['homs', 37, 35]], [held('homs')]);
    expect([found?.place, found?.holders]).toEqual(['homs', ['gov']]);
    const away = found!.ground.coordinates[0]![0]!.map((corner) => distance(corner, [37, 35]));
    expect(Math.max(...away)).toBeLessThan(REACH_KM * 1.01);
    expect(Math.min(...away)).toBeGreaterThan(REACH_KM * 0.99);
    expect(shareOf([found!], country)).toBeCloseTo(area(found!.ground) / area(country), 12);
  });

  test('is cut by the country, and what a border cuts off is left out', () => {
    const [edge] = areasOf([['homs', 37.99, 35]], [held('homs')]);
    expect(Math.max(...edge!.ground.coordinates[0]![0]!.map(([lng]) => lng!))).toBeCloseTo(38, 9);
    // two halves of a country with foreign ground between
    const halves: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[36, 34], [37, 34], [37, 36], [36, 36], [36, 34]]], [[[37.02, 34], [38, 34], [38, 36], [37.02, 36], [37.02, 34]]]] }; // prettier-ignore
    const [near] = areasOf([['homs', 36.98, 35]], [held('homs')], halves);
    expect(near!.ground.coordinates).toHaveLength(1);
    expect(Math.max(...near!.ground.coordinates[0]![0]!.map(([lng]) => lng!))).toBeCloseTo(37, 9);
  });

  test('is parted between neighbours, and hatched for both where a place is in dispute', () => {
    const towns: Town[] = [['homs', 37, 35], ['hama', 37.1, 35]]; // prettier-ignore
    const claims = [held('homs', 'hts'), held('hama'), took('hts', '2024-12-05', ['paper6', 'paper5 denies/army'], { place: 'hama' })];
    const [hama, homs] = areasOf(towns, claims).toSorted((a, b) => (a.place < b.place ? -1 : 1));
    expect([hama?.holders, homs?.holders]).toEqual([['gov', 'hts'], ['hts']]);
    expect(Math.max(...homs!.ground.coordinates[0]![0]!.map(([lng]) => lng!))).toBeCloseTo(37.05, 6);
  });

  test('is none where only a party itself says that it is there; and what lies nearest to that place stays blank', () => {
    const towns: Town[] = [['homs', 37, 35], ['hama', 37.1, 35]]; // prettier-ignore
    const found = areasOf(towns, [held('homs'), holds('hts', '2024-12-05', ['paper6 claims/rebels'], { place: 'hama' })]);
    expect(found.map(({ place }) => place)).toEqual(['homs']);
    expect(found.some(({ ground }) => booleanPointInPolygon([37.08, 35], ground))).toBe(false);
  });

  test('belongs to the nearest place, wherever it is', () => {
    const near = fc.tuple(fc.double({ min: 36.1, max: 37.9, noNaN: true }), fc.double({ min: 34.1, max: 35.9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 12 }), near, (spots, [lng, lat]) => {
        const towns = spots.map(([x, y], i): Town => [`t${i}`, x, y]);
        const found = areasOf(towns, towns.map(([id]) => held(id))); // prettier-ignore
        const away = towns.map(([id, x, y]) => ({ id, km: distance([x, y], [lng, lat]) })).sort((a, b) => a.km - b.km);
        const [first, second] = away;
        const owners = found.filter(({ ground }) => booleanPointInPolygon([lng, lat], ground)).map(({ place }) => place);
        // on the plane and on the globe the nearest is the same but for a hair, and for a metre
        if (first!.km > REACH_KM * 1.01) expect(owners).toEqual([]);
        else if (first!.km < REACH_KM * 0.98 && (!second || second.km > first!.km * 1.02 + 0.001)) expect(owners).toEqual([first!.id]);
      }),
      { numRuns: 60 },
    );
  });
});
