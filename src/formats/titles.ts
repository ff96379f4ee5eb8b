import type { Dossier } from '../core/model';

/** What sources are called in files in English. */

/** A source's title; its id where it is not known. */
export function titleOf({ sources }: Dossier, source: string): string {
  const title = sources.get(source)?.title ?? source;
  return typeof title === 'string' ? title : title.en;
}

/** Who published a source; empty where the text does not say. */
export function publisherOf({ sources }: Dossier, source: string): string {
  return sources.get(source)?.publisher ?? '';
}
