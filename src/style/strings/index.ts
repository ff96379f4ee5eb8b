import { en } from './en';

/** A language that the whole page speaks. */
export type Language = 'en' | 'ar';
export const languages: readonly Language[] = ['en', 'ar'];

/** Every key of the catalogues; a key that one language lacks is a compile error. */
export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<StringKey, string>>;

/** English is always there; another language is loaded when somebody wants it spoken. */
const catalogues: Partial<Record<Language, Strings>> = { en };
const others = { ar: async (): Promise<Strings> => (await import('./ar')).ar } as const;
/** The locale behind dates, numbers and plurals: British English, and Arabic as the Levant writes it. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar-SY' };
/** The order in which a counted string lists its forms, divided by `|`. */
export const pluralForms: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

/** Loads the catalogue of a language, after which `strings` has it; rejects where it does not arrive. */
export async function learn(language: Language): Promise<Strings> {
  return (catalogues[language] ??= await others[language as keyof typeof others]());
}

/** The catalogue of a language; throws where that is not learnt. */
export function strings(language: Language): Strings {
  const catalogue = catalogues[language];
  if (!catalogue) throw new Error(`The catalogue “${language}” is not loaded; there is ${Object.keys(catalogues).join(', ')}.`);
  return catalogue;
}

/** A template with each `{name}` replaced; a name without a value stays as it stands, so that a slip is seen. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** A counted string: the form of `forms` that the language wants for `n`, with `{n}` written in the language's digits. */
export function counted(language: Language, forms: string, n: number, values: Readonly<Record<string, string>> = {}): string {
  const choices = forms.split('|');
  const index = pluralForms[language].indexOf(pluralRules[language].select(n));
  return fill(choices[index] ?? choices[choices.length - 1] ?? '', { ...values, n: formatNumber(language, n) });
}

/** A number in the digits and groups of the language. */
export function formatNumber(language: Language, n: number): string {
  return numberFormats[language].format(n);
}

const pluralRules = { en: new Intl.PluralRules(locales.en), ar: new Intl.PluralRules(locales.ar) };
const numberFormats = { en: new Intl.NumberFormat(locales.en), ar: new Intl.NumberFormat(locales.ar) };
