import type { Points } from '../../core/geometry/plane';
import type { Palette } from '../palette';

/** Movements and flows as they are drawn: outlines on the plane, and what is painted along and inside them, from below. */

/** How a stroke is drawn, from below: the trace of what is past; flows; arrows. */
export const strokeForms = ['trace', 'soft', 'hatched', 'band', 'hollow', 'solid', 'dashed'] as const;
export type StrokeForm = (typeof strokeForms)[number];

/** One stroke, and everything that its drawing depends on but the palette. */
export interface StrokeShape {
  /** Of the mark that a click selects, such as `movement:ID`. */
  readonly id: string;
  readonly form: StrokeForm;
  /** Of a trace one open line; else closed rings, made in `core/geometry`. */
  readonly lines: readonly Points[];
  readonly colour: string;
  /** Opacity by age. */
  readonly fade: number;
  readonly selected: boolean;
  /** Size on the plane of the screen pixel that it was made for: dashes and hatching keep to it. */
  readonly pixel: number;
}

/** One coat of paint. */
export interface StrokeCoat {
  /** From the first to the last of these forms. */
  readonly forms: readonly [first: StrokeForm, last: StrokeForm];
  readonly paint: 'fill' | 'hatch' | 'line' | 'dash';
  /** Null: each stroke's own. */
  readonly colour: string | null;
  /** Of lines, in pixels. */
  readonly width: number;
  readonly opacity: number;
  /** Whether it fades with age. */
  readonly fades: boolean;
  /** Whether only the selected stroke gets it. */
  readonly selected: boolean;
}

/** Stroke and gap of dashes, in pixels. */
export const DASH: readonly [stroke: number, gap: number] = [4.4, 3];
/** Of hatching, in pixels: from stroke to stroke across them, how wide a stroke is; and the opacity of the ground under it. */
export const HATCH = { pace: 3.4, width: 1.8, ground: 0.75 } as const;

/** Everything that is painted, from below; of one coat, later strokes lie above earlier ones. */
export function strokeCoats(palette: Palette): StrokeCoat[] {
  const thin = (width: number) => width * palette.weight;
  const coat = (
    forms: StrokeCoat['forms'],
    paint: StrokeCoat['paint'],
    colour: string | null,
    more: Partial<StrokeCoat> = {},
  ): StrokeCoat => ({
    forms,
    paint,
    colour,
    width: 0,
    opacity: 1,
    fades: false,
    selected: false,
    ...more,
  });
  const line = (forms: StrokeCoat['forms'], colour: string | null, width: number, more?: Partial<StrokeCoat>) =>
    coat(forms, 'line', colour, { width, ...more });
  return [
    line(['trace', 'trace'], palette.selected, 7, { selected: true }),
    line(['trace', 'trace'], palette.casing, 3.6, { opacity: 0.8, fades: true }),
    line(['trace', 'trace'], null, 1.7, { fades: true }),

    line(['soft', 'band'], palette.selected, 6, { selected: true }),
    coat(['soft', 'soft'], 'fill', null, { opacity: 0.26 }),
    line(['hatched', 'band'], palette.casing, 2.6, { fades: true }),
    coat(['hatched', 'hatched'], 'hatch', null),
    line(['hatched', 'hatched'], null, thin(1)),
    coat(['band', 'band'], 'fill', null, { fades: true }),
    line(['band', 'band'], null, thin(0.7), { fades: true }),

    line(['hollow', 'dashed'], palette.selected, 8, { selected: true }),
    line(['hollow', 'dashed'], palette.casing, 4),
    coat(['hollow', 'hollow'], 'fill', palette.paper),
    coat(['solid', 'solid'], 'fill', null),
    line(['solid', 'solid'], palette.hairline, thin(0.7)),
    line(['hollow', 'hollow'], null, 2),
    coat(['dashed', 'dashed'], 'dash', null, { width: 2 }),
  ];
}

/** A colour of six hexadecimal digits as red, green and blue from 0 to 1. */
export function channels(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
