import { SHINGLE_WORDS, type Shingled } from './shingles';

/** A piece of a text, in UTF-16 units; half-open. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The same words, but for case, diacritics and punctuation, in two texts. */
export interface Passage {
  readonly first: TextSpan;
  readonly second: TextSpan;
  /** Number of words, five or more. */
  readonly words: number;
}

/** A shingle that stands in the second text more often than this is followed from so many of its places. */
const MOST_PLACES = 16;

/**
 * The passages that two texts share, in the order of the first; of several places where words of the first stand in the second, the one with the longest passage. Two
 * passages share up to four words where a run begins in one and goes on in the other.
 */
export function passagesOf(first: Shingled, second: Shingled): Passage[] {
  const passages: Passage[] = [];
  const [a, b] = [first.words.folded, second.words.folded];
  for (let i = 0; i + SHINGLE_WORDS <= a.length;) {
    const places = second.shingles.get(a.slice(i, i + SHINGLE_WORDS).join(' ')) ?? [];
    let [at, words] = [0, 0];
    for (const place of places.slice(0, MOST_PLACES)) {
      let length = SHINGLE_WORDS;
      while (i + length < a.length && place + length < b.length && a[i + length] === b[place + length]) length++;
      if (length > words) [at, words] = [place, length];
    }
    if (words > 0) passages.push({ first: spanOf(first, i, words), second: spanOf(second, at, words), words });
    i += Math.max(1, words - SHINGLE_WORDS + 1);
  }
  return passages;
}

function spanOf({ words: { starts, ends } }: Shingled, from: number, words: number): TextSpan {
  return { start: starts[from]!, end: ends[from + words - 1]! };
}
