import type { Size } from '../view/camera';
import { inCss, keptFree, type PictureSize } from '../view/sizes';
import { inPixels, PIXEL_MM, type Box, type Measure, type Operation } from './drawing';
import { frameOf, furniture, type Frame, type MapView, type Sheet } from './furniture';
import { legendOfAll, type Part, type Said } from './lay-out';
import { linesOf } from './text';

/** Several small maps of one ground on one sheet, each under the sentence that it would have alone. */

/** A sheet of small maps, and where everything on it stands. */
export interface Multiples<Seen> {
  readonly sheet: Sheet;
  readonly frame: Frame;
  /** Of each its map and its caption, in the order of reading. */
  readonly cells: readonly { readonly map: Box; readonly caption: readonly string[]; readonly seen: Seen }[];
  /** Of each map, in CSS pixels. */
  readonly size: Size;
}

const px = PIXEL_MM;
const gap = 14 * px;
const letters = 11.5 * px;
const lineHeight = 15 * px;
/** Of a small map: its marks can still be told apart. */
const LEAST = 150 * px;
/** A caption has no more lines. */
const LINES = 2;

/**
 * Lays small maps out on one sheet, whose head is the last one's but for its sentence. Throws RangeError, naming the size, where the maps would be smaller than
 * 150 CSS pixels.
 */
export function layOutMultiples<Seen extends Said>(
  parts: readonly Part<Seen>[],
  sentence: string,
  whole: PictureSize,
  measure: Measure,
): Multiples<Seen> {
  const room = { picture: inCss(whole), keptFree: keptFree(whole) };
  const head = { ...parts.at(-1)!.head, sentence, beside: null };
  const on = (seen: readonly Seen[]) => {
    // whoever rests on most says what all rest on
    const most = parts.reduce((a, b) => (b.head.credits.join('').length > a.head.credits.join('').length ? b : a));
    const credits = [...new Set(seen.flatMap(({ notes }) => notes)), ...most.head.credits];
    const sheet: Sheet = {
      ...head,
      legend: legendOfAll(seen.map(({ legend }) => legend)),
      code: seen.at(-1)!.code,
      codeOf: 'last',
      credits,
    };
    const frame = frameOf(sheet, room, measure);
    return { sheet, frame, boxes: cellsOf(frame.map, parts.length, head.language === 'ar') };
  };
  const sizeOf = ({ width, height }: Box): Size => [inPixels(width), inPixels(height)];
  // what is said depends on how large the maps are, and that on what is said
  let size: Size = [400, 300];
  let laid = on(parts.map(({ seenAt }) => seenAt(size)));
  for (let turn = 0; turn < 4; turn++) {
    const [width, height] = sizeOf(laid.boxes[0]!);
    if (width === size[0] && height === size[1]) break;
    size = [width, height];
    laid = on(parts.map(({ seenAt }) => seenAt(size)));
  }
  const [first] = laid.boxes;
  if (first!.width < LEAST || first!.height < LEAST)
    throw new RangeError(`A picture of ${whole.join(' × ')} is too small for ${parts.length} maps.`);
  size = sizeOf(first!);
  return {
    ...laid,
    size,
    cells: parts.map(({ head, seenAt }, i) => {
      return {
        map: laid.boxes[i]!,
        caption: linesOf(head.sentence, first!.width, letters, 600, measure).slice(0, LINES),
        seen: seenAt(size),
      };
    }),
  };
}

/** Draws such a sheet as a list of operations, from below; `view` is how each of its maps lies. */
export function drawMultiples<Seen>({ sheet, frame, cells }: Multiples<Seen>, view: MapView): Operation[] {
  const [paper, ...rest] = furniture(sheet, frame, view);
  const around = rest.filter(({ kind, ...each }) => kind !== 'map' && !('box' in each && each.box === frame.map));
  const border = rest.find((each): each is Operation & { kind: 'box' } => each.kind === 'box' && each.box === frame.map);
  const ink = around.find((each): each is Operation & { kind: 'text' } => each.kind === 'text');
  const isRtl = sheet.language === 'ar';
  return [
    paper!,
    ...cells.flatMap(({ map, caption }, of): Operation[] => [
      { kind: 'map', box: map, of },
      ...(border ? [{ ...border, box: map }] : []),
      ...caption.map((text, line): Operation => {
        const at = [isRtl ? map.x + map.width : map.x, map.y - 5 * px - (caption.length - 1 - line) * lineHeight] as const;
        return { ...ink!, at, text, size: letters, weight: 600, align: isRtl ? 'right' : 'left', direction: isRtl ? 'rtl' : 'ltr' };
      }),
    ]),
    ...around,
  ];
}

/** Boxes of one size in the rows that make them largest, with room for a caption over each, on whole CSS pixels. */
export function cellsOf(area: Box, count: number, isRtl: boolean): Box[] {
  const caption = LINES * lineHeight + 4 * px;
  const sizeIn = (columns: number) => {
    const rows = Math.ceil(count / columns);
    const width = Math.floor((area.width - (columns - 1) * gap) / columns / px) * px;
    const height = Math.floor((area.height - (rows - 1) * gap - rows * caption) / rows / px) * px;
    return { columns, width, height };
  };
  const all = Array.from({ length: count }, (_, i) => sizeIn(i + 1));
  const { columns, width, height } = all.reduce((a, b) => (Math.min(b.width, b.height) > Math.min(a.width, a.height) ? b : a));
  return Array.from({ length: count }, (_, i) => {
    const column = i % columns;
    const x = isRtl ? area.x + area.width - width - column * (width + gap) : area.x + column * (width + gap);
    return { x: Math.round(x / px) * px, y: area.y + Math.floor(i / columns) * (height + caption + gap) + caption, width, height };
  });
}
