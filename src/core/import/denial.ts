/** Whether a text that has the words of an event says that there was none. Where it only may, a person is to look: it is rejected, with that reason. */

const FALSE =
  /\b(fake|hoax|debunk(s|ed)?|disprove[dns]?|refute[ds]?|untrue|fabricated|false(?! flag)|unfounded|baseless|did(n['’]t| not) (happen|occur|take place)|never (happened|occurred|took place))\b/i;
/** Who denies responsibility does not deny what happened. */
const DENIED =
  /(?<!\b(not|never|access|entry)( (was|is|were))?\s)\bden(y|ies|ied|ial)\b(?!\s+((all|any|its|their|his|of|having)\s+)*(responsib|involve|access|entry|carry|carried|target|role))/i;
const NEGATION = /(?<!\p{L})(no|not|never|\p{L}+n['’]t)\s+((?:[\p{L}\p{N}-]+\s*){1,5})/giu;
/** “No further strikes” says that there was one. */
const MORE = /^(further|more|other|new|additional|longer|only|just)$/i;
const ARTICLE = /^(an?|the|any)$/i;
/** What makes one word with the next. */
const HALF = /^(air|drone|missile|rocket|artillery|car|suicide)$/i;

/** `kindOf`: which kind of event words name, and by which of them; null for none. */
export function seemsDenied(text: string, kindOf: (words: string) => readonly [kind: string, by: string] | null): boolean {
  if (FALSE.test(text) || DENIED.test(text)) return true;
  const whole = kindOf(text);
  return (
    whole !== null &&
    [...text.matchAll(NEGATION)].some(([, negation, behind]) => {
      const all = behind!.trim().split(/\s+/);
      const words = ARTICLE.test(all[0]!) ? all.slice(1) : all;
      if (MORE.test(words[0] ?? '')) return false;
      const most = negation!.toLowerCase() === 'no' ? 3 : HALF.test(words[0] ?? '') ? 2 : 1;
      // behind a further article stands something else
      const end = words.findIndex((word) => ARTICLE.test(word));
      return [1, 2, 3].some((length) => {
        const said = length <= Math.min(most, end < 0 ? most : end) ? kindOf(words.slice(0, length).join(' ')) : null;
        // “attack … no casualties” says that there was an attack
        return said !== null && said[0] === whole[0] && (said[0] !== 'casualties' || said[1] === whole[1]);
      });
    })
  );
}
