import { drawSmall, layOutSmall } from '../map/export';
import { formatDay } from '../style/dates';
import { laterStrings } from '../style/strings/later';
import { fill } from '../style/strings';
import { memoryOfAll } from '../view/memory';
import { inPixels, type PictureSize } from '../view/sizes';
import { capturing, weighed, type Captured, type Moment } from './exporting';
import type { Made, Making } from './exports';
import { capturedDays } from './moving';
import { remembering } from './png';

/** A sheet of small maps of one ground: one a day, or one for each way of weighing. */

/** The size of such a sheet where none is chosen. */
const USUAL: PictureSize = [1600, 1000];

/** One map for each of the days. */
export async function daysOf(making: Making): Promise<Made> {
  const { view, days, size } = making;
  const say = laterStrings(view.language);
  const [from, to] = [days[0]!, days.at(-1)!].map((day) => formatDay(day, view.language)) as [string, string];
  const captured = await capturedDays({ ...making, size: size ?? USUAL });
  return sheetOf(making, captured, fill(say['multiples.days'], { from, to }), `${days[0]}-${days.at(-1)}-days`);
}

/** The day that is shown, once for each way of weighing: as it was known then and is known now, without what only its beneficiary says, and by articles. */
export async function lensesOf(making: Making): Promise<Made> {
  const { view, from, size } = making;
  const before = { known: view.known, partyClaims: view.partyClaims, counting: view.counting };
  const ways = [
    { known: 'then', partyClaims: true, counting: 'origins' },
    { known: 'now', partyClaims: true, counting: 'origins' },
    { known: 'then', partyClaims: false, counting: 'origins' },
    { known: 'then', partyClaims: true, counting: 'articles' },
  ] as const;
  const captured: Captured[] = [];
  try {
    for (const way of ways) {
      making.signal.throwIfAborted();
      Object.assign(view, way);
      captured.push((await capturing(view, from, size ?? USUAL))());
    }
  } finally {
    Object.assign(view, before);
    await weighed(view);
  }
  const sentence = fill(laterStrings(view.language)['multiples.lenses'], { day: formatDay(view.day, view.language) });
  return sheetOf(making, captured, sentence, `${view.day}-lenses`);
}

async function sheetOf(making: Making, captured: readonly Captured[], sentence: string, name: string): Promise<Made> {
  const { view, from, scale, signal, progress } = making;
  const size = making.size ?? USUAL;
  const laid = await layOutSmall(captured, sentence, size);
  const canvas = await drawSmall(from.map, laid, inPixels(size, scale), (count) => {
    signal.throwIfAborted();
    progress(count / (captured.length + 1));
  });
  const moments = captured.map(({ finish }, i): Moment =>
    finish({ sheet: laid.sheet, frame: laid.frame, seen: laid.cells[i]!.seen, size: laid.size }),
  );
  const { about } = moments.at(-1)!;
  const said = {
    about: { ...about, description: `${about.title}. ${sentence} ${about.description}` },
    memory: memoryOfAll(moments.map(({ memory }) => memory)),
  };
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return {
    name: `claimline-${view.dossier.id}-${name}.png`,
    content: await remembering(png, said, scale),
    description: said.about.description,
  };
}
