import type { Rejected } from './draft';
import type { Field } from './fields';

/** What the words of a cell leave open: that nobody is named, or that it is not sure. Neither is a claim. */

const QUESTION = /[?؟]/;
const HEDGE =
  /\b(possibl[ey]|probabl[ey]|perhaps|maybe|likely|reported(ly)?|alleged(ly)?|suspected|purported(ly)?|rumou?r(s|ed)?|supposed(ly)?|apparent(ly)?|unconfirmed|unverified|not confirmed|tbc)\b|ربما|محتمل|يُ?زعم|مزعوم|غير مؤكد|غير مؤكدة|يُ?قال/i;
/** Words that name no holder. */
const NOBODY =
  /^(none|unknown|unidentified|unclear|other|neutral|nobody|no ?one|no data|not known|not clear|n\/?a|tb[acd]|[^\p{L}\p{N}]*)$|^not\b|\b(contested|disputed|clash(es)?|unclear|(mixed|joint)(?= control|$)|claimed|gr[ea]y ?zone|no man.?s land|no control)\b|متنازع|اشتباك|مجهول|غير معروف/iu;

/** Words that name who does not hold it, or several of whom each might. */
const NOT_ONE = /^(non|ex|anti)-|\b(former(ly)?|lost by|taken from|unclaimed)\b|\S\s*\/\s*\S|\sor\s|\sأو\s/iu;

/** Whether a cell that should name a holder names nobody, or no single one, or is not sure. */
export function namesNobody(text: string): boolean {
  return NOBODY.test(text.trim()) || NOT_ONE.test(text.trim()) || HEDGE.test(text) || QUESTION.test(text);
}

const NOT_YET = /\b(planned|threatened|averted|foiled|thwarted|drill|exercise|simulated|old|archive)\b/i;
const ABOUT = /^\W*(\w+\W+)?(protest|demonstration|rally|vigil|march|statement)s?\b.*\b(against|den(y|ies|ying)|about|condemn\w*)\b/i;

/** Whether an event's first words say that it is not sure, that it did not come to it, or that somebody only speaks of it; what comes later is of something else. */
export function isUnsureEvent(text: string): boolean {
  const [first, more] = [2, 4].map((count) => text.trim().split(/\s+/).slice(0, count).join(' ')) as [string, string];
  return /[?؟]$/.test(text.trim()) || HEDGE.test(first.replace(/\breported\b/i, '')) || NOT_YET.test(more) || ABOUT.test(text);
}

/** By what code a row is rejected whose cell for a field is a question. */
const codes = {
  party: 'party',
  status: 'status',
  place: 'place',
  area: 'place',
  from: 'place',
  to: 'place',
  source: 'source',
} as const satisfies Partial<Record<Field, string>>;

/** Why a row is none of which a cell asks more than it says; null where none does. */
export function questionIn(get: (field: Field) => string): Rejected | null {
  for (const [field, code] of Object.entries(codes) as [keyof typeof codes, string][])
    if (QUESTION.test(get(field)))
      return { code, why: `“${get(field)}” is a question, and no report: write what is said, or leave the row out` };
  for (const field of ['status', 'party', 'source'] as const)
    if (HEDGE.test(get(field)))
      return { code: codes[field], why: `“${get(field)}” does not say that it is so: write what is said, by whom, or leave the row out` };
  return null;
}

/** Words before a speaker's name that only say that it speaks. */
const SAYS = /^(according to|as per|per|via|said by|reported by|source:)\s+|^(بحسب|وفقا? ل|وفقًا ل|نقلا عن|نقلًا عن)\s*/i;

/** The speakers that a cell names, parted by semicolons or bars. */
export function speakersIn(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((each) => each.trim().replace(SAYS, '').trim())
    .filter(
      (each) => each !== '' && !/^(unknown|anonymous|unnamed|n\/?a|none|(various |several )?(local )?sources|[^\p{L}\p{N}]*)$/iu.test(each),
    );
}
