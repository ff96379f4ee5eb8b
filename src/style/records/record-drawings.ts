import { atOnce } from '../../core/at-once';
import type { Ledger } from '../../core/ledger';
import { markOfEvent, markOfLook } from '../mark';
import { markSvg } from '../marks';
import type { Palette } from '../palette';
import type { Records } from './records';
import type { Drawing } from '../svg';

const made = new WeakMap<Records, Map<Palette, readonly Drawing[]>>();

/** The drawing of each style of a ledger's records. The same list each time: it is made once for each palette. */
export function drawingsOf(records: Records, ledger: Ledger, palette: Palette): readonly Drawing[] {
  return atOnce(drawing(records, ledger, palette));
}

/** How many styles are drawn in a step. */
const STEP = 50;

/** The same in steps of some milliseconds. */
export function* drawing(records: Records, { looks, dossier }: Ledger, palette: Palette): Generator<void, readonly Drawing[]> {
  const known = made.get(records) ?? new Map<Palette, readonly Drawing[]>();
  made.set(records, known);
  const finished = known.get(palette);
  if (finished) return finished;
  const drawings: Drawing[] = [];
  for (const style of records.styles) {
    if (drawings.length % STEP === STEP - 1) yield;
    const mark =
      style.kind === 'control'
        ? markOfLook(looks[style.look]!, style.rank, dossier, palette, { changed: style.changed })
        : markOfEvent(style.event, style.party, dossier, palette);
    drawings.push(markSvg(mark, palette));
  }
  // they may have been asked for meanwhile
  const all = known.get(palette) ?? drawings;
  known.set(palette, all);
  return all;
}
