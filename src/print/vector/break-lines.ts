/** A name in lines as the map breaks it: the same rule as MapLibre's, so that a line on paper ends where it ends on the screen. */

/** How far a letter takes the pen, in ems. */
export type Advance = (letter: string) => number;

interface Break {
  readonly index: number;
  readonly x: number;
  readonly before: Break | null;
  readonly badness: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const MAY_END = /^[\n\r &)+\-/\u00ad\u00b7\u200b\u2010\u2013\u2027]/u;

/** The letters of a text: each with the signs written on it. */
export function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The lines of a name that is to be no wider than about `widest` ems, without the spaces at their ends; `spacing` follows each letter. */
export function brokenLines(text: string, widest: number, spacing: number, advance: Advance): string[] {
  const letters = lettersOf(text);
  const widths = letters.map((letter) => advance(letter) + spacing);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole <= widest) return [text.trim()];
  const target = whole / Math.max(1, Math.ceil(whole / widest));
  const breaks: Break[] = [];
  let x = 0;
  letters.forEach((letter, i) => {
    const may = i > 0 && (MAY_END.test(letters[i - 1]!) || (letter.startsWith('(') && i + 1 < letters.length));
    if (may) breaks.push(leastBad(i, x, target, breaks, penaltyOf(letters[i - 1]!, letter), false));
    if (!/^\s/u.test(letter)) x += widths[i]!;
  });
  const ends: number[] = [];
  for (let at: Break | null = leastBad(letters.length, x, target, breaks, 0, true); at; at = at.before) ends.unshift(at.index);
  return ends.map((end, i) =>
    letters
      .slice(ends[i - 1] ?? 0, end)
      .join('')
      .trim(),
  );
}

function penaltyOf(letter: string, next: string): number {
  return (letter.startsWith('(') ? 50 : 0) + (next.startsWith(')') ? 50 : 0);
}

// badness is the square of what a line lacks of the wanted width, in units of a 24th of an em, as penalties are
function leastBad(index: number, x: number, target: number, breaks: readonly Break[], penalty: number, isLast: boolean): Break {
  const badness = (width: number) => {
    const ragged = ((width - target) * 24) ** 2;
    return isLast ? ragged * (width < target ? 0.5 : 2) : ragged + Math.abs(penalty) * penalty;
  };
  let best: Break = { index, x, before: null, badness: badness(x) };
  for (const before of breaks) {
    const sum = badness(x - before.x) + before.badness;
    if (sum <= best.badness) best = { index, x, before, badness: sum };
  }
  return best;
}
