import { PNG } from 'pngjs';

/** Small files of pictures. */

/** The same picture without its opacity, packed as tightly as PNG allows; with `step`, colours are rounded to multiples of it. */
export function compact(png: Uint8Array, step = 1): Buffer {
  const picture = PNG.sync.read(Buffer.from(png));
  if (step > 1) for (let i = 0; i < picture.data.length; i++) picture.data[i] = Math.min(255, Math.round(picture.data[i]! / step) * step);
  return PNG.sync.write(picture, { colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}
