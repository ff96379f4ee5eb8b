import { cutsCharacter } from './source-text';

/** Finds words of which only length and hash are known. */

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type HashOf = (words: string) => string;

/** What is looked for: `start` is where it was, undefined where nobody knows. */
export interface Hashed {
  readonly sha256: string;
  /** UTF-16 units. */
  readonly length: number;
  readonly start: number | undefined;
}

/** Letters that make words; those of scripts without spaces between words do not, so that a span may begin at any of them. */
const OF_WORDS = /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Where words of these hashes stand, by hash; of words that stand there more than once, one place. Spans that moved as far as others did are tried first,
 * then those that begin and end between words, each length once for all of its hashes; last, unless `thorough` is false, every span of the length.
 */
export function spansByHash(text: string, wanted: readonly Hashed[], hashOf: HashOf, thorough = true): Map<string, number> {
  const found = new Map<string, number>();
  const shifts = new Set<number>();
  let edges: Edges | null = null;
  for (const [length, sought] of byLength(wanted, text.length)) {
    for (const [sha256, start] of sought) {
      if (start === undefined) continue;
      const shift = [...shifts].find((each) => isSpan(text, start + each, length) && hashAt(text, start + each, length, hashOf) === sha256);
      if (shift !== undefined) found.set(sha256, start + shift);
    }
    const look = (starts: Iterable<number>) => {
      const left = new Set([...sought.keys()].filter((sha256) => !found.has(sha256)));
      if (left.size === 0) return;
      for (const start of starts) {
        const sha256 = hashAt(text, start, length, hashOf);
        if (!left.delete(sha256)) continue;
        found.set(sha256, start);
        const before = sought.get(sha256);
        if (before !== undefined && shifts.size < MOST_SHIFTS) shifts.add(start - before);
        if (left.size === 0) return;
      }
    };
    look(spansBetweenWords((edges ??= edgesOf(text)), length));
    if (thorough) look(everySpan(text, length));
  }
  return found;
}

/** So many ways in which spans of a text moved are tried before looking everywhere. */
const MOST_SHIFTS = 16;

/** What is looked for by length: of each hash, where it was. Nothing longer than the text. */
function byLength(wanted: readonly Hashed[], longest: number): Map<number, Map<string, number | undefined>> {
  const groups = new Map<number, Map<string, number | undefined>>();
  for (const { sha256, length, start } of wanted) {
    if (length <= 0 || length > longest) continue;
    let group = groups.get(length);
    if (!group) groups.set(length, (group = new Map()));
    group.set(sha256, start);
  }
  return groups;
}

function hashAt(text: string, start: number, length: number, hashOf: HashOf): string {
  return hashOf(text.slice(start, start + length));
}

/** Whether a span lies in the text and cuts no character in two. */
export function isSpan(text: string, start: number, length: number): boolean {
  return start >= 0 && length > 0 && start + length <= text.length && !cutsCharacter(text, start) && !cutsCharacter(text, start + length);
}

function* everySpan(text: string, length: number): Generator<number> {
  for (let start = 0; start + length <= text.length; start++) if (isSpan(text, start, length)) yield start;
}

/** Where a span can begin, and whether one can end, without cutting a word or taking in white space. */
interface Edges {
  readonly starts: readonly number[];
  readonly isEnd: Uint8Array;
}

function edgesOf(text: string): Edges {
  const starts: number[] = [];
  const isEnd = new Uint8Array(text.length + 1);
  let [wasWord, wasSpace] = [false, true];
  for (let at = 0; at <= text.length; at++) {
    const unit = text[at] ?? ' ';
    const isWord = OF_WORDS.test(unit) && !UNSPACED.test(unit);
    const isSpace = /\s/.test(unit);
    if (!(wasWord && isWord)) {
      if (!isSpace) starts.push(at);
      if (!wasSpace) isEnd[at] = 1;
    }
    [wasWord, wasSpace] = [isWord, isSpace];
  }
  return { starts, isEnd };
}

function* spansBetweenWords({ starts, isEnd }: Edges, length: number): Generator<number> {
  for (const start of starts) if (isEnd[start + length]) yield start;
}
