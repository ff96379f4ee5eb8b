import type { Sentence } from '../style/words';

/** The sentences of one kind, in their order. */
export interface SentenceGroup {
  readonly kind: Sentence['kind'];
  readonly sentences: readonly Sentence[];
}

/** Sentences under a heading for each kind; kinds without any are left out. */
export function groupsOf(sentences: readonly Sentence[]): SentenceGroup[] {
  return (['control', 'movement', 'flow', 'incident', 'figure'] as const)
    .map((kind) => ({ kind, sentences: sentences.filter((sentence) => sentence.kind === kind) }))
    .filter((group) => group.sentences.length > 0);
}
