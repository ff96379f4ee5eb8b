import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { XY } from '../../core/geometry/plane';
import { listOf, numberOf, textOf, type Asked } from '../../style/evaluate';
import type { Drawing } from '../../style/svg';
import type { Measure, Weight } from '../drawing';
import { directionOf } from '../text';
import { contextual } from './contextual';
import { brokenLines, lettersOf, type Advance } from './break-lines';
import type { Shape, Words } from './shapes';

/** What the map has put of one symbol, in CSS pixels from its top left corner. */
export interface PlacedSymbol {
  /** Id of the style's layer. */
  readonly layer: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Its point; null where the picture of the symbol is left out. */
  readonly icon: XY | null;
  /** Null where the name is left out. */
  readonly text: PlacedText | null;
}

export type PlacedText =
  /** Where the style says, beside its point. */
  | { readonly kind: 'anchored'; readonly at: XY }
  /** One of several places, of which the map chose: the middle of its lines, and the side on which these are even. */
  | { readonly kind: 'chosen'; readonly at: XY; readonly justify: Justify }
  /** Along a line: the middle of each letter, as it is read from left to right, and degrees clockwise. */
  | { readonly kind: 'along'; readonly letters: readonly { readonly at: XY; readonly turn: number }[] };

export type Justify = 'left' | 'center' | 'right';

/** What names are drawn with. */
export interface Lettering {
  readonly zoom: number;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly measure: Measure;
}

/** How far below the middle of its line a baseline lies, in ems: of MapLibre's letters. */
const BASELINE = 10 / 24;
const LINE_HEIGHT = 1.2;
/** Ems, where a layer says nothing. */
const WIDEST = 10;

/** The symbols of one layer, from below: all pictures, then all names. */
export function nameShapes(layer: SymbolLayerSpecification, placed: readonly PlacedSymbol[], lettering: Lettering): Shape[] {
  const own = placed.filter((each) => each.layer === layer.id);
  const { layout = {}, paint = {} } = layer;
  const icons = own.flatMap(({ icon, properties }): Shape[] => {
    const asked = { zoom: lettering.zoom, properties };
    const drawing = lettering.drawings.get(textOf(layout['icon-image'], asked));
    if (!icon || !drawing || numberOf(paint['icon-opacity'] ?? 1, asked) === 0) return [];
    const scale = numberOf(layout['icon-size'] ?? 1, asked);
    return [{ kind: 'mark', svg: drawing.svg, at: icon, side: drawing.size * scale, opacity: 1 }];
  });
  const words = own.flatMap(({ text, properties }) => (text ? wordsOf(layer, text, { zoom: lettering.zoom, properties }, lettering) : []));
  return [...icons, ...words];
}

type Style = Pick<Words, 'kind' | 'size' | 'weight' | 'colour' | 'halo' | 'haloWidth' | 'spacing'>;

function wordsOf({ layout = {}, paint = {} }: SymbolLayerSpecification, placed: PlacedText, asked: Asked, { measure }: Lettering): Words[] {
  const text = textOf(layout['text-field'], asked);
  const size = numberOf(layout['text-size'] ?? 16, asked);
  const font = listOf<string>(layout['text-font'], asked);
  const weight: Weight = /semibold/i.test(font[0] ?? '') ? 600 : 400;
  const spacing = numberOf(layout['text-letter-spacing'] ?? 0, asked);
  const style: Style = {
    kind: 'words',
    size,
    weight,
    colour: textOf(paint['text-color'], asked),
    halo: textOf(paint['text-halo-color'], asked),
    haloWidth: numberOf(paint['text-halo-width'] ?? 0, asked),
    spacing: spacing * size,
  };
  const [right = 0, down = 0] = listOf<number>(layout['text-offset'] ?? [0, 0], asked);
  const advance: Advance = (letter) => (/^\p{Cf}/u.test(letter) ? 0 : measure(letter, 1, weight));
  if (placed.kind === 'along') return bent(style, text, placed.letters);

  const isPoint = layout['symbol-placement'] !== 'line';
  const widest = isPoint ? numberOf(layout['text-max-width'] ?? WIDEST, asked) : Infinity;
  const lineHeight = numberOf(layout['text-line-height'] ?? LINE_HEIGHT, asked);
  const lines = brokenLines(text, widest, spacing, advance);
  const lengths = lines.map((line) => lettersOf(line).reduce((sum, letter) => sum + advance(letter) + spacing, -spacing));
  const longest = Math.max(...lengths);
  const anchor = placed.kind === 'chosen' ? 'center' : textOf(layout['text-anchor'] ?? 'center', asked);
  const [shiftX, shiftY] = placed.kind === 'chosen' ? [0, 0] : [right, down];
  const across = share(anchor, 'left', 'right');
  const even = share(placed.kind === 'chosen' ? placed.justify : anchor, 'left', 'right');
  return lines.flatMap((line, i): Words[] => {
    const shown = line.replaceAll('\u200b', '');
    if (shown === '') return [];
    const x = (even - across) * longest + (0.5 - even) * lengths[i]! + shiftX;
    const y = (i + 0.5 - share(anchor, 'top', 'bottom') * lines.length) * lineHeight + BASELINE + shiftY;
    const at: XY = [placed.at[0] + x * size, placed.at[1] + y * size];
    return [{ ...style, text: shown, at, turn: 0, direction: directionOf(shown, 'ltr') }];
  });
}

/** Where something lies between two sides: 0 at the one, 1 at the other. */
function share(anchor: string, from: string, to: string): number {
  return anchor.includes(from) ? 0 : anchor.includes(to) ? 1 : 0.5;
}

/** A name along a line, whose offset from it is in its letters' places: letter by letter, or, where the letters cannot be told apart, as one straight piece. */
function bent(style: Style, text: string, letters: readonly { readonly at: XY; readonly turn: number }[]): Words[] {
  const direction = directionOf(text, 'ltr');
  const shown = contextual(text);
  if (direction === 'rtl') shown.reverse();
  const beneath = (at: XY, turn: number): XY => {
    const angle = (turn * Math.PI) / 180;
    return [at[0] - Math.sin(angle) * BASELINE * style.size, at[1] + Math.cos(angle) * BASELINE * style.size];
  };
  if (shown.length === letters.length)
    return letters.flatMap(({ at, turn }, i): Words[] =>
      shown[i]!.trim() === '' ? [] : [{ ...style, text: shown[i]!, at: beneath(at, turn), turn, direction }],
    );
  const [first, last] = [letters[0]!, letters.at(-1)!];
  const middle: XY = [(first.at[0] + last.at[0]) / 2, (first.at[1] + last.at[1]) / 2];
  const turn = (Math.atan2(last.at[1] - first.at[1], last.at[0] - first.at[0]) * 180) / Math.PI;
  return [{ ...style, text, at: beneath(middle, turn), turn, direction }];
}
