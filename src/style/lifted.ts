import type { XY } from '../core/geometry/plane';
import { entryOf } from '../core/situation';
import { eachAlive } from './records/alive-records';
import { markOfEvent, markOfLook } from './mark';
import { markSvg } from './marks';
import { slotAt, styleAt, type MarkLayer, type Records, type RecordStyle } from './records/records';
import { timingOf, type Stage } from './strokes/stage';
import type { Drawing } from './svg';

/** A mark that is drawn once more, above all others, whether or not it is thinned away. */
export interface LiftedMark {
  readonly drawing: Drawing;
  /** On the plane. */
  readonly at: XY;
  /** Beside its place; -1 on it. */
  readonly slot: number;
  /** Whole days since its own. */
  readonly daysPast: number;
}

const layerOf: Readonly<Record<string, MarkLayer>> = { control: 'control', movement: 'movements', incident: 'incidents' };
const layers = Object.values(layerOf);

/** The selected mark, with its ring; null where the selection is none, or not drawn as a mark. */
export function liftedMark({ situation, dossier, options }: Stage, records: Records, off: readonly MarkLayer[]): LiftedMark | null {
  const { ledger, at } = situation;
  const [, kind = '', name = ''] = /^(\w+):(.*)$/s.exec(options.selection ?? '') ?? [];
  const layer = layerOf[kind];
  if (!layer || off.includes(layer)) return null;
  const entry = kind === 'control' ? entryOf(ledger, name) : -1;
  const claim = kind === 'control' ? -1 : dossier.claims.rowOf(name);
  if (entry < 0 && claim < 0) return null;
  const isOwn = (subject: number) => (entry >= 0 ? subject === entry : ledger.dated.claim[subject] === claim);
  let lifted: LiftedMark | null = null;
  eachAlive(records, { at, off: layers.filter((other) => other !== layer) }, (record, x, y) => {
    const subject = records.subject[record]!;
    if (!isOwn(subject)) return;
    const style = records.styles[styleAt(records.data, record)]!;
    const daysPast = style.kind === 'control' ? 0 : timingOf(situation)(subject).daysPast;
    const drawing = markSvg(selectedMark(style), options.palette);
    lifted = { drawing, at: [x, y], slot: slotAt(records.data, record), daysPast };
  });
  return lifted;

  function selectedMark(style: RecordStyle) {
    return style.kind === 'control'
      ? markOfLook(ledger.looks[style.look]!, style.rank, dossier, options.palette, { changed: style.changed, selected: true })
      : markOfEvent(style.event, style.party, dossier, options.palette, true);
  }
}
