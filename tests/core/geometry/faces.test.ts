import { describe, expect, test } from 'vitest';
import { arrowOutline, chevronOutlines, type ArrowPlan } from '../../../src/core/geometry/arrow';
import { facesOf } from '../../../src/core/geometry/faces';
import { bandOutline, fanOutlines } from '../../../src/core/geometry/flow';
import { pathThrough } from '../../../src/core/geometry/path';
import type { Points, XY } from '../../../src/core/geometry/plane';

const stops: XY[] = [
  [0, 0],
  [160, 30],
  [300, -40],
];
const figure = { tail: 1.1, shoulder: 4.8, wing: 10.5, head: 16 };
const plan = (progress: number): ArrowPlan => ({ figure, pixel: 1, progress, startGap: 4, endGap: 4 });

/** Twice the area of a triangle, positive where its corners run clockwise on screen. */
function twice(ring: Points, a: number, b: number, c: number): number {
  const [ax, ay] = [ring[2 * a]!, ring[2 * a + 1]!];
  return (ring[2 * b]! - ax) * (ring[2 * c + 1]! - ay) - (ring[2 * b + 1]! - ay) * (ring[2 * c]! - ax);
}

/** The area of a ring, and the sums of its triangles' areas with their signs and without. */
function areas(ring: Points): { ring: number; faces: number; covered: number } {
  const count = ring.length / 2 - 1;
  let own = 0;
  for (let i = 1; i + 1 < count; i++) own += twice(ring, 0, i, i + 1);
  const faces = facesOf(count);
  let [sum, covered] = [0, 0];
  for (let k = 0; k < faces.length; k += 3) {
    const area = twice(ring, faces[k]!, faces[k + 1]!, faces[k + 2]!);
    sum += area;
    covered += Math.abs(area);
  }
  return { ring: Math.abs(own / 2), faces: Math.abs(sum / 2), covered: covered / 2 };
}

describe('the triangles of an outline cover it, each spot once', () => {
  const ways = [pathThrough(stops.slice(0, 2), 0.08), pathThrough(stops.slice(0, 2), -0.3), pathThrough(stops, 0, 15)];
  test.each([
    ['arrows', ways.flatMap((way) => [0, 0.4, 1].map((progress) => arrowOutline(way, plan(progress))))],
    ['chevrons', ways.flatMap((way) => chevronOutlines(way, plan(1)))],
    ['bands', ways.flatMap((way) => [1.5, 12, 26].map((width) => bandOutline(way, { width, pixel: 1, startGap: 4, endGap: 4 })))],
    ['fans', fanOutlines([0, 0], { pixel: 1, inner: 14, outer: 40 })],
  ])('%s', (_, rings) => {
    for (const ring of rings) {
      const { ring: area, faces, covered } = areas(ring);
      expect(area).toBeGreaterThan(1);
      expect(faces / area).toBeCloseTo(1, 9);
      expect(covered / area).toBeCloseTo(1, 9);
    }
  });
});

test('what has no area has no triangles, and every corner is one of the ring', () => {
  for (const count of [0, 1, 2]) expect(facesOf(count)).toHaveLength(0);
  for (let count = 3; count < 90; count++) {
    const faces = facesOf(count);
    expect(faces).toHaveLength(3 * (count - 2));
    expect(Math.max(...faces)).toBe(count - 1);
    expect(new Set(faces).size).toBe(count);
  }
});
