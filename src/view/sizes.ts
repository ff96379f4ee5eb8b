import type { Size } from './camera';

/** How large a picture is to be: presets of what desks print and post, and any other size. */

/** Width and height of a whole picture: in CSS pixels, or of paper in millimetres. */
export type PictureSize = readonly [width: number, height: number] | readonly [width: number, height: number, unit: 'mm'];

/** Null: the map as large as on the screen, with its sheet around it. `scale` is pixels for each CSS pixel, 3.125 is 300 dots an inch. */
export interface Preset {
  readonly size: PictureSize | null;
  readonly scale: number;
}

/** What is for screens is laid out small and drawn sharp, so that its letters can be read on a phone. */
export const presets = {
  screen: { size: null, scale: 2 },
  article: { size: [1200, 675], scale: 2 },
  square: { size: [900, 900], scale: 1.2 },
  story: { size: [720, 1280], scale: 1.5 },
  a4: { size: [297, 210, 'mm'], scale: 3.125 },
  a3: { size: [420, 297, 'mm'], scale: 3.125 },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** Pixels for each CSS pixel. */
export const SCALES = { least: 1, most: 8 } as const;

/** One CSS pixel is 1/96 inch. */
const MM = 96 / 25.4;

/** The layout's size in CSS pixels. */
export function inCss([width, height, unit]: PictureSize): Size {
  return unit ? [Math.ceil(width * MM), Math.ceil(height * MM)] : [width, height];
}

/** The pixels of a picture at a scale: of paper those that its millimetres have. */
export function inPixels([width, height, unit]: PictureSize, scale: number): Size {
  const side = (length: number): number => Math.round(length * (unit ? MM : 1) * scale);
  return [side(width), side(height)];
}

/** As an address or an option has it: `1200x675`, `297x210mm`. */
export function writeSize([width, height, unit]: PictureSize): string {
  return `${width}x${height}${unit ?? ''}`;
}

/** What such a text says, or the name of a preset; undefined where it is none from 200 to 9999 pixels, or from 50 to 2000 millimetres. */
export function readSize(text: string): PictureSize | undefined {
  if (Object.hasOwn(presets, text)) return presets[text as PresetName].size ?? undefined;
  const [, wide, tall, unit] = /^(\d{2,4}(?:\.\d)?)x(\d{2,4}(?:\.\d)?)(mm)?$/.exec(text) ?? [];
  const [width, height] = [Number(wide), Number(tall)];
  const [least, most] = unit ? [50, 2000] : [200, 9999];
  if (!(width >= least && width <= most && height >= least && height <= most)) return undefined;
  if (unit) return [width, height, 'mm'];
  return Number.isInteger(width) && Number.isInteger(height) ? [width, height] : undefined;
}

/** What is kept free at the top and at the bottom of a picture as tall as a story, in CSS pixels: whoever shows it lays its own buttons there. */
export function keptFree(size: PictureSize | null): number {
  return size && !size[2] && size[1] / size[0] > 1.7 ? Math.round(size[1] * 0.13) : 0;
}
