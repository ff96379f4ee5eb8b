/** A text in which kinds of quotation marks and of white space are alike, and where each of its letters stands in the text that it was made from. */
export interface Plain {
  readonly text: string;
  /** Of each UTF-16 unit, its offset in the other text; and at the end, that text's length. */
  readonly at: readonly number[];
}

const SINGLE = /[‘’‚‛′ʼ`´]/;
const DOUBLE = /[“”„‟″«»]/;
/** Signs without width: soft hyphen, joiners, marks of direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/;

/** Straight quotation marks, one space for any run of white space and line ends, no signs without width. */
export function plainOf(text: string): Plain {
  const units: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    const isSpace = /\s/.test(unit);
    if (UNSEEN.test(unit) || (isSpace && units.at(-1) === ' ')) continue;
    units.push(isSpace ? ' ' : SINGLE.test(unit) ? "'" : DOUBLE.test(unit) ? '"' : unit);
    at.push(i);
  }
  at.push(text.length);
  return { text: units.join(''), at };
}

/** The plain form of some words, without white space around them. */
export function plainWords(words: string): string {
  return plainOf(words).text.trim();
}

/** A span of the plain text as one of the text that it was made from. */
export function spanBehind({ text, at }: Plain, start: number, end: number): readonly [start: number, end: number] {
  return [at[start]!, text[end - 1] === ' ' ? at[end]! : at[end - 1]! + 1];
}
