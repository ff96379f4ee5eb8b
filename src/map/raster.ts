import { svgUrl, type Drawing } from '../style/svg';

/** A drawing as pixels, with how many of them there are to a CSS pixel. */
export interface Raster {
  readonly data: ImageData;
  readonly pixelRatio: number;
}

/** Draws an SVG at a pixel ratio. Rejects where the browser cannot read it. */
export async function rasterOf({ svg, size }: Drawing, pixelRatio: number): Promise<Raster> {
  const image = new Image();
  image.src = svgUrl(svg);
  await image.decode();
  const side = Math.round(size * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error(`A mark of ${side} pixels could not be drawn: no 2D canvas.`);
  brush.drawImage(image, 0, 0, side, side);
  return { data: brush.getImageData(0, 0, side, side), pixelRatio: side / size };
}
