import type { Lens } from '../core/ledger';
import { lastInstant } from '../core/time';
import { noLabels } from '../style/label-address';
import type { Language } from '../style/strings';
import type { DossierHead } from './desk/desk';
import type { Choices, ViewState } from './url';

/** What may be wanted of a dossier, known before any of its claims is read. Pure. */

/** What an address may name, and the usual view, in the reader's own language. `days` are the dossier's. */
export function choicesOf(head: Pick<DossierHead, 'sources' | 'opening'>, days: readonly string[], language: Language): Choices {
  return {
    days,
    sources: head.sources,
    usual: {
      day: head.opening.day,
      known: 'then',
      without: [],
      partyClaims: true,
      counting: 'origins',
      camera: null,
      off: [],
      selection: null,
      labels: noLabels,
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
