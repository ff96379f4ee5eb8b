import type { Candidate } from '../../core/gazetteer/gazetteer';
import type { TextPiece } from '../../core/lists/text-map';

/** What the search and its worker say to one another. */

export type Question =
  /** Some of the dossier's places. */
  | { readonly kind: 'places'; readonly piece: TextPiece }
  /** For now there are no more of them: they are to be found from now on. */
  | { readonly kind: 'whole' }
  /** Where the wider gazetteer is. */
  | { readonly kind: 'gazetteer'; readonly address: string }
  | { readonly kind: 'find'; readonly ticket: number; readonly text: string; readonly most: number };

/** Which places are found: the dossier's own; with them those of the wider gazetteer; or it could not be had. */
export type Reach = 'own' | 'wider' | 'failed';

export type Answer =
  | { readonly kind: 'reach'; readonly reach: Reach }
  | { readonly kind: 'found'; readonly ticket: number; readonly found: readonly Candidate[] };
