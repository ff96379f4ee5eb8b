import { kinks, polygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { arrowOutline, chevronOutlines, type ArrowPlan } from '../../../src/core/geometry/arrow';
import { bandOutline, fanOutlines } from '../../../src/core/geometry/flow';
import { pathThrough, stepAt, type Path } from '../../../src/core/geometry/path';
import { distance, metresOnPlane, pixelAt, pointsOf, toPlane, type Points, type XY } from '../../../src/core/geometry/plane';

const homs = toPlane([36.72, 34.73]);
const figure = { tail: 1.1, shoulder: 4.8, wing: 10.5, head: 16 };
const lengthsKm = [3, 30, 150, 1500];
const bearings = [0, 37, 90, 145, 180, 222, 270, 315];
const zooms = [5, 7, 9, 11];
const bends = [0, 0.08, -0.19, 0.3];

const wayTo = (km: number, degrees: number, bend: number): Path => {
  const size = metresOnPlane(km * 1000, 34.73);
  const angle = (degrees * Math.PI) / 180;
  return pathThrough([homs, [homs[0] + Math.sin(angle) * size, homs[1] - Math.cos(angle) * size]], bend);
};
const startOf = (path: Path): XY => stepAt(path, 0).point;
const endOf = (path: Path): XY => stepAt(path, path.length).point;
const plan = (zoom: number, progress = 1): ArrowPlan => ({ figure, pixel: pixelAt(zoom), progress, startGap: 14, endGap: 16 });
const everyWay = lengthsKm.flatMap((km) =>
  bearings.flatMap((degrees) => zooms.flatMap((zoom) => bends.map((bend) => ({ km, degrees, zoom, bend })))),
);

/** Ground units are too small for turf's test of crossings, so a ring is looked at in pixels. */
const inPixels = (ring: readonly XY[], zoom: number) =>
  ring.map(([x, y]) => [(x - homs[0]) / pixelAt(zoom), (y - homs[1]) / pixelAt(zoom)]);
const isClosed = (ring: readonly XY[]) => ring.length >= 4 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];
const isFinite = (ring: readonly XY[]) => ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
const isSimple = (ring: readonly XY[], zoom: number) => kinks(polygon([inPixels(ring, zoom)])).features.length === 0;

/** The faults of an outline over every length, bearing, zoom level and bend. */
function faults(outlines: (path: Path, zoom: number) => readonly Points[]): string[] {
  return everyWay.flatMap(({ km, degrees, zoom, bend }) =>
    outlines(wayTo(km, degrees, bend), zoom).flatMap((outline) => {
      const ring = pointsOf(outline);
      const name = `${km} km, ${degrees}°, zoom ${zoom}, bend ${bend}`;
      if (!isFinite(ring)) return [`${name}: not a number`];
      if (!isClosed(ring)) return [`${name}: open`];
      return isSimple(ring, zoom) ? [] : [`${name}: crosses itself`];
    }),
  );
}

describe('every outline is closed, made of numbers and never crosses itself', () => {
  test('arrows, whole and half-way', () => {
    expect(faults((path, zoom) => [arrowOutline(path, plan(zoom)), arrowOutline(path, plan(zoom, 0.5))])).toEqual([]);
  });
  test('chevrons', () => {
    expect(faults((path, zoom) => chevronOutlines(path, plan(zoom)))).toEqual([]);
  });
  test('bands, thin and wide', () => {
    const band = (width: number, path: Path, zoom: number) => bandOutline(path, { width, pixel: pixelAt(zoom), startGap: 14, endGap: 1 });
    expect(faults((path, zoom) => [band(1.5, path, zoom), band(26, path, zoom)])).toEqual([]);
  });
  test('fans', () => {
    expect(faults((path, zoom) => fanOutlines(startOf(path), { pixel: pixelAt(zoom), inner: 14, outer: 40 }))).toEqual([]);
  });
  test('the test sees an outline that crosses itself, and one that is open', () => {
    const bow: XY[] = [
      [homs[0], homs[1]],
      [homs[0] + 0.01, homs[1] + 0.01],
      [homs[0] + 0.01, homs[1]],
      [homs[0], homs[1] + 0.01],
      [homs[0], homs[1]],
    ];
    expect(isSimple(bow, 7)).toBe(false);
    expect(isClosed(bow.slice(0, 4))).toBe(false);
  });
});

test('the tip stands exactly its gap before the end, at every length, bearing and zoom level', () => {
  for (const { km, degrees, zoom } of everyWay) {
    const path = wayTo(km, degrees, 0);
    const end = endOf(path);
    const nearest = Math.min(...pointsOf(arrowOutline(path, plan(zoom))).map((point) => distance(point, end)));
    expect(nearest / pixelAt(zoom)).toBeCloseTo(16, 3);
  }
});

test('an arrow that is bent and passes through a place still keeps its gap', () => {
  const path = pathThrough([homs, toPlane([36.73, 34.92]), toPlane([36.75, 35.13])], 0, pixelAt(8) * 15);
  const end = endOf(path);
  const gap = Math.min(...pointsOf(arrowOutline(path, plan(8))).map((point) => distance(point, end))) / pixelAt(8);
  // the gap is measured along the way, so a bend takes a little of it
  expect(gap).toBeGreaterThan(15.5);
  expect(gap).toBeLessThanOrEqual(16);
});

test('an arrow grows: at the start only its head is out, and its tip moves on evenly', () => {
  const path = wayTo(150, 180, 0);
  const tip = (progress: number) =>
    Math.max(...pointsOf(arrowOutline(path, plan(8, progress))).map((point) => distance(point, homs))) / pixelAt(8);
  expect(tip(0)).toBeLessThan(14 + 16 * 1.8);
  expect(tip(0.5) - tip(0)).toBeCloseTo(tip(1) - tip(0.5), 3);
  expect(tip(2)).toBe(tip(1));
});

test('an arrow too short for its figure is drawn out behind its start and not over its goal', () => {
  const path = wayTo(3, 90, 0);
  const ring = inPixels(pointsOf(arrowOutline(path, plan(5))), 5);
  const goal = inPixels([endOf(path)], 5)[0]!;
  expect(Math.max(...ring.map(([x]) => x!))).toBeCloseTo(goal[0]! - 16, 3);
  expect(Math.min(...ring.map(([x]) => x!))).toBeLessThan(-10);
});

test('round a tight bend the outline gives way rather than folding over itself', () => {
  const far = 150 * pixelAt(8);
  for (const turn of [45, 60, 90, 120]) {
    const angle = (turn * Math.PI) / 180;
    const corner: XY = [homs[0] + far, homs[1]];
    const path = pathThrough([homs, corner, [corner[0] + Math.cos(angle) * far, corner[1] + Math.sin(angle) * far]]);
    const band = pointsOf(bandOutline(path, { width: 26, pixel: pixelAt(8), startGap: 0, endGap: 0 }));
    expect([turn, isSimple(band, 8), isSimple(pointsOf(arrowOutline(path, plan(8))), 8)]).toEqual([turn, true, true]);
  }
});

test('a band is as wide as it is asked to be', () => {
  const ring = inPixels(pointsOf(bandOutline(wayTo(150, 90, 0), { width: 20, pixel: pixelAt(8), startGap: 0, endGap: 0 })), 8);
  const near = ring.filter(([x]) => Math.abs(x! - 40) < 12).map(([, y]) => y!);
  expect(Math.max(...near) - Math.min(...near)).toBeCloseTo(20, 1);
});
