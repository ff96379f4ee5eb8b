import type { Direction, Measure, Weight } from './drawing';

/** Breaks a text into lines no wider than `width` millimetres; a word that is wider itself is broken between letters. */
export function linesOf(text: string, width: number, size: number, weight: Weight, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = piecesOf(word, width, size, weight, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line ? [...lines, line] : lines;
}

function piecesOf(word: string, width: number, size: number, weight: Weight, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && measure(piece + letter, size, weight) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** The direction of a text by its first strong letter (the first step of Unicode's bidirectional algorithm); `usual` where it has none. */
export function directionOf(text: string, usual: Direction): Direction {
  const strong = /[\p{Script=Arabic}\p{Script=Hebrew}]|\p{L}/u.exec(text)?.[0];
  if (strong === undefined) return usual;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(strong) ? 'rtl' : 'ltr';
}

/** A paragraph to set; `size` in millimetres. */
export interface Text {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly muted: boolean;
}

/** Paragraphs set one under the other. */
export interface Paragraphs {
  readonly height: number;
  /** `baseline` is measured from the top of the block. */
  readonly lines: readonly (Text & { readonly direction: Direction; readonly baseline: number })[];
}

/** Sets paragraphs in a column; one without text takes no room. */
export function paragraphs(texts: readonly Text[], width: number, usual: Direction, measure: Measure): Paragraphs {
  let height = 0;
  const lines = texts.flatMap((each) =>
    linesOf(each.text, width, each.size, each.weight, measure).map((text) => {
      height += each.size * 1.35;
      return { ...each, text, direction: directionOf(each.text, usual), baseline: height - each.size * 0.35 };
    }),
  );
  return { height, lines };
}
