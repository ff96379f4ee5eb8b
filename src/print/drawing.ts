/** What a sheet is made of, in millimetres from its top left corner. Screens, PNG and later formats draw the same list. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [x: number, y: number];

export type Operation =
  /** The map's own picture goes here; of several the one of that number. */
  | { readonly kind: 'map'; readonly box: Box; readonly of?: number }
  | { readonly kind: 'box'; readonly box: Box; readonly fill: string | null; readonly stroke: string | null; readonly radius: number }
  /** One line of text on its baseline; `size` is the font's. */
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly weight: Weight;
      readonly colour: string;
      readonly align: 'left' | 'right' | 'center';
      readonly direction: Direction;
    }
  /** A finished SVG drawing, scaled to the box. */
  | { readonly kind: 'svg'; readonly box: Box; readonly svg: string }
  /** A picture by its address, scaled to the box, whose sides are as its own. */
  | { readonly kind: 'image'; readonly box: Box; readonly address: string }
  | { readonly kind: 'shape'; readonly points: readonly Point[]; readonly fill: string };

export type Weight = 400 | 600;
export type Direction = 'ltr' | 'rtl';

/** The width in millimetres of one line in the sheet's font. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** One CSS pixel in millimetres: 1/96 inch. */
export const PIXEL_MM = 25.4 / 96;

/** Millimetres as whole CSS pixels. */
export const inPixels = (mm: number): number => Math.round(mm / PIXEL_MM);
