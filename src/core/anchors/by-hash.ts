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

/** A text in which hashes are looked for, again and again. */
export class Haystack {
  readonly text: string;
  #edges: Edges | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Made when first asked for. */
  get edges(): Edges {
    return (this.#edges ??= edgesOf(this.text));
  }
}

/**
 * Where words of these hashes stand, by hash; of words that stand there more than once, one place. Spans that moved as far as others did are tried first,
 * then those that begin and end between words, each length once for all of its hashes; last, unless `thorough` is false, those that begin or end there. What
 * cuts a word at both ends is found only where it moved with others: to hash every span would take ten times as long, and nobody anchors such words.
 */
export function spansByHash(haystack: Haystack, wanted: readonly Hashed[], hashOf: HashOf, thorough = true): Map<string, number> {
  const { text } = haystack;
  const found = new Map<string, number>();
  const shifts = new Set<number>();
  const shiftAll = (sought: Sought, length: number) => {
    for (const [sha256, before] of sought) {
      if (before === undefined || found.has(sha256)) continue;
      const shift = [...shifts].find(
        (each) => isSpan(text, before + each, length) && hashAt(text, before + each, length, hashOf) === sha256,
      );
      if (shift !== undefined) found.set(sha256, before + shift);
    }
  };
  const groups = byLength(wanted, text.length);
  for (const [length, sought] of groups) {
    shiftAll(sought, length);
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
    look(spansBetweenWords(haystack.edges, length));
    if (thorough) look(spansCuttingOneWord(text, haystack.edges, length));
  }
  // by now it is known how others moved
  for (const [length, sought] of groups) shiftAll(sought, length);
  return found;
}

/** So many ways in which spans of a text moved are tried before looking everywhere. */
const MOST_SHIFTS = 16;

/** Of each hash, where it was. */
type Sought = Map<string, number | undefined>;

/** What is looked for by length. Nothing longer than the text. */
function byLength(wanted: readonly Hashed[], longest: number): Map<number, Sought> {
  const groups = new Map<number, Sought>();
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

/** Where a span can begin, and whether one can end, without cutting a word or taking in white space. */
interface Edges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** 1 where one of `starts` and `ends` is, by position. */
  readonly isStart: Uint8Array;
  readonly isEnd: Uint8Array;
}

function edgesOf(text: string): Edges {
  const [starts, ends]: [number[], number[]] = [[], []];
  const [isStart, isEnd] = [new Uint8Array(text.length + 1), new Uint8Array(text.length + 1)];
  let [wasWord, wasSpace] = [false, true];
  for (let at = 0; at <= text.length; at++) {
    const unit = text[at] ?? ' ';
    const isWord = OF_WORDS.test(unit) && !UNSPACED.test(unit);
    const isSpace = /\s/.test(unit);
    if (!(wasWord && isWord)) {
      if (!isSpace) isStart[(starts[starts.length] = at)] = 1;
      if (!wasSpace) isEnd[(ends[ends.length] = at)] = 1;
    }
    [wasWord, wasSpace] = [isWord, isSpace];
  }
  return { starts, ends, isStart, isEnd };
}

function* spansBetweenWords({ starts, isEnd }: Edges, length: number): Generator<number> {
  for (const start of starts) if (isEnd[start + length]) yield start;
}

function* spansCuttingOneWord(text: string, { starts, ends, isStart, isEnd }: Edges, length: number): Generator<number> {
  for (const start of starts) if (!isEnd[start + length] && isSpan(text, start, length)) yield start;
  for (const end of ends) if (!isStart[end - length] && isSpan(text, end - length, length)) yield end - length;
}
