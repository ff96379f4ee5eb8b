import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { answerAt, areaOf } from '../../../../src/core/import/areas/ground';

/** Squares in degrees near 35° north, where a hundredth is 1,113 m northwards and 912 m eastwards. */
const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const square = (holder: string | null, west: number, south: number, east: number, north: number, ...holes: Position[][]) =>
  areaOf(holder, String(holder), { type: 'MultiPolygon', coordinates: [[ring(west, south, east, north), ...holes]] });
const at = (lng: number, lat: number, precisionM = 500) => ({ point: [lng, lat] as const, precisionM });

describe('whose area a place lies in', () => {
  const areas = [square('gov', 36, 34, 37, 35), square('hts', 36, 35, 37, 36), square(null, 38, 34, 39, 35)];

  test.each([
    [36.5, 34.5, 'held', 'gov'],
    [36.5, 35.5, 'held', 'hts'],
    [38.5, 34.5, 'several', undefined],
    [40, 34.5, 'none', undefined],
    [36.5, 35.003, 'edge', undefined],
    [36.003, 34.5, 'edge', undefined],
    [35.997, 34.5, 'edge', undefined],
    [36.006, 34.5, 'held', 'gov'],
  ])('%d, %d: %s', (lng, lat, is, holder) => {
    expect(answerAt(areas, at(lng, lat))).toMatchObject({ is, ...(holder !== undefined && { holder }) });
  });

  test('how far the edge is, by hand', () => {
    const answer = answerAt(areas, at(36.5, 35.003));
    expect(answer).toMatchObject({ is: 'edge', area: { holder: 'hts' } });
    expect(answer.is === 'edge' && answer.metres).toBeCloseTo(0.003 * 111_320, 0);
    expect(answerAt(areas, at(36.5, 35.003, 300)).is).toBe('held');
  });

  test('an edge between two areas of one holder is none, nor is a gap of a few metres', () => {
    const split = [square('gov', 36, 34, 37, 35), square('gov', 36, 35.0002, 37, 36)];
    expect(answerAt(split, at(36.5, 34.999))).toMatchObject({ is: 'held', holder: 'gov' });
    expect(answerAt([split[0]!, square('hts', 36, 35.0002, 37, 36)], at(36.5, 34.999)).is).toBe('edge');
  });

  test('areas that lie over each other are of several; a hole is of nobody', () => {
    expect(answerAt([...areas, square('hts', 36.4, 34.4, 36.6, 34.6)], at(36.5, 34.5)).is).toBe('several');
    const pocket = square('gov', 36, 34, 37, 35, ring(36.4, 34.4, 36.6, 34.6));
    expect(answerAt([pocket], at(36.5, 34.5)).is).toBe('none');
    expect(answerAt([pocket, square('hts', 36.4, 34.4, 36.6, 34.6)], at(36.5, 34.5))).toMatchObject({ is: 'held', holder: 'hts' });
  });
});
