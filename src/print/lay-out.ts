import { inPixels, type Measure } from './drawing';
import { frameOf, type Frame, type Sheet } from './furniture';

/** A sheet whose legend is that of what its own map shows. */

/** In CSS pixels. */
export type Size = readonly [width: number, height: number];

/** A sheet, where everything on it stands, and its map. */
export interface LaidOut<Seen> {
  readonly sheet: Sheet;
  readonly frame: Frame;
  /** What its map shows. */
  readonly seen: Seen;
  /** How large the map is to be drawn, and how many times smaller it is printed. */
  readonly drawnAt: Size;
  readonly reduced: number;
}

/** How often room is made before the largest map so far decides. */
const TURNS = 4;

/**
 * Lays a sheet out as large as `size`, or, where that is null, around a map as large as the `screen`'s. The map shows what the legend leaves
 * room for, and the legend says what the map shows: where neither comes to rest the legend holds more than the map, and not less.
 * Throws RangeError as `frameOf` does.
 */
export function layOut<Seen extends Pick<Sheet, 'legend'> & { readonly notes: readonly string[] }>(
  head: Omit<Sheet, 'legend'>,
  seenAt: (drawnAt: Size) => Seen,
  size: Size | null,
  screen: Size,
  measure: Measure,
): LaidOut<Seen> {
  const over = (asked: Size): LaidOut<Seen> => {
    const seen = seenAt(asked);
    const sheet = { ...head, legend: seen.legend, credits: [...seen.notes, ...head.credits] };
    const frame = frameOf(sheet, size ? { picture: size } : { map: screen }, measure);
    const [width, height] = [inPixels(frame.map.width), inPixels(frame.map.height)];
    // where the picture is smaller than the screen the map is drawn as large as there and reduced, so that nothing is lost
    const reduced = Math.max(1, screen[0] / width, screen[1] / height);
    return { sheet, frame, seen, drawnAt: [Math.round(width * reduced), Math.round(height * reduced)], reduced };
  };
  let [asked, most] = [screen, screen];
  for (let turn = 0; turn < TURNS; turn++) {
    const found = over(asked);
    const [width, height] = found.drawnAt;
    if (width === asked[0] && height === asked[1]) return found;
    asked = found.drawnAt;
    most = [Math.max(most[0], width), Math.max(most[1], height)];
  }
  return over(most);
}
