import type { XY } from '../core/geometry/plane';

/** Where a name may stand beside its mark: so that it is taken for its own mark's, and for no other's. */

/** The sides and corners of a text that may lie at its point, the best first. */
export const anchors = ['top', 'left', 'bottom', 'right', 'top-left', 'bottom-left', 'top-right', 'bottom-right'] as const;

/** Anchors, each followed by where it lies from the point, in ems right and down: the best first. */
export type Standing = (string | [number, number])[];

/** A mark on the screen: pixels right and down. */
export interface Disc {
  readonly at: XY;
  readonly radius: number;
}

/** A name of a size in pixels, so many ems from the middle of its mark. */
export interface Written {
  readonly text: string;
  readonly size: number;
  readonly offset: number;
}

/** Names of marked cities are written this large (see `labels.ts`): larger than all others, they may also stand so many ems off a side. */
const CITY_SIZE = 14;
const OFF = 0.9;
/** Or, beside their mark, so many ems higher or lower than it. */
const AWRY = 0.5;
/** By so many pixels at least any other mark is farther from a name than its own, rim by rim. */
export const CLEAR = 1;
/** In ems: a letter, on the wide side, a line, and where lines are broken. */
const [LETTER, LINE, WIDEST] = [0.58, 1.15, 9];

/** All anchors, with the text so many ems from the point. */
export function ring(ems: number): Standing {
  return anchors.flatMap((anchor) => [anchor, shiftOf(anchor, ems)]);
}

/** Right and down, in ems, from the point to the corner or side of the text that an anchor names. */
export function shiftOf(anchor: string, ems: number): [number, number] {
  const [right, down] = towards(anchor);
  const length = Math.hypot(down, right);
  return [(right / length) * ems, (down / length) * ems];
}

/** Where a name may stand beside its own mark among others, not counting what it would lie upon; empty where it would be taken for another's everywhere. */
export function standingOf(written: Written, own: Disc, others: readonly Disc[]): Standing {
  const { size, offset } = written;
  const [width, height] = sizeOf(written);
  const reach = own.radius + (offset + OFF) * size + 2 * Math.max(width, height);
  const near = others.filter(({ at, radius }) => Math.hypot(at[0] - own.at[0], at[1] - own.at[1]) < reach + radius);
  // off a corner a name would stand alone, and beside whatever points there
  const off = ['left', 'right'].flatMap((anchor) => [-AWRY, AWRY].map((down) => [anchor, [shiftOf(anchor, offset)[0], down]] as const));
  const sides = anchors.slice(0, 4).map((anchor) => [anchor, shiftOf(anchor, offset + OFF)] as const);
  return [...anchors.map((anchor) => [anchor, shiftOf(anchor, offset)] as const), ...(size >= CITY_SIZE ? [...off, ...sides] : [])].flatMap(
    ([anchor, [right, down]]) => {
      const shift: [number, number] = [Math.round(right * 1e3) / 1e3, Math.round(down * 1e3) / 1e3];
      const box = textBox(written, own.at, anchor, shift);
      const away = awayFrom(box, own) + CLEAR;
      return near.every((other) => awayFrom(box, other) >= away) ? [anchor, shift] : [];
    },
  );
}

/** Left, top, right and bottom of a text, in pixels, about. */
export function textBox(written: Written, [x, y]: XY, anchor: string, [shiftX, shiftY]: XY): readonly [number, number, number, number] {
  const [width, height] = sizeOf(written);
  const [right, down] = towards(anchor);
  const left = x + shiftX * written.size + ((right - 1) / 2) * width;
  const top = y + shiftY * written.size + ((down - 1) / 2) * height;
  return [left, top, left + width, top + height];
}

/** From a mark's rim to a box, in pixels; less than zero where they meet. */
export function awayFrom([left, top, right, bottom]: readonly [number, number, number, number], { at: [x, y], radius }: Disc): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) - radius;
}

/** Which way the text lies from the point. */
function towards(anchor: string): XY {
  return [
    Number(anchor.includes('left')) - Number(anchor.includes('right')),
    Number(anchor.includes('top')) - Number(anchor.includes('bottom')),
  ];
}

function sizeOf({ text, size }: Written): XY {
  const ems = text.length * LETTER;
  const lines = text.includes(' ') ? Math.ceil(ems / WIDEST) : 1;
  return [(lines > 1 ? WIDEST : ems) * size, lines * LINE * size];
}
