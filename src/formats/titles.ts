import type { Dossier, Text } from '../core/model';

/** What sources are called in files in English. */

/** A text in English, or as it stands. */
export function english(text: Text): string {
  return typeof text === 'string' ? text : text.en;
}

/** A source's title; its id where it is not known. */
export function titleOf({ sources }: Dossier, source: string): string {
  return english(sources.get(source)?.title ?? source);
}

/** Who published a source; empty where the text does not say. */
export function publisherOf({ sources }: Dossier, source: string): string {
  return sources.get(source)?.publisher ?? '';
}
