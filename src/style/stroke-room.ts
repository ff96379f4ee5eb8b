import { stepAt } from '../core/geometry/path';
import { pointOf } from './feature';
import type { RoomFeature } from './mark-room';
import type { Route } from './strokes/route';
import type { OnStage, Stage } from './strokes/stage';

/** The room that arrows and bands take from the names, as a row of clear squares along each: names are not written across what is under way. */

/** From one square to the next, and their side, in pixels. */
const STEP = 8;
const SIDE = 8;
/** So much at either end of an arrow, which is slim there, is left to the name of the place, in pixels; a band has its full width from end to end. */
const END = 8;
/** No more squares than this are laid along one of them: a longer one is looked at from so near that most of it is out of view. */
const MOST = 200;

/** The room of the arrows and bands of a stage. Traces of what is past are thin, and names may cross them. */
export function strokeRoom({ movements, flows, pixel }: Stage): RoomFeature[] {
  return [...alongAll(movements, 'mark', END * pixel, pixel), ...alongAll(flows, 'band', 0, pixel)];
}

type Label = RoomFeature['properties']['label'];

/** Squares along all that is under way but for `end` at both ends. */
function alongAll(all: readonly OnStage[], label: Label, end: number, pixel: number): RoomFeature[] {
  return all.flatMap(({ timing, courses }) => (timing.daysPast > 0 ? [] : courses.flatMap(({ route }) => along(route, label, end, pixel))));
}

function along({ path, startGap, endGap }: Route, label: Label, end: number, pixel: number): RoomFeature[] {
  const [from, to] = [startGap * pixel + end, path.length - endGap * pixel - end];
  const count = Math.min(MOST, Math.max(0, Math.floor((to - from) / (STEP * pixel))));
  return Array.from({ length: count }, (_, index): RoomFeature => {
    const at = stepAt(path, from + ((index + 0.5) / count) * (to - from)).point;
    return { type: 'Feature', geometry: pointOf(at), properties: { label, size: SIDE, slot: -1 } };
  });
}
