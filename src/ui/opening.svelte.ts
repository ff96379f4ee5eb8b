import type { Language } from '../style/strings';
import type { Partial, Progress } from './desk/desk-update';

/** How far a dossier is read: what is said of it until all is there, and after it was stopped. */
export class Opening {
  progress = $state.raw<Progress | null>(null);
  partial = $state.raw<Partial | null>(null);
  /** Whether there is a picture already. */
  shown = $state(false);
  readonly #language: () => Language;
  readonly stop: () => void;

  constructor(language: () => Language, stop: () => void) {
    this.#language = language;
    this.stop = stop;
  }

  get language(): Language {
    return this.#language();
  }
}
