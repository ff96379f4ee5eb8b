import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { alongRoad, edgeOfBox, edgeTowards } from '../../../src/core/geometry/edge';
import { toLngLat, toPlane } from '../../../src/core/geometry/plane';

const province: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [36, 34],
      [38, 34],
      [38, 36],
      [36, 36],
      [36, 34],
    ],
  ],
};
const centre = toPlane([37, 35]);
const rounded = (point: readonly [number, number] | null) => point && toLngLat(point).map((value) => Math.round(value * 1e6) / 1e6);

test('from an area the way starts at its edge, towards the other end', () => {
  expect(rounded(edgeTowards(province, centre, toPlane([40, 35])))).toEqual([38, 35]);
  expect(rounded(edgeTowards(province, centre, toPlane([37, 30])))).toEqual([37, 34]);
});

test('towards a place inside the area it starts at the nearest edge', () => {
  expect(rounded(edgeTowards(province, centre, toPlane([37.8, 35])))).toEqual([38, 35]);
});

test('an area of several parts is left where the last of them ends', () => {
  const isle = [
    [
      [39, 34.5],
      [39.5, 34.5],
      [39.5, 35.5],
      [39, 35.5],
      [39, 34.5],
    ],
  ];
  const both = { type: 'MultiPolygon' as const, coordinates: [province.coordinates, isle] };
  expect(rounded(edgeTowards(both, centre, toPlane([45, 35])))).toEqual([39.5, 35]);
});

test('a point has no edge', () => {
  expect(edgeTowards({ type: 'Point', coordinates: [37, 35] }, centre, toPlane([40, 35]))).toBeNull();
});

test('a way out of a box leaves it at its side; one that stays inside does not', () => {
  const [west, north] = toPlane([35, 37]);
  const [east, south] = toPlane([40, 33]);
  const box = [west, north, east, south] as const;
  expect(rounded(edgeOfBox(box, toPlane([37, 35]), toPlane([50, 35])))).toEqual([40, 35]);
  expect(edgeOfBox(box, toPlane([37, 35]), toPlane([38, 35]))).toBeNull();
});

test('along a road the way takes its bends, in the direction of travel', () => {
  const road = {
    type: 'LineString' as const,
    coordinates: [
      [37, 37],
      [36.8, 36],
      [37, 35],
      [36.7, 34],
      [36.5, 33],
    ],
  };
  expect(alongRoad(road, toPlane([37, 37]), toPlane([36.7, 34])).map(rounded)).toEqual([
    [36.8, 36],
    [37, 35],
  ]);
  expect(alongRoad(road, toPlane([36.7, 34]), toPlane([37, 37])).map(rounded)).toEqual([
    [37, 35],
    [36.8, 36],
  ]);
  expect(alongRoad({ type: 'Point', coordinates: [37, 35] }, centre, centre)).toEqual([]);
});
