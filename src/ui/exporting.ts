import type { Situation } from '../core/situation';
import { revising, type Revision } from '../core/revision';
import type { About } from '../formats/xmp';
import { layOutSheet, type Seen } from '../map/export';
import type { SituationMap } from '../map/situation-map';
import { inPixels } from '../print/drawing';
import type { LaidOut, SheetHead } from '../print/lay-out';
import { altText } from '../style/alt-text';
import type { Basemap } from '../style/basemap';
import { formatDay } from '../style/dates';
import { drawnFrom } from '../style/drawn-from';
import { nameIn } from '../style/naming';
import { laterStrings } from '../style/strings/later';
import { fill } from '../style/strings';
import { idsOf } from '../style/subject';
import { updatedSentence } from '../style/updated';
import { formatWhole, type SideName } from '../view/address';
import { viewBounds, type Size } from '../view/camera';
import type { PictureSize } from '../view/sizes';
import { memoryOf, type Memory } from '../view/memory';
import { shownClaims } from '../view/shown-claims';
import { PROGRAM } from '../view/program';
import type { Logo } from './logo';
import { parts } from './parts.svelte';
import { seeing } from './seen';
import { inSlices, pause } from './slices';
import type { View } from './view.svelte';

/** What every export is made of: the sheet of one moment of the view, laid out, and what its file says and remembers. */

export interface Moment {
  readonly laid: LaidOut<Seen>;
  readonly memory: Memory;
  readonly about: About;
  /** Without an extension: `claimline-syria-2024-2024-12-06`. */
  readonly name: string;
}

/** What an export draws upon beside the view. */
export interface Exporting {
  readonly map: SituationMap;
  readonly basemap: Promise<Basemap>;
  readonly logo: Promise<Logo | null>;
}

/** The view at one moment: what a sheet of it is made of, and what its file says. Nothing that moves afterwards changes it. */
export interface Captured {
  readonly head: SheetHead;
  readonly seenAt: (size: Size) => Seen;
  /** Of the map of which its camera is, where that is not the screen's. */
  readonly ground: Size | null;
  readonly finish: (laid: LaidOut<Seen>) => Moment;
}

/**
 * The sheet of the view as it is when all that it waits for is there. `size` is the whole picture's; null is a map as large as on the screen with its
 * sheet around it. Rejects where that is too small for what belongs to it.
 */
export async function momentOf(view: View, from: Exporting, size: PictureSize | null): Promise<Moment> {
  const captured = (await capturing(view, from, size))();
  return captured.finish(await layOutSheet(from.map, captured, size));
}

/** Resolves, when all that the view waits for is there, with what captures it at any moment from then on. */
export async function capturing(view: View, { map, basemap, logo }: Exporting, size: PictureSize | null): Promise<() => Captured> {
  await weighed(view);
  const revision = await inSlices(revising(view.dossier));
  if (view.beneath.asked === 'awaited') await parts.unreported.ready();
  const [arrived, ground] = await Promise.all([logo, basemap]);
  const { attribution } = ground;
  return () => {
    view.settle();
    const head = headOf(view, arrived, attribution);
    const { state, look, day, dossier, language, situation } = view;
    const sides = [situation, ...(view.beside.onMap ? [view.beside.situation] : [])];
    const memory = remembering(view, revision, sides, { ...state, look }, size);
    const opening = fill(laterStrings(language)['alt.opening'], { title: head.title, sentence: head.sentence });
    const about: About = {
      title: head.title,
      description: altText(situation, language, opening),
      credit: attribution,
      licence: [...(dossier.license ? [nameIn(dossier.license, language)] : []), attribution].join(' · '),
      date: revision.day,
      language,
      program: PROGRAM,
    };
    const name = `claimline-${dossier.id}-${day}`;
    return {
      head,
      seenAt: seeing(view, map.camera(), revision.hash, ground),
      ground: state.ground,
      finish: (laid) => ({ laid, memory: memory(laid), about, name }),
    };
  };
}

/** Resolves when the lenses that are wanted are weighed, or cannot be had. */
export async function weighed(view: View): Promise<void> {
  while ((view.isWeighing && !view.failure) || view.beside.onMap?.isPending) await pause();
}

/** All of the sheet but what depends on its map. */
function headOf(view: View, logo: Logo | null, attribution: string): SheetHead {
  const { dossier, language, look, beside, say } = view;
  const right = beside.onMap;
  const saidOf = (side: SideName, { day, lensSentence, situation }: Pick<View, 'day' | 'lensSentence' | 'situation'>) => {
    const sentence = sentenceOf(view, `${formatDay(day, language)}, ${lensSentence}`, situation);
    return right ? fill(laterStrings(language)['ui.compare.told'], { side: say[`ui.compare.${side}`], sentence }) : sentence;
  };
  return {
    language,
    look,
    title: nameIn(dossier.title, language),
    sentence: saidOf('left', view),
    beside: right && { sentence: saidOf('right', beside), from: right.from },
    credits: [
      ...new Set([view, ...(right ? [beside] : [])].map(({ situation }) => drawnFrom(situation, language))),
      updatedSentence(dossier, language),
      attribution,
      ...dossier.credits.map((credit) => nameIn(credit, language)),
    ].filter(Boolean),
    disclaimer: nameIn(dossier.disclaimer, language),
    logo,
  };
}

/** The sentence of a sheet; of a day of which nothing is known, that too. */
function sentenceOf({ language }: View, sentence: string, situation: Situation): string {
  const isEmpty = idsOf(situation).every(({ count }) => count === 0);
  return isEmpty ? fill(laterStrings(language)['print.empty'], { sentence }) : sentence;
}

/** What a sheet's file remembers, of the moment at which this is asked. */
function remembering(
  { dossier, off, choices }: View,
  revision: Revision,
  sides: readonly Situation[],
  state: View['state'],
  whole: PictureSize | null,
) {
  return ({ sheet, frame, seen, size }: LaidOut<Seen>): Memory => {
    const bounds = viewBounds(seen.camera, ...size);
    return memoryOf(
      dossier,
      revision,
      {
        program: PROGRAM,
        view: formatWhole(
          { ...state, camera: seen.camera, ground: size, size: whole ?? [inPixels(frame.width), inPixels(frame.height)] },
          choices.usual,
        ),
        code: sheet.code,
      },
      sides.map((situation) => shownClaims(situation, bounds, off)),
    );
  };
}
