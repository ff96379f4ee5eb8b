import { inPixels, PIXEL_MM, type Weight } from '../print/drawing';
import { furniture } from '../print/furniture';
import type { LaidOut } from '../print/lay-out';
import { svgOf, type SvgSheet } from '../print/svg';
import { mapShapes } from '../print/vector/map-shapes';
import { boundsOn, viewOf } from '../print/vector/view';
import type { Basemap } from '../style/basemap';
import { looks } from '../style/palette';
import { dataOf, dataOfBlob, fontFacesFor, reliefWithin } from './embedded';
import { context, coveredBy, family, measureIn, type Seen } from './export';
import { placedOn } from './placed';
import type { MapDrawn, SituationMap } from './situation-map';

/** The picture of a map as SVG: the same sheet as the PNG's, in vectors and text. */

/** What the file says of itself. */
export interface SvgSaid {
  readonly title: string;
  readonly description: string;
  readonly metadata: SvgSheet['metadata'];
}

/** Pixels for each CSS pixel of a tilted map, which is laid in as a picture. */
const TILTED_SCALE = 2;

/** Whether the map of a sheet is drawn as vectors; a tilted one is a picture in the midst of them. */
export function isVector({ seen }: LaidOut<Seen>): boolean {
  return seen.camera.pitch === 0;
}

/**
 * Draws a sheet with its map; the same sheet gives the same file. Waits for the map's tiles, so that nothing is half-loaded. Rejects with the reason where
 * a font or a picture does not arrive, or the map does not say where it puts its names.
 */
export async function exportSvg(map: SituationMap, laid: LaidOut<Seen>, basemap: Basemap, said: SvgSaid): Promise<Blob> {
  const { sheet, frame } = laid;
  const { content, shown, pictures } = await (isVector(laid) ? drawnMap(map, laid, basemap) : picturedMap(map, laid));
  const operations = furniture(sheet, frame, content);
  for (const operation of operations) if (operation.kind === 'image') pictures.set(operation.address, await dataOf(operation.address));
  const whole: SvgSheet = {
    ...said,
    width: inPixels(frame.width) * PIXEL_MM,
    height: inPixels(frame.height) * PIXEL_MM,
    language: sheet.language,
    fontFaces: '',
    family,
    operations,
    map: shown,
    pictures,
  };
  const fontFaces = await fontFacesFor(wordsOf(svgOf(whole)));
  return new Blob([svgOf({ ...whole, fontFaces })], { type: 'image/svg+xml' });
}

/** A map as it lies in its sheet. */
interface MapInSheet {
  readonly content: Pick<MapDrawn, 'metresPerPixel' | 'bearing'>;
  readonly shown: SvgSheet['map'];
  readonly pictures: Map<string, string>;
}

async function drawnMap(map: SituationMap, { sheet, frame, seen, size }: LaidOut<Seen>, basemap: Basemap): Promise<MapInSheet> {
  const { picture, beside, camera } = seen;
  const view = viewOf(camera, size);
  const { placed, ...content } = await map.pixels(
    picture,
    { pixelRatio: 1, size, camera, covered: coveredBy(frame) },
    ({ map, metresPerPixel, bearing }) => {
      map.redraw();
      return { placed: placedOn(map, view), metresPerPixel, bearing };
    },
    beside,
  );
  const relief = picture.relief ? await reliefWithin(basemap, boundsOn(view)) : null;
  const ground = { basemap, relief: relief && { ...relief, address: 'relief' } };
  const shapes = mapShapes({
    view,
    palette: looks[sheet.look],
    language: sheet.language,
    ground,
    picture,
    beside,
    placed,
    measure: measureIn(),
  });
  return { content, shown: { shapes, size }, pictures: new Map(relief ? [['relief', relief.address]] : []) };
}

async function picturedMap(map: SituationMap, { seen, size }: LaidOut<Seen>): Promise<MapInSheet> {
  const { blob, ...content } = await map.pixels(
    seen.picture,
    { pixelRatio: TILTED_SCALE, size, camera: seen.camera },
    async ({ draw, size: [width, height], metresPerPixel, bearing }) => {
      const canvas = new OffscreenCanvas(width, height);
      draw(context(canvas), 0, 0);
      return { blob: await canvas.convertToBlob({ type: 'image/png' }), metresPerPixel, bearing };
    },
    seen.beside,
  );
  const shapes = [{ kind: 'raster', address: 'map', matrix: [size[0], 0, 0, size[1], 0, 0], opacity: 1 }] as const;
  return { content, shown: { shapes, size }, pictures: new Map([['map', await dataOfBlob(blob)]]) };
}

/** All that is written in a file, by weight. */
function wordsOf(svg: string): Record<Weight, string> {
  const words = { 400: '', 600: '' };
  for (const [, attributes, text] of svg.matchAll(/<text([^>]*)>([^<]*)</g)) words[attributes!.includes('"600"') ? 600 : 400] += text;
  return words;
}
