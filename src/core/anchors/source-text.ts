/** A source's text as anchors count it. */
export interface SourceText {
  /** The text without a byte-order mark; offsets are UTF-16 units of it, line ends included. */
  readonly text: string;
  /** Where each paragraph begins: each line that holds more than white space. */
  readonly paragraphs: readonly number[];
}

/** A text with its paragraphs. Lines end with LF, CRLF or CR. */
export function sourceText(raw: string): SourceText {
  const text = raw.replace(/^\uFEFF/, '');
  const paragraphs = [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => (line.trim() === '' ? [] : [index]));
  return { text, paragraphs };
}

/** The number of the paragraph in which a span's first letter stands, from 1; 1 for a text without paragraphs. */
export function paragraphOf({ text, paragraphs }: SourceText, start: number, end: number): number {
  const words = text.slice(start, end);
  const first = start + (words.length - words.trimStart().length);
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]! <= first) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** Whether a position lies between the two halves of one character. */
export function cutsCharacter(text: string, at: number): boolean {
  return isHalf(text.charCodeAt(at - 1), 0xd800) && isHalf(text.charCodeAt(at), 0xdc00);
}

function isHalf(unit: number, from: number): boolean {
  return unit >= from && unit < from + 0x400;
}
