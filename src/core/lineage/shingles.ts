import { wordsOf, type Words } from './words';

/** Shingles: runs of five words, by which overlap is measured (Broder 1997). */
export const SHINGLE_WORDS = 5;

/** A text with its words and shingles. */
export interface Shingled {
  readonly text: string;
  readonly words: Words;
  /** Every distinct run of five folded words, with the number of each word that begins one. */
  readonly shingles: ReadonlyMap<string, readonly number[]>;
}

/** How much two texts share: of each text's distinct shingles the share that stands in the other, 0 to 1; 0 for a text of fewer than five words. */
export interface Overlap {
  readonly firstInSecond: number;
  readonly secondInFirst: number;
  /** Number of distinct shingles that both have. */
  readonly shared: number;
}

/** Reads a text's shingles. */
export function shingled(text: string): Shingled {
  const words = wordsOf(text);
  const shingles = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE_WORDS <= words.folded.length; i++) {
    const shingle = words.folded.slice(i, i + SHINGLE_WORDS).join(' ');
    const at = shingles.get(shingle);
    if (at) at.push(i);
    else shingles.set(shingle, [i]);
  }
  return { text, words, shingles };
}

/** The overlap of two texts of which the number of shared shingles is known. */
export function overlapOf(first: Shingled, second: Shingled, shared: number): Overlap {
  const [a, b] = [first.shingles.size, second.shingles.size];
  return { firstInSecond: a ? shared / a : 0, secondInFirst: b ? shared / b : 0, shared };
}

/** Numbers of shingles that texts share, for every pair that shares any: by the number of the earlier text, then of the later. */
export function sharedShingles(texts: readonly Shingled[]): Map<number, Map<number, number>> {
  const having = new Map<string, number[]>();
  const shared = new Map<number, Map<number, number>>();
  texts.forEach(({ shingles }, later) => {
    for (const shingle of shingles.keys()) {
      const earlier = having.get(shingle);
      if (!earlier) {
        having.set(shingle, [later]);
        continue;
      }
      for (const each of earlier) {
        let counts = shared.get(each);
        if (!counts) shared.set(each, (counts = new Map()));
        counts.set(later, (counts.get(later) ?? 0) + 1);
      }
      earlier.push(later);
    }
  });
  return shared;
}
