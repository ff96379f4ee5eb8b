import type { Size } from '../view/camera';
import { inCss, keptFree, type PictureSize } from '../view/sizes';
import { inPixels, type Measure } from './drawing';
import { frameOf, type Frame, type Sheet } from './furniture';
import type { LegendLine } from './legend-box';
import { cornerOf, corners, type Corner, type Locator } from './locator';

/** A sheet whose legend is that of what its own map shows. */

/** A sheet, where everything on it stands, and its map. */
export interface LaidOut<Seen> {
  readonly sheet: Sheet;
  readonly frame: Frame;
  /** What its map shows. */
  readonly seen: Seen;
  /** Of the map, in CSS pixels. */
  readonly size: Size;
}

/** What of a map stands on its sheet. */
export type Said = Pick<Sheet, 'legend' | 'code'> & {
  readonly notes: readonly string[];
  /** Asked for once the map is as large as it will be. */
  readonly locator: () => Locator | null;
};

/** All of a sheet but what its map says. */
export type SheetHead = Omit<Sheet, keyof Said>;

/** How often room is made before the largest map so far decides. */
const TURNS = 4;

/**
 * Lays a sheet out as large as `whole` in CSS pixels or millimetres, or, where that is null, around a map as large as `first`. The map shows what the legend leaves
 * room for, and the legend says what the map shows: a map as large as `first` is tried first, so that a sheet which came to rest before does so at once; where neither comes
 * to rest the legend holds more than the map, and not less.
 * Throws RangeError as `frameOf` does.
 */
export function layOut<Seen extends Said>(
  head: SheetHead,
  seenAt: (size: Size) => Seen,
  whole: PictureSize | null,
  first: Size,
  measure: Measure,
): LaidOut<Seen> {
  const around = (seen: Seen, { legend } = seen): LaidOut<Seen> => {
    const sheet = { ...head, legend, code: seen.code, credits: [...seen.notes, ...head.credits] };
    const frame = frameOf(sheet, whole ? { picture: inCss(whole), keptFree: keptFree(whole) } : { map: first }, measure);
    return { sheet, frame, seen, size: [inPixels(frame.map.width), inPixels(frame.map.height)] };
  };
  const located = (laid: LaidOut<Seen>): LaidOut<Seen> => withLocators([laid])[0]!;
  let [asked, most] = [first, first];
  for (let turn = 0; turn < TURNS; turn++) {
    const found = around(seenAt(asked));
    const [width, height] = found.size;
    if (width === asked[0] && height === asked[1]) return located(found);
    asked = found.size;
    most = [Math.max(most[0], width), Math.max(most[1], height)];
  }
  const largest = seenAt(most);
  return located(around(seenAt(around(largest).size), largest));
}

/** What a sheet is made of. */
export interface Part<Seen> {
  readonly head: SheetHead;
  readonly seenAt: (size: Size) => Seen;
}

/**
 * Lays several sheets out that are shown one after another: their maps lie in one place and are of one size, and their legend is one, of what any of
 * them shows. Throws RangeError as `frameOf` does, and where there are none.
 */
export function layOutAlike<Seen extends Said>(parts: readonly Part<Seen>[], whole: PictureSize, measure: Measure): LaidOut<Seen>[] {
  const alone = parts.map(({ head, seenAt }) => layOut(head, seenAt, whole, inCss(whole), measure));
  const legend = legendOfAll(alone.map(({ seen }) => seen.legend));
  const room = { picture: inCss(whole), keptFree: keptFree(whole) };
  const over = (size: Size | null) =>
    parts.map(({ head, seenAt }, i): LaidOut<Seen> => {
      const seen = size ? seenAt(size) : alone[i]!.seen;
      const sheet = { ...head, legend, code: seen.code, credits: [...seen.notes, ...head.credits] };
      const frame = frameOf(sheet, room, measure);
      return { sheet, frame, seen, size: [inPixels(frame.map.width), inPixels(frame.map.height)] };
    });
  // the one with the most to say leaves the least room for its map; what is said depends on that map in turn
  const least = (all: readonly LaidOut<Seen>[]) => all.reduce((a, b) => (b.frame.map.height < a.frame.map.height ? b : a));
  let narrowest = least(over(null));
  for (let turn = 0; turn < TURNS; turn++) {
    const next = least(over(narrowest.size));
    if (next.frame.map.height >= narrowest.frame.map.height) break;
    narrowest = next;
  }
  const { map, headerTop, footerTop, legend: drawn } = narrowest.frame;
  return withLocators(
    over(narrowest.size).map((each) => ({
      ...each,
      size: narrowest.size,
      frame: { ...each.frame, map, headerTop, footerTop, legend: drawn },
    })),
  );
}

/** Puts a locator on each of several sheets: in the first corner that is free on all of them; none where there is no such corner. */
function withLocators<Seen extends Said>(all: readonly LaidOut<Seen>[]): LaidOut<Seen>[] {
  const locators = all.map(({ seen }) => seen.locator());
  const corner = corners.find((each: Corner) => locators.every((locator) => locator?.free.includes(each)));
  return all.map((laid, i) => {
    const locator = locators[i];
    if (!locator || !corner) return laid;
    return { ...laid, frame: { ...laid.frame, locator: { svg: locator.svg, box: cornerOf(corner, laid.size, locator.size) } } };
  });
}

/** Every entry of several legends once, under its heading, in the order in which they first come. */
export function legendOfAll(legends: readonly Sheet['legend'][]): Sheet['legend'] {
  const groups = new Map<string, Map<string, LegendLine>>();
  for (const legend of legends) {
    let group = '';
    for (const line of legend) {
      if (line.svg === null) group = line.label;
      const entries = groups.get(group) ?? new Map<string, LegendLine>();
      groups.set(group, entries);
      if (line.svg !== null && !entries.has(line.label)) entries.set(line.label, line);
    }
  }
  return [...groups].flatMap(([label, entries]) => [...(label ? [{ svg: null, label }] : []), ...entries.values()]);
}
