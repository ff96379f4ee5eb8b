import { boxOf, middleOf } from '../core/geometry/box';
import { toLngLat } from '../core/geometry/plane';
import { eachAlive } from './records/alive-records';
import { markOfEvent, markOfLook } from './mark';
import type { Shown } from './picture';
import { styleAt, type MarkLayer, type Records } from './records/records';
import type { Stage } from './strokes/stage';

/** One mark of each look that is drawn in the frame, with the first place that has it: as many as there are looks, however many places. */
export function shownMarks({ situation, dossier, zoom, options }: Stage, records: Records, off: readonly MarkLayer[]): Shown[] {
  const { ledger, at } = situation;
  const box = boxOf(options.frame ?? dossier.opening.bounds);
  const [middleX, middleY] = middleOf(box);
  const [halfX, halfY] = [(box[2] - box[0]) / 2, (box[3] - box[1]) / 2];
  const firsts = new Map<number, { readonly record: number; readonly x: number; readonly y: number }>();
  eachAlive(records, { at, zoom, off }, (record, x, y) => {
    const away = x - middleX;
    if (Math.abs(away - Math.round(away)) > halfX || Math.abs(y - middleY) > halfY) return;
    const style = styleAt(records.data, record);
    if (!firsts.has(style)) firsts.set(style, { record, x, y });
  });
  const { claims } = dossier;
  return Array.from(firsts, ([number, { record, x, y }]): Shown => {
    const style = records.styles[number]!;
    const subject = records.subject[record]!;
    const point = [toLngLat([x, y])];
    if (style.kind === 'control') {
      const mark = markOfLook(ledger.looks[style.look]!, style.rank, dossier, options.palette, { changed: style.changed });
      return { id: `control:${claims.columns.places[ledger.control.place[subject]!]}`, at: point, what: { kind: 'mark', mark } };
    }
    const kind = style.event === 'coming' || style.event === 'leaving' ? 'movement' : 'incident';
    const mark = markOfEvent(style.event, style.party, dossier, options.palette);
    return { id: `${kind}:${claims.idOf(ledger.dated.claim[subject]!)}`, at: point, what: { kind: 'mark', mark } };
  });
}
