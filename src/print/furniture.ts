import type { Look } from '../style/palette';
import { fill, formatNumber, strings, type Language } from '../style/strings';
import { laterStrings } from '../style/strings/later';
import { PIXEL_MM, type Box, type Direction, type Measure, type Operation } from './drawing';
import { legendInBand, legendInColumn, type LegendLine, type LegendStyle } from './legend-box';
import { locatorOn, type LocatorOn } from './locator';
import { needle } from './needle';
import { scaleBar } from './scale-bar';
import { paragraphs, type Paragraphs, type Text } from './text';

/** Everything around a printed map: title, day and lens, legend, scale, north, credits, disclaimer. All texts are finished, in the reader's language. */
export interface Sheet {
  readonly language: Language;
  readonly look: Look;
  readonly title: string;
  /** The day and the lens, as one sentence. */
  readonly sentence: string;
  /** What stands on the right of the map, from a share of its width on; then `sentence` speaks of the left. */
  readonly beside?: { readonly sentence: string; readonly from: number } | null;
  /** What is in view. */
  readonly legend: readonly LegendLine[];
  readonly credits: readonly string[];
  readonly disclaimer: string;
  /** By which the view is found again, or, of several, the last; empty where there is none. */
  readonly code: string;
  readonly codeOf?: 'last';
  /** The desk's own, by its address, with its width to its height; beside the title. */
  readonly logo?: { readonly address: string; readonly aspect: number } | null;
}

/** `keptFree`, in CSS pixels, stays empty at the top and at the bottom. How big: the map is as on the screen and the picture grows around it, or the whole picture has a size and the map gets the rest. CSS pixels. */
export type Room =
  { readonly map: readonly [number, number] } | { readonly picture: readonly [number, number]; readonly keptFree?: number };

/** A sheet's layout before the map is drawn: millimetres, with the map on whole CSS pixels. Nothing lies on the map but its locator. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly map: Box;
  readonly header: Paragraphs;
  readonly headerTop: number;
  /** Credits and disclaimer; the scale stands beside them. */
  readonly footer: Paragraphs;
  readonly footerTop: number;
  /** Beside a wide map, under a tall one; null where nothing is in view. */
  readonly legend: readonly Operation[];
  readonly locator?: LocatorOn;
}

/** How the map of a sheet lies: metres on the ground per CSS pixel at its centre, degrees clockwise from north at the top. */
export interface MapView {
  readonly metresPerPixel: number;
  readonly bearing: number;
}

const px = PIXEL_MM;
const margin = 16 * px;
const padding = 12 * px;
const gutter = 18 * px;
/** Kept free beside the footer for the scale and the arrow to the north. */
const [scaleRoom, scaleHeight] = [168 * px, 40 * px];
const inks = {
  light: { paper: '#ffffff', ink: '#1d1c1a', muted: '#5b5850', line: '#b9b3a6' },
  dark: { paper: '#15181b', ink: '#f1eee7', muted: '#aeb2b3', line: '#4a5055' },
  print: { paper: '#ffffff', ink: '#000000', muted: '#333333', line: '#4a4a4a' },
} as const satisfies Record<Look, unknown>;

/** Lays a sheet out. Throws RangeError, naming the size, where a picture is too small for a map beside all that belongs to it. */
export function frameOf(sheet: Sheet, room: Room, measure: Measure): Frame {
  const rtl = directionOfSheet(sheet) === 'rtl';
  const inPicture = 'picture' in room;
  const [given, tall] = (inPicture ? room.picture : room.map).map((side) => side * px) as [number, number];
  const free = inPicture ? (room.keptFree ?? 0) * px : 0;
  const besideMap =
    given / tall > 1.2 ? legendInColumn(sheet.legend, tall - (inPicture ? 130 * px : 0), legendStyle(sheet, measure)) : null;
  const column = besideMap ? wholePixels(besideMap.width + gutter) : 0;
  const width = inPicture ? given : given + column + 2 * margin;
  const inner = width - 2 * margin;
  const legend = besideMap ?? (sheet.legend.length > 0 ? legendInBand(sheet.legend, inner, legendStyle(sheet, measure)) : null);

  const small = { size: 10 * px, weight: 400, muted: true } as const;
  const texts = (lines: Text[], wide: number) => paragraphs(lines, wide, directionOfSheet(sheet), measure);
  const title = { text: sheet.title, size: (inner > 600 * px ? 25 : 19) * px, weight: 600, muted: false } as const;
  const sentences = [sheet.sentence, ...(sheet.beside ? [sheet.beside.sentence] : [])];
  const header = texts(
    [title, ...sentences.map((text) => ({ text, size: 14.5 * px, weight: 400, muted: true }) as const)],
    inner - logoRoom(sheet),
  );
  const footer = texts(
    [
      { text: sheet.credits.join('\u00a0· '), ...small },
      { text: sheet.disclaimer, ...small },
      ...(sheet.code
        ? [{ text: fill(laterStrings(sheet.language)[sheet.codeOf ? 'print.code.last' : 'print.code'], { code: sheet.code }), ...small }]
        : []),
    ],
    inner - scaleRoom,
  );
  const headerTop = wholePixels(free) + margin * 0.75;
  const top = wholePixels(headerTop + header.height + padding * 0.75);
  const band = legend && !besideMap ? legend.height + gutter : 0;
  const bottom = wholePixels(band + padding * 0.75 + Math.max(footer.height, scaleHeight) + margin * 0.75 + free);
  const mapHeight = inPicture ? tall - top - bottom : tall;
  if (inPicture && mapHeight < tall * 0.3)
    throw new RangeError(`A picture of ${room.picture.join(' × ')} is too small for a map with its title, legend and credits.`);
  const map = { x: margin + (rtl ? column : 0), y: top, width: inner - column, height: mapHeight };
  const below = top + mapHeight;
  const legendX = rtl !== (besideMap !== null) ? width - margin - (legend?.width ?? 0) : margin;
  return {
    width,
    height: below + bottom,
    map,
    header,
    headerTop,
    footer,
    footerTop: below + band + padding * 0.75,
    legend: legend?.at(legendX, besideMap ? top : below + gutter * 0.75) ?? [],
  };
}

/** Draws a laid-out sheet as a list of operations, from below. Pure: the same sheet, frame and view give the same list at every scale. */
export function furniture(sheet: Sheet, frame: Frame, view: MapView): Operation[] {
  const { paper, line, ink, muted } = inks[sheet.look];
  const { map, width, height } = frame;
  const rtl = directionOfSheet(sheet) === 'rtl';
  const align = rtl ? 'right' : 'left';
  const text = (block: Paragraphs, y: number): Operation[] =>
    block.lines.map(({ baseline, muted: quiet, ...rest }) => ({
      kind: 'text',
      at: [rtl ? width - margin : margin, y + baseline],
      colour: quiet ? muted : ink,
      align,
      ...rest,
    }));
  return [
    { kind: 'box', box: { x: 0, y: 0, width, height }, fill: paper, stroke: null, radius: 0 },
    { kind: 'map', box: map },
    ...parting(sheet, frame),
    { kind: 'box', box: map, fill: null, stroke: line, radius: 0 },
    ...(frame.locator ? locatorOn(map, frame.locator, muted) : []),
    ...text(frame.header, frame.headerTop),
    ...logoOf(sheet, frame),
    ...frame.legend,
    ...text(frame.footer, frame.footerTop),
    ...scaleAndNorth(sheet, frame, view),
  ];
}

/** The line between two sides: it stands out from either picture. */
function parting({ look, beside }: Sheet, { map }: Frame): Operation[] {
  if (!beside) return [];
  const { paper, ink } = inks[look];
  const x = map.x + Math.round((map.width * beside.from) / px) * px;
  const bar = (wide: number, fill: string): Operation => {
    const left = Math.max(map.x, Math.min(map.x + map.width - wide, x - wide / 2));
    return { kind: 'box', box: { x: left, y: map.y, width: wide, height: map.height }, fill, stroke: null, radius: 0 };
  };
  return [bar(4 * px, paper), bar(2 * px, ink)];
}

const logoHeight = 40 * px;
const logoWidest = 160 * px;

/** The logo's width and height: as high as the title's two lines, or less where it is very wide. */
function logoSize({ logo }: Sheet): [width: number, height: number] {
  if (!logo) return [0, 0];
  const width = Math.min(logoWidest, logoHeight * logo.aspect);
  return [width, width / logo.aspect];
}

function logoRoom(sheet: Sheet): number {
  return sheet.logo ? logoSize(sheet)[0] + gutter : 0;
}

// at the far end of the header, where it takes no line from the title
function logoOf(sheet: Sheet, { width: whole, headerTop }: Frame): Operation[] {
  if (!sheet.logo) return [];
  const [width, height] = logoSize(sheet);
  const x = directionOfSheet(sheet) === 'rtl' ? margin : whole - margin - width;
  return [{ kind: 'image', box: { x, y: headerTop, width, height }, address: sheet.logo.address }];
}

function legendStyle(sheet: Sheet, measure: Measure): LegendStyle {
  const { ink, muted } = inks[sheet.look];
  return { title: laterStrings(sheet.language)['print.legend'], ink, muted, direction: directionOfSheet(sheet), measure };
}

// at the end of the footer, where it covers nothing
function scaleAndNorth(sheet: Sheet, { width, footerTop }: Frame, { metresPerPixel, bearing }: MapView): Operation[] {
  const { ink } = inks[sheet.look];
  const say = strings(sheet.language);
  const direction = directionOfSheet(sheet);
  const bar = scaleBar(metresPerPixel / px, 110 * px);
  const away = direction === 'rtl' ? 1 : -1;
  const end = direction === 'rtl' ? margin : width - margin;
  const operations: Operation[] = [];
  const words = { colour: ink, align: 'center', direction } as const;
  if (bar) {
    const kilometres = bar.metres >= 1000;
    const n = formatNumber(sheet.language, kilometres ? bar.metres / 1000 : bar.metres);
    const left = Math.min(end, end + away * bar.lengthMm);
    const foot = footerTop + 24 * px;
    const stroke = 1.5 * px;
    const box = (x: number, y: number, wide: number, tall: number): Operation => {
      return { kind: 'box', box: { x, y, width: wide, height: tall }, fill: ink, stroke: null, radius: 0 };
    };
    operations.push(
      {
        kind: 'text',
        at: [left + bar.lengthMm / 2, foot - 7 * px],
        text: fill(say[kilometres ? 'print.km' : 'print.m'], { n }),
        size: 11.5 * px,
        weight: 400,
        ...words,
      },
      box(left, foot - stroke, bar.lengthMm, stroke),
      box(left, foot - 5 * px, stroke, 5 * px),
      box(left + bar.lengthMm - stroke, foot - 5 * px, stroke, 5 * px),
    );
  }
  if (Math.abs(bearing) > 0.5) {
    const x = end + away * (scaleRoom - 26 * px);
    operations.push({ kind: 'shape', points: needle([x, footerTop + 13 * px], bearing), fill: ink });
    operations.push({
      kind: 'text',
      at: [x, footerTop + 38 * px],
      text: laterStrings(sheet.language)['print.north'],
      size: 10.5 * px,
      weight: 600,
      ...words,
    });
  }
  return operations;
}

function directionOfSheet(sheet: Sheet): Direction {
  return sheet.language === 'ar' ? 'rtl' : 'ltr';
}

function wholePixels(mm: number): number {
  return Math.ceil(mm / px - 1e-6) * px;
}
