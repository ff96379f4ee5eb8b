import type { Language } from '..';
import { bringing as ar } from './import-ar';
import { bringing as en } from './import-en';

/** What only the part that brings tables in says, in every language: it comes with it. */
export type ImportKey = keyof typeof en;
export type ImportStrings = Readonly<Record<ImportKey, string>>;

const catalogues: Readonly<Record<Language, ImportStrings>> = { en, ar };

export function importStrings(language: Language): ImportStrings {
  return catalogues[language];
}
