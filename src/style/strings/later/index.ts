import { ar } from './ar';
import { en } from './en';
import { opening as openingAr } from './opening-ar';
import { opening as openingEn } from './opening-en';
import type { Language } from '..';

/** What only parts that are loaded later say, in every language: it comes with them, and not with the page. */

/** Every key of these catalogues; a key that one language lacks is a compile error. */
export type LaterKey = keyof typeof en | keyof typeof openingEn;
export type LaterStrings = Readonly<Record<LaterKey, string>>;

const catalogues: Readonly<Record<Language, LaterStrings>> = { en: { ...en, ...openingEn }, ar: { ...ar, ...openingAr } };

export function laterStrings(language: Language): LaterStrings {
  return catalogues[language];
}
