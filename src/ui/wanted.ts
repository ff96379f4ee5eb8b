import type { Lens } from '../core/ledger';
import { daysOf, lastInstant } from '../core/time';
import type { Language } from '../style/strings';
import type { DossierHead } from './desk';
import type { Choices, ViewState } from './url';

/** What may be wanted of a dossier, known before any of its claims is read. Pure. */

/** What an address may name, and the usual view, in the reader's own language. */
export function choicesOf(head: DossierHead, language: Language): Choices {
  return {
    days: daysOf(head.span, head.timeZone),
    sources: new Set(head.sources.keys()),
    usual: {
      day: head.opening.day,
      known: 'then',
      without: [],
      partyClaims: true,
      counting: 'origins',
      camera: null,
      off: [],
      selection: null,
      language,
      look: null,
      size: null,
    },
  };
}

/** The part of a view that is its lens. */
export type WantedLens = Pick<ViewState, 'known' | 'without' | 'partyClaims' | 'counting'>;

/** The lens that a view wants. */
export function lensOf({ known, without, partyClaims, counting }: WantedLens, { timeZone }: Pick<DossierHead, 'timeZone'>): Lens {
  return { knownBy: known === 'then' || known === 'now' ? known : lastInstant(known, timeZone), counting, without, partyClaims };
}

/** Whether two lenses weigh alike. */
export function sameLens(a: Lens, b: Lens): boolean {
  return (
    a.knownBy === b.knownBy && a.counting === b.counting && a.partyClaims === b.partyClaims && a.without.join(' ') === b.without.join(' ')
  );
}
