import { lettersOf } from './break-lines';

/** Letters one by one that look as they do in their word. */

/** Joins a letter of Arabic to what stands beside it, and is not seen itself. */
const JOINER = '\u200d';
/** Letters that join nothing that follows them. */
const ENDS = /^[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0649]/u;
const ARABIC = /^\p{Script=Arabic}/u;
/** Lam and an alef are one shape. */
const LAM_ALEF = /^\u0644\p{M}*$/u;
const ALEF = /^[\u0622\u0623\u0625\u0627]/u;

/** The letters of a text, in the order in which they are written; those of Arabic with what makes them join. */
export function contextual(text: string): string[] {
  const letters: string[] = [];
  for (const letter of lettersOf(text)) {
    if (ALEF.test(letter) && LAM_ALEF.test(letters.at(-1) ?? '')) letters.push(letters.pop()! + letter);
    else letters.push(letter);
  }
  const joins = (i: number): boolean => {
    const [letter, next] = [letters[i], letters[i + 1]];
    if (letter === undefined || next === undefined || !ARABIC.test(letter) || !ARABIC.test(next)) return false;
    return !ENDS.test(letter) && !(letter.length > 1 && ALEF.test(letter.slice(1)));
  };
  return letters.map((letter, i) => (joins(i - 1) ? JOINER : '') + letter + (joins(i) ? JOINER : ''));
}
