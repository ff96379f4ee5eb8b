import type { XY } from '../../core/geometry/plane';
import { eachAlive } from '../../style/records/alive-records';
import { fadeFromAt, minutesOf, slotAt, styleAt } from '../../style/records/records';
import { slotOffset } from '../../style/records/slots';
import type { Picture } from '../../style/picture';
import { fadeOf, markScale } from '../../style/scale';
import type { Drawing } from '../../style/svg';
import type { Shape } from './shapes';
import type { View } from './view';

const DAY_MINUTES = 1440;

/** The marks of a picture as vectors: each where, and as strong as, the map draws it. */
export function markShapes({ at, marks }: Picture, view: View): Shape[] {
  const { records, drawings, off, lifted } = marks;
  const scale = markScale(view.zoom);
  const minutes = minutesOf(at, records.epoch);
  const shapes: Shape[] = [];
  const put = ({ svg, size }: Drawing, [x, y]: XY, slot: number, opacity: number) => {
    const [right, down] = slotOffset(slot);
    const [left, top] = view.at([x + view.world(x, x), y]);
    const [middleX, middleY, side] = [left + right * scale, top + down * scale, size * scale];
    const half = side / 2;
    if (middleX < -half || middleY < -half || middleX > view.width + half || middleY > view.height + half) return;
    shapes.push({ kind: 'mark', svg, at: [middleX, middleY], side, opacity });
  };
  eachAlive(records, { at, zoom: view.zoom, off }, (record, x, y) => {
    const past = minutes - fadeFromAt(records.data, record);
    const opacity = past >= 0 ? fadeOf(Math.floor((past + DAY_MINUTES / 2) / DAY_MINUTES)) : 1;
    put(drawings[styleAt(records.data, record)]!, [x, y], slotAt(records.data, record), opacity);
  });
  if (lifted) put(lifted.drawing, lifted.at, lifted.slot, fadeOf(lifted.daysPast));
  return shapes;
}
