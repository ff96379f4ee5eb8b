import { describe, expect, test } from 'vitest';
import { toPlane } from '../../src/core/geometry/plane';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import type { Measure } from '../../src/print/drawing';
import { furniture } from '../../src/print/furniture';
import { layOut, layOutAlike } from '../../src/print/lay-out';
import { cornerOf, corners, locatorOf, type Corner } from '../../src/print/locator';
import { viewOf } from '../../src/print/vector/view';
import { looks } from '../../src/style/palette';
import { pictureOf, type PictureOptions } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { unreportedOf } from '../../src/style/unreported';
import type { Camera, Size } from '../../src/view/camera';
import { basemap } from '../geo/basemap';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));
const records = recordsOf(ledger);
const size: Size = [900, 600];
const DAMASCUS = dossier.places.get('damascus')!.point!;

function located(camera: Partial<Camera>, more: Partial<PictureOptions> = {}, of = size) {
  const from = { center: [38.5, 34.9], zoom: 7, bearing: 0, pitch: 0, ...camera } as const;
  const picture = pictureOf(situation, records, { palette: looks.light, language: 'en', zoom: from.zoom, ...more });
  return locatorOf(basemap, looks.light, [picture], from, of);
}

/** A camera from which a place lies in the middle of where a locator would stand in a corner. */
function inCorner(corner: Corner, [lng, lat]: readonly [number, number], zoom: number): Partial<Camera> {
  const { x, y, width, height } = cornerOf(corner, size, [144, 108]);
  const view = viewOf({ center: [lng, lat], zoom, bearing: 0, pitch: 0 }, size);
  const [px, py] = view.from([size[0] - (x + width / 2), size[1] - (y + height / 2)]);
  const [west, north] = toPlane([lng, lat]);
  const lngOf = (plane: number) => plane * 360 - 180;
  const latOf = (plane: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * plane))) * 180) / Math.PI;
  expect([lngOf(west), latOf(north)]).toEqual([expect.closeTo(lng, 6), expect.closeTo(lat, 6)]);
  return { center: [lngOf(px), latOf(py)], zoom };
}

/** Corners of the frame that a locator draws of its map. */
const frameIn = (svg: string): number[][] =>
  [.../<path d="M([^"]+)Z" fill="[^"]+" fill-opacity/.exec(svg)![1]!.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

describe('where the map of a sheet lies', () => {
  test('is shown around the country from near, and around its neighbours from far', () => {
    const [far, near] = [located({ zoom: 7 })!, located({ zoom: 9.5 })!];
    expect(far.size).toEqual([144, 108]);
    const width = ([a, b]: number[][]) => b![0]! - a![0]!;
    // 900 pixels at zoom 7 are 4.94 degrees; the country is 6.65 degrees wide, and the small map 4 times that
    expect(width(frameIn(far.svg))).toBeCloseTo((144 * 4.944) / (4 * 6.65), 0);
    expect(width(frameIn(near.svg))).toBeCloseTo((144 * 4.944) / 2 ** 2.5 / (1.3 * 6.65), 0);
  });

  test('is marked so large that it can be seen, and turned as the map is', () => {
    const [a, b, c] = frameIn(located({ zoom: 13 })!.svg);
    expect(Math.hypot(b![0]! - c![0]!, b![1]! - c![1]!)).toBeCloseTo(5, 1);
    const [d, e] = frameIn(located({ zoom: 8, bearing: 90 })!.svg);
    expect(d![0]).toBeCloseTo(e![0]!, 1);
    expect(a![1]).toBeCloseTo(b![1]!, 1);
  });

  test('is not shown where the map shows as much, is small, tilted, or elsewhere', () => {
    expect(located({ zoom: 4 })).toBeNull();
    expect(located({}, {}, [380, 600])).toBeNull();
    expect(located({ pitch: 30 })).toBeNull();
    expect(located({ center: [-70, 40] })).toBeNull();
  });
});

describe('a corner', () => {
  test.each(corners)('%s is free but where a mark stands in it', (corner) => {
    const here = inCorner(corner, DAMASCUS, 11);
    expect(located(here)!.free).not.toContain(corner);
    expect(located(here, { off: ['control', 'incidents', 'movements', 'flows'] })!.free).toEqual(corners);
  });

  test('is not free where an arrow crosses it', () => {
    // between Hama and Homs: no mark, and an advance
    const { free } = located(inCorner('top left', [36.735, 34.98], 11.5), { off: ['control', 'incidents', 'flows'] })!;
    expect(free).not.toContain('top left');
  });

  test('is not free where ground is inferred, or a silent town is ringed', () => {
    const unreported = unreportedOf(basemap)!;
    // some kilometres beside Homs, and at Salqin, of which nobody speaks
    const [beside, silent] = [inCorner('top left', [36.85, 34.73], 12), inCorner('top left', [36.454, 36.138], 12)];
    for (const [where, layer] of [
      [beside, 'silence'],
      [silent, 'inferred'],
    ] as const) {
      expect(located(where)!.free).toEqual(corners);
      expect(located(where, { off: [layer], unreported })!.free).not.toContain('top left');
    }
  });
});

describe('on a sheet', () => {
  const measure: Measure = (text, size) => text.length * size * 0.5;
  const head = { language: 'en', look: 'light', title: 'T', sentence: 'S', credits: [], disclaimer: 'D' } as const;
  const part = (free: readonly Corner[] | null) => ({
    head,
    seenAt: (ground: Size) => ({
      legend: [],
      notes: [],
      code: 'C',
      ground,
      locator: () => free && { svg: '<svg viewBox="0 0 144 108"></svg>', size: [144, 108] as const, free },
    }),
  });

  test('it stands in the first corner that is free, and is drawn there', () => {
    const { sheet, frame, size } = layOut(head, part(['top left', 'top right']).seenAt, [1280, 800], [1280, 800], measure);
    expect(frame.locator!.box).toEqual(cornerOf('top left', size, [144, 108]));
    const drawn = furniture(sheet, frame, { metresPerPixel: 100, bearing: 0 }).filter(({ kind }) => kind === 'svg');
    expect(drawn).toEqual([expect.objectContaining({ svg: '<svg viewBox="0 0 144 108"></svg>' })]);
  });

  test('of sheets that are shown one after another it stands where it is free on all, or nowhere', () => {
    const boxes = (...all: (readonly Corner[] | null)[]) =>
      layOutAlike(all.map(part), [1280, 720], measure).map(({ frame, size }) => [
        frame.locator?.box,
        cornerOf('top right', size, [144, 108]),
      ]);
    for (const [box, there] of boxes(['bottom left', 'top right'], ['top right'])) expect(box).toEqual(there);
    for (const [box] of boxes(['bottom left'], ['top right'])) expect(box).toBeUndefined();
    for (const [box] of boxes(['bottom left'], null)) expect(box).toBeUndefined();
  });
});
