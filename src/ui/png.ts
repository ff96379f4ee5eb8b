import { withDots, withTexts } from '../formats/png';
import { pngTexts } from '../formats/xmp';
import { drawSheet } from '../map/export';
import { inPixels } from '../print/drawing';
import { MEMORY } from '../view/memory';
import { inPixels as pixelsOf } from '../view/sizes';
import type { Made, Making } from './exports';
import { momentOf, type Moment } from './exporting';

/** The view as a PNG that remembers what it claimed. */
export async function pngOf(making: Making): Promise<Made> {
  const moment = await momentOf(making.view, making.from, making.size);
  const png = await canvasOf(making, moment).then((canvas) => canvas.convertToBlob({ type: 'image/png' }));
  return { name: `${moment.name}.png`, content: await remembering(png, moment, making.scale), description: moment.about.description };
}

/** A moment's sheet, drawn. */
export function canvasOf({ from, size, scale }: Making, { laid }: Moment): Promise<OffscreenCanvas> {
  const { width, height } = laid.frame;
  const pixels = size ? pixelsOf(size, scale) : pixelsOf([inPixels(width), inPixels(height)], scale);
  return drawSheet(from.map, laid, pixels);
}

/** A PNG with what it is to remember, and its size on paper. */
export async function remembering(plain: Blob, { about, memory }: Pick<Moment, 'about' | 'memory'>, scale: number): Promise<Blob> {
  const texts = { ...pngTexts(about), [MEMORY]: JSON.stringify(memory) };
  const png = withTexts(withDots(new Uint8Array(await plain.arrayBuffer()), scale * 96), texts);
  return new Blob([png], { type: 'image/png' });
}
