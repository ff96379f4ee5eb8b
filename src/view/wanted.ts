import type { Lens } from '../core/ledger';
import type { Dossier } from '../core/model';
import { dayOf, lastInstant } from '../core/time';
import { noLabels } from '../style/label-address';
import { usuallyOff } from '../style/layer';
import type { Language } from '../style/strings';
import type { Choices, SideState } from './address';

/** What may be wanted of a dossier, known before any of its claims is read. Pure. */

/** What an address may name, and the usual view, in the reader's own language. `days` are the dossier's. */
export function choicesOf(head: Pick<Choices, 'sources'> & Pick<Dossier, 'opening'>, days: readonly string[], language: Language): Choices {
  return {
    days,
    sources: head.sources,
    usual: {
      day: head.opening.day,
      known: 'then',
      without: [],
      partyClaims: true,
      counting: 'origins',
      beside: null,
      at: 50,
      side: 'left',
      camera: null,
      ground: null,
      off: usuallyOff,
      selection: null,
      labels: noLabels,
      language,
      look: null,
      size: null,
    },
  };
}

/** The part of a side that is its lens. */
export type WantedLens = Omit<SideState, 'day'>;

/** The lens that a side wants. */
export function lensOf({ known, without, partyClaims, counting }: WantedLens, { timeZone }: Pick<Dossier, 'timeZone'>): Lens {
  return { knownBy: known === 'then' || known === 'now' ? known : lastInstant(known, timeZone), counting, without, partyClaims };
}

/** What a lens asks for, as a side has it. */
export function wantedOf({ knownBy, without, partyClaims, counting }: Lens, timeZone: string): WantedLens {
  return { known: typeof knownBy === 'number' ? dayOf(knownBy, timeZone) : knownBy, without, partyClaims, counting };
}

/** What is compared with a side at first: the same day as known now, or, where that is the side itself, the day before. */
export function besideOf({ day, known, without, partyClaims, counting }: SideState, days: readonly string[]): SideState {
  if (known !== 'now') return { day, known: 'now', without, partyClaims, counting };
  return { day: days[days.indexOf(day) - 1] ?? day, known, without, partyClaims, counting };
}

/** Whether two lenses weigh alike. */
export function sameLens(a: Lens, b: Lens): boolean {
  return (
    a.knownBy === b.knownBy && a.counting === b.counting && a.partyClaims === b.partyClaims && a.without.join(' ') === b.without.join(' ')
  );
}
