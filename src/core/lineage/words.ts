/** The words of a text, folded, and where each stands. */
export interface Words {
  readonly folded: readonly string[];
  /** UTF-16 offsets into the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A character of a script without spaces is a word; else a run of letters, digits, and the signs that stand on or join them. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}\p{Cf}\u0640])+/gu;

/** Diacritics, the tatweel, and signs without width. */
const IGNORED = /[\p{M}\p{Cf}\u0640]/gu;

/** Letters that Arabic is written with in more than one way. */
const LETTERS: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };

/** A text's words in lower case, without diacritics, tatweel and signs without width; hamza on a seat, ya and ta marbuta in one form; digits in one script. */
export function wordsOf(text: string): Words {
  const words = { folded: [] as string[], starts: [] as number[], ends: [] as number[] };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = foldWord(word);
    if (folded === '') continue;
    words.folded.push(folded);
    words.starts.push(index);
    words.ends.push(index + word.length);
  }
  return words;
}

function foldWord(word: string): string {
  // most words are plain, and have nothing to fold
  if (/^[a-z0-9]+$/.test(word)) return word;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(IGNORED, '')
    .replace(/[ٱىیکة]/g, (letter) => LETTERS[letter]!)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
