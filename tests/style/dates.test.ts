import { describe, expect, test } from 'vitest';
import { formatDay, formatEdtf } from '../../src/style/dates';
import { strings } from '../../src/style/strings';

const en = (edtf: string) => formatEdtf(edtf, 'en', strings('en'));

describe('days in words', () => {
  test('a day is that day in every time zone', () => {
    expect(formatDay('2024-12-06', 'en', 'full')).toMatch(/^Friday,? 6 December 2024$/);
    expect(formatDay('2024-12-06', 'ar', 'weekday')).toBe('الجمعة');
    expect(formatDay('2024-12-06', 'ar')).toBe('٦ كانون الأول ٢٠٢٤');
  });

  test('what is no day stays as it is', () => {
    expect(formatDay('2024-13-45', 'en')).toBe('2024-13-45');
    expect(formatDay('soon', 'en')).toBe('soon');
  });

  test.each([
    ['2024-12-05', '5 December 2024'],
    ['2024-12-05~', 'about 5 December 2024'],
    ['2024-12-05?', 'perhaps 5 December 2024'],
    ['[2024-11-30..2024-12-01]', 'between 30 November and 1 December 2024'],
    ['2024-12-30/2025-01-02', 'from 30 December 2024 to 2 January 2025'],
    ['2024-12-05/..', 'from 5 December 2024'],
    ['../2024-12-05', 'until 5 December 2024'],
    ['2024-12-05T22:00+03:00', '5 December 2024, 22:00'],
    ['2024-11', 'November 2024'],
    ['2011', '2011'],
    ['whenever', 'whenever'],
  ])('%s is “%s”', (edtf, words) => {
    expect(en(edtf)).toBe(words);
  });
});
