import type { Direction, Point, Weight } from '../drawing';

/** What a map is made of as vectors, from below, in CSS pixels from its top left corner. */
export type Shape =
  /** Paths painted alike; `paths` in SVG's own words. Holes by the even-odd rule. */
  | ({ readonly kind: 'paths'; readonly paths: readonly string[] } & Paint)
  /** A small drawing with its middle at a point. */
  | { readonly kind: 'mark'; readonly svg: string; readonly at: Point; readonly side: number; readonly opacity: number }
  | Words
  /** A picture, laid on by an affine matrix from its own unit square: a, b, c, d, e, f. */
  | { readonly kind: 'raster'; readonly address: string; readonly matrix: readonly number[]; readonly opacity: number }
  /** Shapes that are seen inside of an outline alone. */
  | { readonly kind: 'within'; readonly outline: string; readonly shapes: readonly Shape[] };

/** How paths are painted. */
export interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  /** Of the stroke. */
  readonly width: number;
  /** Of fill and stroke together. */
  readonly opacity: number;
  /** Lengths of stroke and gap in turn. */
  readonly dash: readonly number[] | null;
  readonly cap: 'round' | 'butt';
}

/** One line of a name, or one letter of a name that bends. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  /** The middle of its baseline. */
  readonly at: Point;
  /** Degrees clockwise. */
  readonly turn: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly halo: string;
  /** How far the halo reaches beyond the letters. */
  readonly haloWidth: number;
  /** Between letters. */
  readonly spacing: number;
  readonly direction: Direction;
}

export const bare: Paint = { fill: null, stroke: null, width: 0, opacity: 1, dash: null, cap: 'butt' };
