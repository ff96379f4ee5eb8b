import type { Ledger } from '../core/ledger';
import { markOfEvent, markOfLook } from './mark';
import { markSvg } from './marks';
import type { Palette } from './palette';
import type { Records } from './records';
import type { Drawing } from './svg';

const made = new WeakMap<Records, Map<Palette, readonly Drawing[]>>();

/** The drawing of each style of a ledger's records. The same list each time: it is made once for each palette. */
export function drawingsOf(records: Records, { looks, dossier }: Ledger, palette: Palette): readonly Drawing[] {
  const known = made.get(records) ?? new Map<Palette, readonly Drawing[]>();
  made.set(records, known);
  const drawings =
    known.get(palette) ??
    records.styles.map((style) =>
      markSvg(
        style.kind === 'control'
          ? markOfLook(looks[style.look]!, style.rank, dossier, palette, { changed: style.changed })
          : markOfEvent(style.event, style.party, dossier, palette),
        palette,
      ),
    );
  known.set(palette, drawings);
  return drawings;
}
