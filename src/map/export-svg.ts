import { inPixels, PIXEL_MM, type Weight } from '../print/drawing';
import { furniture, type Sheet } from '../print/furniture';
import { layOut, type Size } from '../print/lay-out';
import { svgOf } from '../print/svg';
import { mapShapes } from '../print/vector/map-shapes';
import type { PlacedSymbol } from '../print/vector/names';
import type { Shape } from '../print/vector/shapes';
import { viewOf } from '../print/vector/view';
import type { Basemap } from '../style/basemap';
import { looks } from '../style/palette';
import { dataOf, dataOfBlob, fontFacesFor, reliefWithin } from './embedded';
import { family, fontsFor, measureIn, type Seen } from './export';
import { placedOn } from './placed';
import type { SituationMap } from './situation-map';

/** The picture of a map as SVG: the same sheet as the PNG's, in vectors and text. */

/** How it is made. */
export interface SvgOptions {
  /** The whole picture in CSS pixels; null: the map as large as on the screen, with the sheet around it. */
  readonly size: Size | null;
  /** What lies beneath all that is dated. */
  readonly basemap: Basemap;
  /** Placed as text inside the file's `<metadata>`. */
  readonly metadata: string;
}

/** Pixels of a picture for each CSS pixel where a tilted map is laid in as one. */
const TILTED_SCALE = 2;

/** Whether a map can be drawn as vectors; a tilted one is a picture in the midst of its sheet. */
export function isVector(map: SituationMap): boolean {
  return map.camera().pitch === 0;
}

/** Draws a sheet with its map as `exportPng` does, and waits and rejects as it does. */
export async function exportSvg(
  map: SituationMap,
  head: Omit<Sheet, 'legend'>,
  seenAt: (size: Size) => Seen,
  { size, basemap, metadata }: SvgOptions,
): Promise<Blob> {
  await fontsFor(`${head.title}${head.sentence}`);
  const measure = measureIn();
  const { frame, sheet, seen, drawnAt, reduced } = layOut(head, seenAt, size, map.size(), measure);
  const camera = map.camera();
  let placed: PlacedSymbol[] = [];
  const read = isVector(map) ? (drawn: Parameters<typeof placedOn>[0]) => (placed = placedOn(drawn)) : undefined;
  const drawn = await map.pixels(seen.picture, (read ? 1 : TILTED_SCALE) / reduced, drawnAt, seen.beside, read);
  const [width, height] = drawnAt;
  const pictures = new Map<string, string>();
  let shapes: Shape[];
  if (read) {
    const flat = { ...camera, width, height };
    const relief = await reliefWithin(seen.picture.relief ? basemap.relief : null, around(flat));
    shapes = mapShapes({
      camera: flat,
      palette: looks[head.look],
      language: head.language,
      ground: { basemap, relief: relief && { ...relief, address: 'relief' } },
      picture: seen.picture,
      beside: seen.beside,
      placed,
      measure,
    });
    if (relief) pictures.set('relief', relief.address);
  } else {
    shapes = [{ kind: 'raster', address: 'map', matrix: [width, 0, 0, height, 0, 0], opacity: 1 }];
    pictures.set('map', await dataOfBlob(await blobOf(drawn.canvas)));
  }
  const operations = furniture(sheet, frame, { metresPerPixel: drawn.metresPerPixel * reduced, bearing: drawn.bearing });
  for (const operation of operations) if (operation.kind === 'image') pictures.set(operation.address, await dataOf(operation.address));
  const parts = {
    width: inPixels(frame.width) * PIXEL_MM,
    height: inPixels(frame.height) * PIXEL_MM,
    title: sheet.title,
    description: [sheet.sentence, sheet.beside?.sentence, sheet.disclaimer].filter(Boolean).join(' '),
    metadata,
    language: sheet.language,
    family,
    operations,
    map: { shapes, width, height, reduced },
    pictures,
  };
  const fontFaces = await fontFacesFor(wordsOf(svgOf({ ...parts, fontFaces: '', pictures })));
  return new Blob([svgOf({ ...parts, fontFaces })], { type: 'image/svg+xml' });
}

/** West, north, east and south of what is in view, on the plane. */
function around(camera: Parameters<typeof viewOf>[0]): [number, number, number, number] {
  const view = viewOf(camera);
  const [left, top, right, bottom] = view.window;
  const corners = [view.from([left, top]), view.from([right, top]), view.from([right, bottom]), view.from([left, bottom])];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** All that is written in a file, by weight. */
function wordsOf(svg: string): Record<Weight, string> {
  const words = { 400: '', 600: '' };
  for (const [, attributes, text] of svg.matchAll(/<text([^>]*)>([^<]*)</g)) words[attributes!.includes('"600"') ? 600 : 400] += text;
  return words;
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The map’s picture cannot be saved.'))), 'image/png'),
  );
}
