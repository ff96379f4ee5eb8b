import { layOutSheets } from '../map/export';
import { memoryOfAll } from '../view/memory';
import type { Captured, Moment } from './exporting';
import { capturing } from './exporting';
import type { Made, Making } from './exports';
import { canvasOf } from './png';

/** The view day by day: frames of one sheet, for moving pictures. */

/** How long a day is shown. */
export const SECONDS_A_DAY = 1;

/** The size of a moving picture where none is chosen: HD at a scale of 1. */
const USUAL = [1280, 720] as const;

/** Writes frames to a file, one after another. */
export interface Recorder {
  /** Takes what is on the canvas for `seconds`. */
  add(canvas: OffscreenCanvas, seconds: number): Promise<void> | void;
  finish(): Promise<Blob>;
  /** Gives up what was written. */
  cancel(): Promise<void> | void;
}

/** Captures the view on each of its days, at once, and leaves it on its own. */
export async function capturedDays({ view, from, size, days }: Making): Promise<Captured[]> {
  const capture = await capturing(view, from, size ?? USUAL);
  const before = view.day;
  try {
    return days.map((day) => {
      view.day = day;
      return capture();
    });
  } finally {
    view.day = before;
    view.settle();
  }
}

/** Makes a moving picture: the sheet of every day, drawn and handed to a recorder. Rejects, and leaves nothing, when it is given up. */
export async function movingOf(
  making: Making,
  extension: string,
  begin: (canvas: OffscreenCanvas, said: Pick<Moment, 'about' | 'memory'>) => Promise<Recorder> | Recorder,
): Promise<Made> {
  const size = making.size ?? USUAL;
  const captured = await capturedDays(making);
  const laid = await layOutSheets(captured, size);
  const moments = captured.map(({ finish }, i) => finish(laid[i]!));
  const said = { about: moments.at(-1)!.about, memory: memoryOfAll(moments.map(({ memory }) => memory)) };
  let recorder: Recorder | null = null;
  try {
    for (const [i, moment] of moments.entries()) {
      making.signal.throwIfAborted();
      const canvas = even(await canvasOf({ ...making, size }, moment));
      recorder ??= await begin(canvas, said);
      await recorder.add(canvas, SECONDS_A_DAY);
      making.progress((i + 1) / (moments.length + 1));
    }
    making.signal.throwIfAborted();
    const [first, last] = [making.days[0]!, making.days.at(-1)!];
    return {
      name: `claimline-${making.view.dossier.id}-${first}-${last}.${extension}`,
      content: await recorder!.finish(),
      description: said.about.description,
    };
  } catch (error) {
    await recorder?.cancel();
    throw error;
  }
}

/** Video is made of blocks of two pixels: an odd side loses its last. */
function even(canvas: OffscreenCanvas): OffscreenCanvas {
  if (canvas.width % 2 === 0 && canvas.height % 2 === 0) return canvas;
  const smaller = new OffscreenCanvas(canvas.width - (canvas.width % 2), canvas.height - (canvas.height % 2));
  smaller.getContext('2d')!.drawImage(canvas, 0, 0);
  return smaller;
}
