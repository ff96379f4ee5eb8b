import { boxAround, isIn, middleOf } from '../core/geometry/box';
import { linesOf } from '../core/geometry/edge';
import { toLngLat, toPlane, type XY } from '../core/geometry/plane';
import type { Basemap } from '../style/basemap';
import { groundLayers, HOME } from '../style/ground';
import type { Palette } from '../style/palette';
import type { Picture } from '../style/picture';
import { n, polygon } from '../style/svg';
import type { Camera, Size } from '../view/camera';
import { PIXEL_MM, type Box, type Operation } from './drawing';
import { pathsText } from './svg';
import { groundShapes, ringsOf } from './vector/ground';
import { markShapes } from './vector/marks';
import { linePath, ringPath, type Window } from './vector/paths';
import { strokeLines } from './vector/strokes';
import { viewOf, type View } from './vector/view';

/** A small map of where a sheet's map lies, in a corner of it in which nothing dated stands. */

/** Corners of a map, those first that are taken first. */
export const corners = ['bottom left', 'top left', 'bottom right', 'top right'] as const;
export type Corner = (typeof corners)[number];

export interface Locator {
  readonly svg: string;
  /** Of the small map, in CSS pixels. */
  readonly size: Size;
  /** Where it would cover nothing, in the order of `corners`. */
  readonly free: readonly Corner[];
}

/** A locator where it stands on a map, in CSS pixels from the map's top left corner. */
export interface LocatorOn {
  readonly svg: string;
  readonly box: Box;
}

/** Of the map's width; in CSS pixels between these, and so far from its edges. */
const SHARE = 0.16;
const [NARROWEST, WIDEST, INSET] = [96, 168, 10];
const HEIGHT = 0.75;
/** Around it in CSS pixels. */
const CLEAR = 4;
/** Layers of the ground that a small map has. */
const LAYERS = ['sea', 'land', 'disputed-land', 'border', 'border-armistice', 'border-ceasefire', 'border-line'];
/** How many times as wide as the country a small map is, from near and from far. */
const AROUND = [1.3, 4] as const;
/** Of its width a map shows at most, or it needs no other. */
const MOST = 0.45;
/** So large at least is the map's frame in it, in CSS pixels. */
const LEAST = 5;

/**
 * The locator of a map; null where the map is too small for one, shows as much as it would, lies elsewhere, or is tilted. `pictures` are all that the map shows.
 */
export function locatorOf(basemap: Basemap, palette: Palette, pictures: readonly Picture[], camera: Camera, size: Size): Locator | null {
  const home = basemap.parts.countries.features.find(({ properties }) => properties?.a3 === HOME);
  const width = Math.round(Math.max(NARROWEST, Math.min(WIDEST, size[0] * SHARE)));
  const small: Size = [width, Math.round(width * HEIGHT)];
  if (!home || camera.pitch !== 0 || size[0] < 4 * small[0] || size[1] < 4 * small[1]) return null;
  const view = viewOf(camera, size);
  const country = boxAround(linesOf(home.geometry));
  const [x, y] = middleOf(country);
  const frame = cornersOf(size).map((corner) => view.from(corner));
  const span = (all: readonly XY[]) => Math.max(...all.map(([x]) => x)) - Math.min(...all.map(([x]) => x));
  for (const times of AROUND) {
    const half = ((country[2] - country[0]) / 2) * times;
    const zoom = Math.log2(small[0] / (2 * half) / 512);
    const around = viewOf({ center: toLngLat([x, y]), zoom, bearing: 0, pitch: 0 }, small);
    if (span(frame) > 2 * half * MOST || !frame.every((point) => isIn([x - half, y - half * HEIGHT, x + half, y + half * HEIGHT], point)))
      continue;
    return { svg: drawn(basemap, palette, around, frame.map(around.at)), size: small, free: freeCorners(pictures, view, small) };
  }
  return null;
}

/** Where a locator stands on a map, in CSS pixels from the map's top left corner. */
export function cornerOf(corner: Corner, [width, height]: Size, [wide, tall]: Size): Box {
  const [down, across] = corner.split(' ');
  return {
    x: across === 'left' ? INSET : width - INSET - wide,
    y: down === 'top' ? INSET : height - INSET - tall,
    width: wide,
    height: tall,
  };
}

/** Draws it on a map that lies on a sheet, in millimetres. */
export function locatorOn(map: Box, { svg, box }: LocatorOn, stroke: string): Operation[] {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((length) => length * PIXEL_MM) as [
    number,
    number,
    number,
    number,
  ];
  const place = { x: map.x + x, y: map.y + y, width, height };
  return [
    { kind: 'svg', box: place, svg },
    { kind: 'box', box: place, fill: null, stroke, radius: 0 },
  ];
}

function drawn(basemap: Basemap, palette: Palette, view: View, frame: readonly XY[]): string {
  const data = { basemap, relief: null, inferred: [] };
  const ground = groundLayers(palette)
    .filter(({ id }) => LAYERS.includes(id))
    .flatMap((layer) => groundShapes(layer, data, view))
    .flatMap((shape) => (shape.kind === 'paths' ? [pathsText(shape)] : []));
  const outline = `fill="${palette.text}" fill-opacity=".14" stroke="${palette.text}" stroke-width="1.4"`;
  const [width, height] = [n(view.width), n(view.height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground.join('')}${polygon(
    atLeast(frame),
    outline,
  )}</svg>`;
}

/** A frame, grown around its middle to where it can be seen. */
function atLeast(frame: readonly XY[]): XY[] {
  const middle = [0, 1].map((axis) => frame.reduce((sum, point) => sum + point[axis]!, 0) / frame.length) as unknown as XY;
  const side = Math.min(...frame.map((point, i) => Math.hypot(point[0] - frame[(i + 1) % 4]![0], point[1] - frame[(i + 1) % 4]![1])));
  const times = Math.max(1, LEAST / side);
  return frame.map(([x, y]) => [middle[0] + (x - middle[0]) * times, middle[1] + (y - middle[1]) * times]);
}

function cornersOf([width, height]: Size): XY[] {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

function freeCorners(pictures: readonly Picture[], view: View, small: Size): Corner[] {
  const marks = pictures.flatMap((picture) => markShapes(picture, view)).flatMap((shape) => (shape.kind === 'mark' ? [shape] : []));
  const strokes = pictures.flatMap(({ strokes }) => strokes);
  const rings = pictures.flatMap(({ ground }) => ground?.silence?.rings ?? []);
  const areas = pictures.flatMap(({ ground }) => ground?.inferred?.features ?? []).flatMap(({ geometry }) => ringsOf(geometry, view));
  return corners.filter((corner) => {
    const { x, y, width, height } = cornerOf(corner, [view.width, view.height], small);
    const window: Window = [x - CLEAR, y - CLEAR, x + width + CLEAR, y + height + CLEAR];
    const [left, top, right, bottom] = window;
    const isMet = ([x, y]: XY, half: number): boolean => x + half > left && x - half < right && y + half > top && y - half < bottom;
    return !(
      marks.some(({ at, side }) => isMet(at, side / 2)) ||
      rings.some(({ geometry, properties }) => {
        const [lng = 0, lat = 0] = geometry.coordinates;
        return isMet(view.at(toPlane([lng, lat], view.middle)), properties.side / 2);
      }) ||
      strokes.some((stroke) =>
        strokeLines(stroke, view).some((line) => (stroke.form === 'trace' ? linePath(line, window) : ringPath(line, window)) !== ''),
      ) ||
      areas.some((ring) => ringPath(ring, window) !== '')
    );
  });
}
