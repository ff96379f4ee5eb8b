import { stepAt } from '../core/geometry/path';
import { pointOf } from './feature';
import type { RoomFeature } from './mark-room';
import type { Stage } from './strokes/stage';

/** The room that arrows take from the names, as a row of clear squares along each: names are not written across what is under way. */

/** From one square to the next, and their side, in pixels. */
const STEP = 8;
const SIDE = 8;
/** So much at either end is left to the name of the place there, in pixels. */
const END = 8;
/** No more squares than this are laid along one arrow: a longer one is looked at from so near that most of it is out of view. */
const MOST = 200;

/** The room of the arrows of a stage. Traces of what is past are thin, and names may cross them. */
export function strokeRoom({ movements, pixel }: Stage): RoomFeature[] {
  return movements.flatMap(({ timing, courses: [course] }) => {
    if (!course || timing.daysPast > 0) return [];
    const { path, startGap, endGap } = course.route;
    const [from, to] = [(startGap + END) * pixel, path.length - (endGap + END) * pixel];
    const count = Math.min(MOST, Math.max(0, Math.floor((to - from) / (STEP * pixel))));
    return Array.from({ length: count }, (_, index): RoomFeature => {
      const at = stepAt(path, from + ((index + 0.5) / count) * (to - from)).point;
      return { type: 'Feature', geometry: pointOf(at), properties: { label: 'mark', size: SIDE, slot: -1 } };
    });
  });
}
