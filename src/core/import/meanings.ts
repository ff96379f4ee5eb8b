import { incidents } from '../vocabulary';
import { foldHeading } from './fields';

/** What words of a table can be said to mean: a status of who holds a place, or a kind of event. */

/** Of a status, by the word for it: how a claim of control says it, or that the row says nothing of control. */
export const statusMeanings = {
  took: 'took held',
  holds: 'holds held',
  'holds-parts': 'holds parts',
  'took-parts': 'took parts',
  entered: 'took entered',
  outskirts: 'took outskirts',
  no: 'no',
} as const;

/** Of an event: an incident's kind, a clash of which it is not said who killed, a change of hands, or nothing that is shown. */
export const eventMeanings = [...incidents, 'clash', 'took', 'no'] as const;

/** Which column's words are meant. */
export type WordsOf = 'status' | 'event';
export type Word = keyof typeof statusMeanings | (typeof eventMeanings)[number];
export const wordsFor: Readonly<Record<WordsOf, readonly Word[]>> = {
  status: Object.keys(statusMeanings) as (keyof typeof statusMeanings)[],
  event: eventMeanings,
};

/** By what a word is kept. */
export function wordKey(text: string): string {
  return foldHeading(text);
}

/** What a mapping keeps for a meaning, by its word or as it is kept; null where it is none. */
export function meaningOf(about: WordsOf, word: string): string | null {
  if (about === 'event') return eventMeanings.find((meaning) => meaning === word) ?? null;
  if (Object.hasOwn(statusMeanings, word)) return statusMeanings[word as keyof typeof statusMeanings];
  return Object.values(statusMeanings).find((meaning) => meaning === word || meaning === `holds ${word}`) ?? null;
}
