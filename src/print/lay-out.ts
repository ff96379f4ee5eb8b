import type { Size } from '../view/camera';
import { inCss, keptFree, type PictureSize } from '../view/sizes';
import { inPixels, type Measure } from './drawing';
import { frameOf, type Frame, type Sheet } from './furniture';

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
type Said = Pick<Sheet, 'legend' | 'code'> & { readonly notes: readonly string[] };

/** How often room is made before the largest map so far decides. */
const TURNS = 4;

/**
 * Lays a sheet out as large as `whole` in CSS pixels or millimetres, or, where that is null, around a map as large as the `screen`'s. The map shows what the legend leaves
 * room for, and the legend says what the map shows: where neither comes to rest the legend holds more than the map, and not less.
 * Throws RangeError as `frameOf` does.
 */
export function layOut<Seen extends Said>(
  head: Omit<Sheet, keyof Said>,
  seenAt: (size: Size) => Seen,
  whole: PictureSize | null,
  screen: Size,
  measure: Measure,
): LaidOut<Seen> {
  const around = (seen: Seen, { legend } = seen): LaidOut<Seen> => {
    const sheet = { ...head, legend, code: seen.code, credits: [...seen.notes, ...head.credits] };
    const frame = frameOf(sheet, whole ? { picture: inCss(whole), keptFree: keptFree(whole) } : { map: screen }, measure);
    return { sheet, frame, seen, size: [inPixels(frame.map.width), inPixels(frame.map.height)] };
  };
  let [asked, most] = [screen, screen];
  for (let turn = 0; turn < TURNS; turn++) {
    const found = around(seenAt(asked));
    const [width, height] = found.size;
    if (width === asked[0] && height === asked[1]) return found;
    asked = found.size;
    most = [Math.max(most[0], width), Math.max(most[1], height)];
  }
  const largest = seenAt(most);
  return around(seenAt(around(largest).size), largest);
}
