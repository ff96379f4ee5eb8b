import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { inShort } from '../../src/style/in-short';
import { syria } from '../geo/dossier';

const dossier = syria();
const on = (day: string, lens = defaultLens) => situationAt(weigh(dossier, lens), lastInstant(day, dossier.timeZone));

test('the day, by when it was known, disputes, and then who is said to hold what', () => {
  const text = inShort(on('2024-12-06'), 'en', 1000);
  expect(text).toMatch(/^6 December 2024, as known on 6 December .*\. In dispute: Homs\. /);
  expect(text).toContain('HTS-led opposition: Aleppo and Hama.');
  expect(text).not.toContain('…');
});

test('no more letters than are asked for, whole names, and dots where some are left out', () => {
  const situation = on('2024-12-06');
  const whole = inShort(situation, 'en', 1000);
  for (let most = 100; most < whole.length; most++) {
    const text = inShort(situation, 'en', most);
    expect(text.length).toBeLessThanOrEqual(most);
    expect(text).toMatch(/ …$/);
    for (const word of text.match(/[\p{L}-]+/gu) ?? []) expect(whole.match(/[\p{L}-]+/gu)).toContain(word);
  }
});

test('where nobody holds anything the day stands alone, and Arabic has its own comma', () => {
  expect(inShort(on('2024-11-26', { ...defaultLens, without: [...dossier.sources.keys()] }), 'en', 200)).toMatch(
    /^26 November 2024, [^.]*\.$/,
  );
  expect(inShort(on('2024-12-06'), 'ar', 300)).toMatch(/٢٠٢٤، .*موضع خلاف: حمص\./);
});
