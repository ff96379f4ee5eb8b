import { PNG } from 'pngjs';

/** What is seen in a picture. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function pixelsOf(png: Uint8Array): Pixels {
  return PNG.sync.read(Buffer.from(png));
}

/** The share of sampled pixels that have the commonest colour: 1 for a blank picture. */
export function blankness({ width, height, data }: Pixels): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < width * height; i += 7) {
    const colour = (data[i * 4]! << 16) | (data[i * 4 + 1]! << 8) | data[i * 4 + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / Math.ceil((width * height) / 7);
}

/** A picture reduced by a whole number: each pixel is the mean of a square. */
export function reduced({ width, height, data }: Pixels, by: number): Pixels {
  const [w, h] = [width / by, height / by];
  const small = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let dy = 0; dy < by; dy++) for (let dx = 0; dx < by; dx++) sum += data[((y * by + dy) * width + x * by + dx) * 4 + channel]!;
        small[(y * w + x) * 4 + channel] = Math.round(sum / by ** 2);
      }
  return { width: w, height: h, data: small };
}

/** How far apart two pictures of one size are on the whole: mean difference of a channel, 0 to 255. */
export function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} against ${b.width} × ${b.height}`);
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

/** How many pixels have about this colour. */
export function countOf({ data }: Pixels, [r, g, b]: readonly [number, number, number], tolerance = 12): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i]! - r) <= tolerance && Math.abs(data[i + 1]! - g) <= tolerance && Math.abs(data[i + 2]! - b) <= tolerance) count++;
  return count;
}

/** The part of a picture between two shares of its width and of its height. */
export function part({ width, height, data }: Pixels, [left, right]: readonly number[], [top, bottom]: readonly number[] = [0, 1]): Pixels {
  const [x0, x1] = [Math.round(left! * width), Math.round(right! * width)];
  const [y0, y1] = [Math.round(top! * height), Math.round(bottom! * height)];
  const rows = Array.from({ length: y1 - y0 }, (_, row) => data.subarray(((y0 + row) * width + x0) * 4, ((y0 + row) * width + x1) * 4));
  return { width: x1 - x0, height: y1 - y0, data: new Uint8Array(Buffer.concat(rows)) };
}
