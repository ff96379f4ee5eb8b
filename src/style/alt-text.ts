import type { Situation } from '../core/situation';
import { apart } from './naming';
import { laterStrings } from './strings/later';
import { counted, type Language } from './strings';
import { disputesOf } from './subject';
import { tellingOf } from './words';

/** How long a text for readers who do not see the picture may be, in letters: longer ones are cut off by what publishes them. */
export const ALT_LENGTH = 1000;

/**
 * A situation in words, shortened: what the picture is, then what is in dispute, then the rest in the order in which a reader is told, as
 * many whole sentences as there is room for, and how many more there are. `opening` says what it is a picture of, ending in a full stop.
 */
export function altText(situation: Situation, language: Language, opening: string, length = ALT_LENGTH): string {
  const telling = tellingOf(situation, language);
  const disputes = disputesOf(situation);
  const disputed = disputes.part(0, Math.min(disputes.count, MOST)).flatMap(({ place }) => telling.sentenceOf(`control:${place}`) ?? []);
  const all = telling.groups.flatMap(({ count, part }) => part(0, Math.min(count, MOST)).map(({ text }) => text));
  const sentences = [...new Set([...disputed, ...all])];
  const total = telling.groups.reduce((sum, { count }) => sum + count, 0);
  const rest = (said: number) => (total > said ? ` ${counted(language, laterStrings(language)['alt.more'], total - said)}` : '');
  let [text, said] = [opening, 0];
  for (const sentence of sentences) {
    const longer = `${text} ${apart(sentence, language)}`;
    if (longer.length + rest(said + 1).length > length) break;
    [text, said] = [longer, said + 1];
  }
  return text + rest(said);
}

/** No more sentences than this can fit. */
const MOST = 100;
