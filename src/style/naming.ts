import type { Dossier, Source, Text } from '../core/model';
import { fill, formatNumber, locales, strings, type Language } from './strings';

/** What things are called in the reader's language; by its id where the dossier does not list a thing. */

/** A text in the reader's language; English where the dossier has no other. */
export function nameIn(names: Text, language: Language): string {
  return typeof names === 'string' ? names : (names[language] ?? names.en);
}

/** The language of what `nameIn` gives: English where the dossier does not say. */
export function languageOf(names: Text, language: Language): string {
  return typeof names !== 'string' && names[language] !== undefined ? language : 'en';
}

/** Words of a claim in the reader's language; as the claim has them where the dossier has no translation. */
export function saidIn(dossier: Pick<Dossier, 'translations'>, words: string, language: Language): string {
  return dossier.translations?.get(language)?.get(words) ?? words;
}

/** A party's name. */
export function partyName(dossier: Dossier, id: string, language: Language): string {
  const party = dossier.parties.get(id);
  return party ? nameIn(party.name, language) : id;
}

/** A place's name. */
export function placeName(dossier: Dossier, id: string, language: Language): string {
  const place = dossier.places.get(id);
  return (language === 'ar' && place?.titleAr) || place?.title || id;
}

/** The name of a speaker, or of a party that speaks for itself. */
export function speakerName(dossier: Dossier, id: string, language: Language): string {
  const speaker = dossier.speakers.get(id);
  return speaker ? nameIn(speaker.name, language) : partyName(dossier, id, language);
}

/** Who an origin (`speaker:ID` or `source:ID`) is: the speaker, or the root text's publisher, or its title where that is not known. */
export function originName(dossier: Dossier, origin: string, language: Language): string {
  const id = origin.slice(origin.indexOf(':') + 1);
  if (origin.startsWith('speaker:')) return apart(speakerName(dossier, id, language), language);
  return apart(dossier.sources.get(id)?.publisher ?? textName(dossier, id, language), language);
}

/** A name in Latin letters within an Arabic sentence, isolated, so that the marks around it stay where they belong; any other as it is. */
export function apart(name: string, language: Language): string {
  return language === 'ar' && /\p{Script=Latin}/u.test(name) ? `\u2068${name}\u2069` : name;
}

/** A text by its title: in quotation marks, unless square brackets say that the title is ours; then without either. */
export function textName(dossier: Dossier, id: string, language: Language): string {
  const source = dossier.sources.get(id);
  if (!source) return id;
  const title = nameIn(source.title, language);
  return ownTitle(title) ?? fill(strings(language)['words.title'], { title });
}

/** The language of a source's title, as `textName` has it: the source's own, or that of ours. */
export function titleLanguage({ title, language: own }: Source, language: Language): string {
  return typeof title === 'string' ? own : languageOf(title, language);
}

/** What stands in the square brackets around a title that is ours; null for a title of the text's own. */
export function ownTitle(title: string): string | null {
  return /^\[(.*)\]$/.exec(title)?.[1] ?? null;
}

/** A line has room for so many names. */
const MOST_NAMED = 12;

/** The first of the names, joined, and how many there are more. */
export function firstOf(names: readonly string[], language: Language): string {
  const rest = names.length - MOST_NAMED;
  const more = rest > 0 ? [fill(strings(language)['print.more'], { n: formatNumber(language, rest) })] : [];
  return listOf([...names.slice(0, MOST_NAMED), ...more], language);
}

/** Names joined as the language joins them: “A, B and C”. */
export function listOf(names: readonly string[], language: Language): string {
  return lists[language].format(names);
}

const lists = {
  en: new Intl.ListFormat(locales.en, { type: 'conjunction' }),
  ar: new Intl.ListFormat(locales.ar, { type: 'conjunction' }),
};
