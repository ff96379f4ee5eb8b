import type { Progress } from '../desk/desk-update';
import type { DossierFiles } from '../dossier-files';
import type { View } from '../view.svelte';

/** How another dossier takes the place of the one that is shown. */
export interface Instead {
  /** Given up before it has: what is shown stays. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress | null) => void;
}

/** Opens a dossier with the view that a hash asks for, in the place of the one that is shown. Rejects where nothing of it can be shown: then that stays. */
export type OpenInstead = (from: DossierFiles, hash: string, instead: Instead) => Promise<View>;
