import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { altText } from '../../src/style/alt-text';
import { wordsOf } from '../../src/style/words';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));

test.each(['en', 'ar'] as const)(
  'a picture in words begins with what is disputed, holds whole sentences and counts the rest (%s)',
  (language) => {
    const text = altText(situation, language, 'Syria, 6 December.');
    const words = wordsOf(situation, language);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.length).toBeGreaterThan(500);
    const homs = words.find(({ id }) => id === 'control:homs')!.text;
    const bare = (some: string) => some.replace(/[\u2068\u2069]/g, '');
    expect(bare(text).startsWith(`Syria, 6 December. ${bare(homs)}`)).toBe(true);
    const said = words.filter((each) => bare(text).includes(bare(each.text))).length;
    expect(text).toContain(new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'ar-SY').format(words.length - said));
  },
);

test('with room for all of it nothing is left out', () => {
  const text = altText(situation, 'en', 'Syria.', 100_000);
  for (const { text: sentence } of wordsOf(situation, 'en')) expect(text).toContain(sentence);
  expect(text).not.toMatch(/more statement/);
});
