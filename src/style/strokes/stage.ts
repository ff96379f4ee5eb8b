import { boxOf, grown } from '../../core/geometry/box';
import { pixelAt } from '../../core/geometry/plane';
import { KIND } from '../../core/claims/columns';
import type { Dossier, Labels, Place } from '../../core/model';
import { PAST_DAYS } from '../../core/weigh/occurrence';
import type { Situation } from '../../core/situation';
import { addDays, dayOf, startOfDay } from '../../core/time';
import type { Course, Scene } from './course';
import { overridesIn } from '../label-overrides';
import { radii, rankOf } from '../mark';
import type { PictureOptions } from '../picture';
import { Apart } from './route';
import { markScale, peoplePerPixel, zoomStep } from '../scale';
import { waysOf, type Timing, type Way } from './ways';

/** What every piece of a picture needs: the situation, the scale, and the ways of the day. */
export interface Stage {
  readonly situation: Situation;
  readonly dossier: Dossier;
  readonly options: PictureOptions;
  readonly zoom: number;
  readonly pixel: number;
  /** The scale of bands; null where no flow has a number. */
  readonly peoplePerPixel: number | null;
  /** The movements in view that have both ends, and the flows. */
  readonly movements: readonly OnStage[];
  readonly flows: readonly OnStage[];
  /** What the desk says of labels. */
  readonly labels: Labels | undefined;
}

/** A movement or flow that is shown, with the courses that can be drawn. */
export interface OnStage {
  readonly way: Way;
  readonly timing: Timing;
  readonly courses: readonly Course[];
}

/** Room between a mark's rim and an arrow's end, in pixels. */
const CLEARANCE = 7;
/** Room at the edge of the map for the name of what lies beyond it, in pixels. */
const EDGE_ROOM = 30;
/** More than the view is drawn, in shares of it, so that a small move does not come to empty ground. */
const BEYOND = 0.25;

export function stageOf(situation: Situation, options: PictureOptions): Stage {
  const { dossier } = situation.ledger;
  const ways = waysOf(dossier);
  ways.trim();
  const zoom = zoomStep(options.zoom);
  const frame = boxOf(options.frame ?? dossier.opening.bounds);
  const view = options.view ? boxOf(options.view) : frame;
  const scene = ways.scene(
    zoom,
    grown(frame, -EDGE_ROOM * pixelAt(zoom)),
    grown(view, BEYOND * Math.max(view[2] - view[0], view[3] - view[1])),
    gapAt,
  );
  const { off = [] } = options;
  const asked = { situation, scene, apart: new Apart(), timing: timingOf(situation) };
  return {
    situation,
    dossier,
    options,
    zoom,
    pixel: scene.pixel,
    peoplePerPixel: peoplePerPixel(dossier),
    labels: overridesIn(dossier, options.labels),
    // in this order: where they join the same places, flows are set aside from movements
    movements: onStage(asked, KIND.movement, !off.includes('movements')),
    flows: onStage(asked, KIND.flow, !off.includes('flows')),
  };
}

/** What movements and flows of a situation are asked alike. */
interface Asked {
  readonly situation: Situation;
  readonly scene: Scene;
  readonly apart: Apart;
  readonly timing: (datedRow: number) => Timing;
}

/** The movements or flows of a situation: all are told apart where they join the same places, and those in view are drawn. */
function onStage({ situation, scene, apart, timing }: Asked, wanted: number, isOn: boolean): OnStage[] {
  const { dossier, dated } = situation.ledger;
  const { kind } = dossier.claims.columns;
  const ways = waysOf(dossier);
  const shown: OnStage[] = [];
  const slots: number[] = [];
  for (const datedRow of situation.dated) {
    const row = dated.claim[datedRow]!;
    if (kind[row] !== wanted) continue;
    const way = ways.at(row);
    for (let i = 0; i < way.pairs.length; i++) slots[i] = apart.take(way.pairs[i]!, way.forward[i]!);
    slots.length = way.pairs.length;
    if (isOn && way.isInView(scene)) shown.push({ way, timing: timing(datedRow), courses: way.courses(scene, slots) });
  }
  return shown;
}

/** Tells of rows of `ledger.dated` how old and how far along they are. */
export function timingOf({ ledger: { dated, dossier }, at }: Situation): (datedRow: number) => Timing {
  const { kind } = dossier.claims.columns;
  const day = dayOf(at, dossier.timeZone);
  const dayStarts = Array.from({ length: PAST_DAYS + 1 }, (_, past) => startOfDay(addDays(day, -past), dossier.timeZone));
  return (row) => {
    const began = dated.began[row]!;
    const ended = dated.ended[row]!;
    const lasts = ended - began;
    let daysPast = 0;
    while (daysPast < PAST_DAYS && ended <= dayStarts[daysPast]!) daysPast++;
    return {
      daysPast,
      progress:
        kind[dated.claim[row]!] === KIND.movement && Number.isFinite(lasts) ? Math.min(1, Math.max(0, (at + 1 - began) / lasts)) : 1,
      intended: dated.intended[row] === 1,
    };
  };
}

/** How far, in pixels, an arrow stays from the middle of a place. */
export function gapAt(place: Place, zoom: number): number {
  return radii[rankOf(place)] * markScale(zoom) + CLEARANCE;
}
