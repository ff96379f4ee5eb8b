import { inPixels as inCssPixels, PIXEL_MM, type Measure, type Operation } from '../print/drawing';
import { furniture, type Frame, type Sheet } from '../print/furniture';
import { layOut, layOutAlike, type LaidOut, type Part } from '../print/lay-out';
import type { Camera, Size } from '../view/camera';
import { inCss, type PictureSize } from '../view/sizes';
import { OWN_FONT } from '../style/names';
import type { Picture } from '../style/picture';
import { drawMultiples, layOutMultiples, type Multiples } from '../print/multiples';
import type { Locator } from '../print/locator';
import type { Box } from './furniture-room';
import type { Draw } from './seam';
// it is there already, and what both draw with stays in one file with it, which the page loads sooner than several
import './situation-map';
import type { PictureBeside, SituationMap } from './situation-map';

/** The picture of a map as PNG: the map's own pixels with the furniture of a printed sheet around them. */

export const family = `"${OWN_FONT}", "Noto Sans", "Noto Sans Arabic", sans-serif`;

/** What a map shows: a picture, another beside it, and what stands in the legend of both. */
export interface Seen {
  readonly picture: Picture;
  readonly beside: PictureBeside | null;
  readonly legend: Sheet['legend'];
  /** What is to be said of it before the credits. */
  readonly notes: readonly string[];
  /** Where it looks from, and the code of all that. */
  readonly camera: Camera;
  readonly code: string;
  readonly locator: () => Locator | null;
}

/**
 * Lays a sheet out as large as `whole`, or, where that is null, around a map as large as on the screen. `seenAt` says what a map of a size shows, and is asked for the
 * sheet's own; `ground` is the size that it had before, if it was laid out before. Waits for the page's fonts. Rejects with the reason where the picture would be too
 * small for its furniture.
 */
export async function layOutSheet(
  map: SituationMap,
  { head, seenAt, ground }: Part<Seen> & { readonly ground: Size | null },
  whole: PictureSize | null,
): Promise<LaidOut<Seen>> {
  // of a size that is given nothing hangs on the screen
  const first = whole ? (ground ?? inCss(whole)) : map.size();
  await fontsFor(head.title + head.sentence);
  return layOut(head, seenAt, whole, first, measureIn());
}

/** The same for sheets that are shown one after another. */
export async function layOutSheets(parts: readonly Part<Seen>[], whole: PictureSize): Promise<LaidOut<Seen>[]> {
  await fontsFor(parts.map(({ head }) => head.title + head.sentence).join(''));
  return layOutAlike(parts, whole, measureIn());
}

/**
 * Draws a sheet with its map in so many pixels: the same picture at any number of them, sharper or less so. Waits for the map's tiles, so that nothing is half-loaded.
 * Rejects with the reason where that is larger than the browser can draw.
 */
export async function drawSheet(
  map: SituationMap,
  { sheet, frame, seen, size }: LaidOut<Seen>,
  [width, height]: Size,
): Promise<OffscreenCanvas> {
  // paper has no whole number of CSS pixels: less than one is cut off at its far edges
  const scale = Math.max(width / inCssPixels(frame.width), height / inCssPixels(frame.height));
  return map.pixels(
    seen.picture,
    { pixelRatio: scale, size, camera: seen.camera, covered: coveredBy(frame) },
    async (drawn) => {
      const operations = furniture(sheet, frame, drawn);
      return painted(operations, [drawn.draw], scale, [width, height]);
    },
    seen.beside,
  );
}

/** Lays small maps out on one sheet, as `layOutSheet` does a single one. */
export async function layOutSmall(parts: readonly Part<Seen>[], sentence: string, whole: PictureSize): Promise<Multiples<Seen>> {
  await fontsFor(parts.map(({ head }) => head.title + head.sentence).join(''));
  return layOutMultiples(parts, sentence, whole, measureIn());
}

/** Draws a sheet of small maps in so many pixels; `drawnOne` is told of each. */
export async function drawSmall(
  map: SituationMap,
  laid: Multiples<Seen>,
  [width, height]: Size,
  drawnOne: (count: number) => void,
): Promise<OffscreenCanvas> {
  const scale = Math.max(width / inCssPixels(laid.frame.width), height / inCssPixels(laid.frame.height));
  const [wide, tall] = laid.size.map((side) => Math.round(side * scale)) as [number, number];
  const maps: { readonly draw: Draw; readonly metresPerPixel: number; readonly bearing: number }[] = [];
  for (const { seen } of laid.cells) {
    const taking = { pixelRatio: scale, size: laid.size, camera: seen.camera };
    maps.push(
      await map.pixels(seen.picture, taking, ({ draw, metresPerPixel, bearing }) => {
        const kept = new OffscreenCanvas(wide, tall);
        draw(context(kept), 0, 0);
        return { draw: (brush, x, y) => brush.drawImage(kept, x, y), metresPerPixel, bearing };
      }),
    );
    drawnOne(maps.length);
  }
  const draws = maps.map(({ draw }) => draw);
  return painted(drawMultiples(laid, maps[0]!), draws, scale, [width, height]);
}

/** A sheet's operations on a canvas of so many pixels. */
async function painted(
  operations: readonly Operation[],
  maps: readonly Draw[],
  scale: number,
  [width, height]: Size,
): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = context(canvas);
  brush.scale(scale / PIXEL_MM, scale / PIXEL_MM);
  const drawings = await drawingsOf(operations);
  for (const operation of operations) paint(brush, operation, maps, drawings);
  return canvas;
}

/** What of a sheet lies on its map. */
export function coveredBy({ locator }: Frame): Box[] {
  return locator ? [{ left: locator.box.x, top: locator.box.y, width: locator.box.width, height: locator.box.height }] : [];
}

async function fontsFor(text: string): Promise<void> {
  await Promise.all(['400 16px', '600 16px'].map((style) => document.fonts.load(`${style} ${family}`, text)));
}

/** A canvas to paint on. Throws where the browser can make none so large. */
export function context(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const found = canvas.getContext('2d');
  const [width, height] = [canvas.width, canvas.height];
  // some give a context to a canvas that is too large for them, and draw nothing
  found?.fillRect(width - 1, height - 1, 1, 1);
  if (!found?.getImageData(width - 1, height - 1, 1, 1).data[3])
    throw new Error(`This browser cannot make a picture of ${width} × ${height} pixels: choose a smaller size, or fewer pixels.`);
  found.clearRect(width - 1, height - 1, 1, 1);
  return found;
}

/** Measures in the sheet's font. Letters are measured large: hinting at small sizes would make the layout depend on the scale. */
export function measureIn(): Measure {
  const brush = context(new OffscreenCanvas(1, 1));
  return (text, size, weight) => {
    brush.font = `${weight} 100px ${family}`;
    return (brush.measureText(text).width * size) / 100;
  };
}

/** Every SVG drawing, and every picture by its address, as an image, loaded. */
async function drawingsOf(operations: readonly Operation[]): Promise<ReadonlyMap<string, HTMLImageElement>> {
  const addresses = new Map(
    operations.flatMap((operation): [string, string][] =>
      operation.kind === 'svg'
        ? [[operation.svg, `data:image/svg+xml,${encodeURIComponent(operation.svg)}`]]
        : operation.kind === 'image'
          ? [[operation.address, operation.address]]
          : [],
    ),
  );
  return new Map(await Promise.all([...addresses].map(async ([name, address]) => [name, await imageOf(address)] as const)));
}

async function imageOf(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function paint(
  brush: OffscreenCanvasRenderingContext2D,
  operation: Operation,
  maps: readonly Draw[],
  drawings: ReadonlyMap<string, HTMLImageElement>,
): void {
  switch (operation.kind) {
    case 'map': {
      // pixel on pixel, and none between two
      const { a: scale } = brush.getTransform();
      brush.save();
      brush.resetTransform();
      maps[operation.of ?? 0]!(brush, Math.round(operation.box.x * scale), Math.round(operation.box.y * scale));
      return brush.restore();
    }
    case 'svg':
      return brush.drawImage(drawings.get(operation.svg)!, operation.box.x, operation.box.y, operation.box.width, operation.box.height);
    case 'image':
      return brush.drawImage(drawings.get(operation.address)!, operation.box.x, operation.box.y, operation.box.width, operation.box.height);
    case 'box': {
      const { box, fill, stroke, radius } = operation;
      brush.beginPath();
      brush.roundRect(box.x, box.y, box.width, box.height, radius);
      if (fill) brush.fillStyle = fill;
      if (fill) brush.fill();
      if (stroke) brush.strokeStyle = stroke;
      brush.lineWidth = PIXEL_MM;
      if (stroke) brush.stroke();
      return;
    }
    case 'text':
      brush.font = `${operation.weight} ${operation.size}px ${family}`;
      // else letters stand where they would at a size of some millimetres, in whole pixels of it
      brush.textRendering = 'geometricPrecision';
      brush.fillStyle = operation.colour;
      brush.textAlign = operation.align;
      brush.direction = operation.direction;
      return brush.fillText(operation.text, ...operation.at);
    case 'shape':
      brush.fillStyle = operation.fill;
      brush.beginPath();
      for (const point of operation.points) brush.lineTo(...point);
      brush.closePath();
      return brush.fill();
  }
}
