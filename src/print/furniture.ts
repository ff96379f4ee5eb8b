import { fill, formatNumber, strings, type Language } from '../style/strings';
import { PIXEL_MM, type Box, type Direction, type Measure, type Operation, type Point } from './drawing';
import { legendInBand, legendInCorner, type LegendBlock, type LegendLine, type LegendStyle } from './legend-box';
import { scaleBar } from './scale-bar';
import { paragraphs, type Paragraphs, type Text } from './text';

/** Everything around a printed map: title, day and lens, legend, scale, north, credits, disclaimer. All texts are finished, in the reader's language. */
export interface Sheet {
  readonly language: Language;
  readonly look: 'light' | 'dark';
  readonly title: string;
  /** The day and the lens, as one sentence. */
  readonly sentence: string;
  /** What is in view. */
  readonly legend: readonly LegendLine[];
  readonly credits: readonly string[];
  readonly disclaimer: string;
}

/** How big: the map is as on the screen and the picture grows around it, or the whole picture has a size and the map gets the rest. CSS pixels. */
export type Room = { readonly map: readonly [number, number] } | { readonly picture: readonly [number, number] };

/** A sheet's layout before the map is drawn: millimetres, with the map on whole CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly map: Box;
  readonly header: Paragraphs;
  readonly footer: Paragraphs;
  /** Null where nothing is in view. */
  readonly legend: LegendBlock | null;
  /** In a corner of the map, or in a band of its own under it. */
  readonly legendInside: boolean;
}

/** How the map of a sheet lies: metres on the ground per CSS pixel at its centre, degrees clockwise from north at the top. */
export interface MapView {
  readonly metresPerPixel: number;
  readonly bearing: number;
}

const px = PIXEL_MM;
const margin = 16 * px;
const padding = 12 * px;
const inks = {
  light: { paper: '#ffffff', ink: '#1d1c1a', muted: '#5b5850', line: '#b9b3a6' },
  dark: { paper: '#15181b', ink: '#f1eee7', muted: '#aeb2b3', line: '#4a5055' },
} as const;

/** Lays a sheet out. Throws RangeError, naming the size, where a picture is too small for a map beside all that belongs to it. */
export function frameOf(sheet: Sheet, room: Room, measure: Measure): Frame {
  const inPicture = 'picture' in room;
  const width = inPicture ? room.picture[0] * px : room.map[0] * px + 2 * margin;
  const inner = width - 2 * margin;
  const small = { size: 10 * px, weight: 400, muted: true } as const;
  const titleSize = (inner > 600 * px ? 25 : 19) * px;
  const texts = (given: Text[]) => paragraphs(given, inner, directionOfSheet(sheet), measure);
  const header = texts([
    { text: sheet.title, size: titleSize, weight: 600, muted: false },
    { text: sheet.sentence, size: 14.5 * px, weight: 400, muted: true },
  ]);
  const footer = texts([
    { text: sheet.credits.join(' · '), ...small },
    { text: sheet.disclaimer, ...small },
  ]);

  const top = wholePixels(margin * 0.75 + header.height + padding * 0.75);
  const below = padding * 0.75 + footer.height + margin * 0.75;
  const mapHeight = (band: number) => (inPicture ? room.picture[1] * px - top - band : room.map[1] * px);
  // in the map's corner while that leaves the map its due, else in a band of its own
  const style = legendStyle(sheet, measure);
  const corner = legendInCorner(
    sheet.legend,
    { width: inner * 0.42 - 2 * padding, height: mapHeight(wholePixels(below)) * 0.7 - 2 * padding },
    style,
  );
  const legend = corner ?? (sheet.legend.length > 0 ? legendInBand(sheet.legend, inner, style) : null);
  const bottom = wholePixels(below + (legend && !corner ? legend.height + padding : 0));
  const map = { x: margin, y: top, width: inner, height: mapHeight(bottom) };
  if (inPicture && map.height < room.picture[1] * px * 0.3)
    throw new RangeError(`A picture of ${room.picture.join(' × ')} is too small for a map with its title, legend and credits.`);
  return { width, height: top + map.height + bottom, map, header, footer, legend, legendInside: corner !== null };
}

/** Draws a laid-out sheet as a list of operations, from below. Pure: the same sheet, frame and view give the same list at every scale. */
export function furniture(sheet: Sheet, frame: Frame, view: MapView, measure: Measure): Operation[] {
  const { paper, line, ink, muted } = inks[sheet.look];
  const { map, legend, legendInside, width, height } = frame;
  const rtl = directionOfSheet(sheet) === 'rtl';
  const bottom = map.y + map.height;
  const edge = rtl ? map.x + map.width : map.x;
  const text = (block: Paragraphs, y: number): Operation[] =>
    block.lines.map(({ baseline, muted: quiet, ...rest }) => ({
      kind: 'text',
      at: [edge, y + baseline],
      colour: quiet ? muted : ink,
      align: rtl ? 'right' : 'left',
      ...rest,
    }));
  const operations: Operation[] = [
    { kind: 'box', box: { x: 0, y: 0, width, height }, fill: paper, stroke: null, radius: 0 },
    { kind: 'map', box: map },
    { kind: 'box', box: map, fill: null, stroke: line, radius: 0 },
    ...text(frame.header, margin * 0.75),
  ];
  if (legend) {
    const inset = legendInside ? padding * 1.9 : 0;
    const x = rtl ? edge - inset - legend.width : edge + inset;
    const y = legendInside ? bottom - padding * 1.7 - legend.height : bottom + padding;
    const around = { x: x - padding, y: y - padding * 0.8, width: legend.width + 2 * padding, height: legend.height + padding * 1.6 };
    if (legendInside) operations.push({ kind: 'box', box: around, fill: paper, stroke: line, radius: 4 * px });
    operations.push(...legend.at(x, y));
  }
  operations.push(...text(frame.footer, bottom + padding * 0.75 + (legend && !legendInside ? legend.height + padding : 0)));
  return [...operations, ...scaleAndNorth(sheet, map, view, measure)];
}

function legendStyle(sheet: Sheet, measure: Measure): LegendStyle {
  const { ink, muted } = inks[sheet.look];
  return { title: strings(sheet.language)['print.legend'], ink, muted, direction: directionOfSheet(sheet), measure };
}

// on a plate of its own, in the corner across from the legend
function scaleAndNorth(sheet: Sheet, map: Box, { metresPerPixel, bearing }: MapView, measure: Measure): Operation[] {
  const { paper, ink, line } = inks[sheet.look];
  const say = strings(sheet.language);
  const direction = directionOfSheet(sheet);
  const size = 11.5 * px;
  const bar = scaleBar(metresPerPixel / px, Math.min(130 * px, map.width * 0.25));
  const turned = Math.abs(bearing) > 0.5;
  if (!bar && !turned) return [];
  const kilometres = bar !== null && bar.metres >= 1000;
  const label = bar
    ? fill(say[kilometres ? 'print.km' : 'print.m'], { n: formatNumber(sheet.language, kilometres ? bar.metres / 1000 : bar.metres) })
    : '';
  const width = Math.max(bar?.lengthMm ?? 0, measure(label, size, 400), 26 * px);
  const plate = { width: width + 20 * px, height: (bar ? 30 : 8) * px + (turned ? 42 * px : 0) };
  const x = direction === 'rtl' ? map.x + padding : map.x + map.width - padding - plate.width;
  const y = map.y + map.height - padding - plate.height;
  const middle = x + plate.width / 2;
  const words = { size, colour: ink, align: 'center', direction, weight: 400 } as const;
  const operations: Operation[] = [{ kind: 'box', box: { x, y, ...plate }, fill: paper, stroke: line, radius: 4 * px }];
  if (turned) {
    operations.push({ kind: 'shape', points: needle([middle, y + 19 * px], bearing), fill: ink });
    operations.push({ kind: 'text', at: [middle, y + 44 * px], text: say['print.north'], ...words, weight: 600 });
  }
  if (!bar) return operations;
  const end = y + plate.height - 8 * px;
  const left = middle - bar.lengthMm / 2;
  const stroke = 1.5 * px;
  const box = (bx: number, by: number, wide: number, tall: number): Operation => ({
    kind: 'box',
    box: { x: bx, y: by, width: wide, height: tall },
    fill: ink,
    stroke: null,
    radius: 0,
  });
  return [
    ...operations,
    { kind: 'text', at: [middle, end - 7 * px], text: label, ...words },
    box(left, end - stroke, bar.lengthMm, stroke),
    box(left, end - 5 * px, stroke, 5 * px),
    box(left + bar.lengthMm - stroke, end - 5 * px, stroke, 5 * px),
  ];
}

/** An arrow to the north for a map that is turned clockwise by `bearing` degrees. */
function needle([x, y]: Point, bearing: number): Point[] {
  const turn = (-bearing * Math.PI) / 180;
  const corners: Point[] = [
    [0, -13],
    [8, 11],
    [0, 6],
    [-8, 11],
  ];
  return corners.map(([dx, dy]) => [
    x + (dx * Math.cos(turn) - dy * Math.sin(turn)) * px,
    y + (dx * Math.sin(turn) + dy * Math.cos(turn)) * px,
  ]);
}

function directionOfSheet(sheet: Sheet): Direction {
  return sheet.language === 'ar' ? 'rtl' : 'ltr';
}

function wholePixels(mm: number): number {
  return Math.ceil(mm / px - 1e-6) * px;
}
