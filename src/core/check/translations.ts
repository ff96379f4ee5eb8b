import { pointer, quoted, type Issue } from '../issue';
import type { Dossier } from '../model';

/** Checks how words of claims read in other languages: a translation invents no number, and loses none. */

/** One issue for each translation whose figures are not those of its text. */
export function checkTranslations({ translations }: Pick<Dossier, 'translations'>, issues: Issue[]): void {
  for (const [language, texts] of translations ?? [])
    for (const [text, translation] of texts)
      if (figuresIn(text) !== figuresIn(translation))
        issues.push({
          file: 'dossier.json',
          at: pointer('translations', language, text),
          id: null,
          code: 'figures',
          found: quoted(translation),
          expected: `the figures of ${quoted(text)}, and no others`,
          mend: 'write the figures that the source gives, in digits of either script',
        });
}

/** The numbers written in digits within a text, in one order: Arabic digits as Latin ones, without what parts thousands or decimals. */
function figuresIn(text: string): string {
  const latin = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/(?<=\d)[.,٫٬\u00a0\u202f](?=\d)/g, '');
  return (latin.match(/\d+/g) ?? []).sort().join(' ');
}
