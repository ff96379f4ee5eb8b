import { learn, type Language } from '../style/strings';

/**
 * A part of the page that is loaded when it is first wanted: whoever asks for its code has it on its way, and is asked again once it is there.
 * What does not arrive stays missing until the page is loaded again, and is said once for all (see `missingParts`).
 */
export class Part<T> {
  readonly #load: () => Promise<T>;
  #code = $state.raw<T | null>(null);
  #failure = $state.raw<string | null>(null);
  #ready: Promise<void> | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Null until it is there. */
  get code(): T | null {
    void this.ready();
    return this.#code;
  }

  /** Why it did not arrive; null where it did, or is on its way, or was never wanted. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Whether it is still on its way; has it loaded. */
  get isAwaited(): boolean {
    return this.code === null && this.#failure === null;
  }

  /** Has it loaded; resolves when there is nothing more to wait for. */
  ready(): Promise<void> {
    return (this.#ready ??= this.#load().then(
      (code) => void (this.#code = code),
      (error: unknown) => void (this.#failure = String(error)),
    ));
  }
}

/** All that a first picture can do without. */
export const parts = {
  arabic: new Part(() => learn('ar')),
  comparing: new Part(() => import('./comparing')),
  detail: new Part(() => import('./Detail.svelte')),
  dialogs: new Part(() => import('./Dialogs.svelte')),
  embed: new Part(() => import('./Embed.svelte')),
  lens: new Part(() => import('./LensChoices.svelte')),
  labelHand: new Part(() => import('./LabelHand.svelte')),
  offTheMap: new Part(() => import('./OffTheMap.svelte')),
  trouble: new Part(() => import('./trouble')),
  unreported: new Part(() => import('./unreported')),
};

/** The language that the page speaks where one is wanted: English until the other's catalogue is there. */
export function spoken(wanted: Language): Language {
  return wanted === 'en' || parts.arabic.code ? wanted : 'en';
}

/** Resolves when a language can be spoken, or will not be. */
export async function readyToSpeak(wanted: Language): Promise<void> {
  if (wanted !== 'en') await parts.arabic.ready();
}

/** Why parts that were wanted are missing, each reason once. */
export function missingParts(): string[] {
  const reasons = Object.values(parts).flatMap(({ failure }) => failure ?? []);
  return reasons.filter((reason, i) => reasons.indexOf(reason) === i);
}
