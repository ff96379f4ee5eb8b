import { describe, expect, test } from 'vitest';
import { laterStrings } from '../../src/style/strings/later';
import { counted, fill, languages, pluralForms, strings, type Language } from '../../src/style/strings';

const namesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe.each([
  ['of the page', strings],
  ['of what comes later', laterStrings],
] as [string, (language: Language) => Readonly<Record<string, string>>][])('the catalogues %s', (_, of) => {
  const keys = Object.keys(of('en'));
  const isCounted = (key: string) => of('en')[key]!.includes('|');

  test.each(languages)('%s has every key, and no empty string', (language) => {
    expect(Object.keys(of(language)).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => of(language)[key]!.trim() === '')).toEqual([]);
  });

  test.each(languages)('%s gives every counted string a form for each plural of the language', (language) => {
    const wrong = keys.filter(isCounted).filter((key) => of(language)[key]!.split('|').length !== pluralForms[language].length);
    expect(wrong).toEqual([]);
  });

  test('both languages fill in the same values', () => {
    const different = keys.filter((key) => !isCounted(key) && namesIn(of('en')[key]!).join() !== namesIn(of('ar')[key]!).join());
    expect(different).toEqual([]);
  });
});

describe('the catalogues', () => {
  test('a count takes the form and the digits of the language', () => {
    const say = (language: 'en' | 'ar', n: number) => counted(language, strings(language)['ui.copies'], n);
    expect([say('en', 1), say('en', 3), say('en', 1200)]).toEqual(['1 copy', '3 copies', '1,200 copies']);
    expect([say('ar', 1), say('ar', 2), say('ar', 3), say('ar', 11)]).toEqual(['نسخة واحدة', 'نسختان', '٣ نسخ', '١١ نسخة']);
  });

  test('a value that is not given is seen', () => {
    expect(fill('{a} and {b}', { a: 'one' })).toBe('one and {b}');
  });
});
