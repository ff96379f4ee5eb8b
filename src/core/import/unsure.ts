import type { Rejected } from './draft';
import type { Field } from './fields';

/** What the words of a cell leave open: that nobody is named, or that it is not sure. Neither is a claim. */

const QUESTION = /[?؟]/;
const HEDGE =
  /\b(possibly|probably|perhaps|maybe|likely|reported(ly)?|alleged(ly)?|rumou?red|supposed(ly)?|apparent(ly)?|unconfirmed|unverified|not confirmed|tbc)\b|ربما|محتمل|يُ?زعم|مزعوم|غير مؤكد|غير مؤكدة|يُ?قال/i;
/** Words that name no holder. */
const NOBODY =
  /^(none|unknown|unidentified|unclear|other|neutral|nobody|no ?one|no data|not known|not clear|n\/?a|tb[acd]|[^\p{L}\p{N}]*)$|^not\b|\b(contested|disputed|clash(es)?|unclear|(mixed|joint)(?= control|$)|claimed|gr[ea]y ?zone|no man.?s land|no control)\b|متنازع|اشتباك|مجهول|غير معروف/iu;

/** Whether a cell that should name a holder names nobody, or no single one. */
export function namesNobody(text: string): boolean {
  return NOBODY.test(text.trim());
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
  const status = get('status');
  return HEDGE.test(status)
    ? { code: 'status', why: `“${status}” does not say that it is so: write what is said, by whom, or leave the row out` }
    : null;
}

/** Words before a speaker's name that only say that it speaks. */
const SAYS = /^(according to|as per|per|via|said by|reported by|source:)\s+|^(بحسب|وفقا? ل|وفقًا ل|نقلا عن|نقلًا عن)\s*/i;

/** The speakers that a cell names, parted by semicolons or bars. */
export function speakersIn(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((each) => each.trim().replace(SAYS, '').trim())
    .filter((each) => each !== '' && !/^(unknown|n\/?a|none|[^\p{L}\p{N}]*)$/iu.test(each));
}
