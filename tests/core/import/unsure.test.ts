import { describe, expect, test } from 'vitest';
import { namesNobody, questionIn, speakersIn } from '../../../src/core/import/unsure';

describe('a holder', () => {
  test.each([
    '?',
    '-',
    '',
    'n/a',
    'N/A',
    'unknown',
    'not HTS',
    'contested',
    'HTS / Government (contested)',
    'مجهول',
    'tbd',
    'Joint control',
    'Mixed',
    'claimed by HTS',
  ])('“%s” is nobody', (text) => {
    expect(namesNobody(text)).toBe(true);
  });
  test.each([
    'HTS',
    'Notables of Daraa',
    'National Army',
    'هيئة تحرير الشام',
    'Other Side Brigade',
    'None Such Battalion',
    'Joint Operations Room',
  ])('“%s” is somebody', (text) => {
    expect(namesNobody(text)).toBe(false);
  });
});

test.each([
  [{ party: 'HTS?' }, 'party'],
  [{ place: 'Jableh?' }, 'place'],
  [{ to: 'Homs ؟' }, 'place'],
  [{ source: 'SOHR?' }, 'source'],
  [{ status: 'taken?' }, 'status'],
  [{ status: 'reportedly taken' }, 'status'],
  [{ status: 'unconfirmed' }, 'status'],
  [{ source: 'SOHR; unconfirmed reports' }, 'source'],
  [{ source: 'alleged by SOHR' }, 'source'],
  [{ party: 'probably HTS' }, 'party'],
])('%j asks more than it says', (cells, code) => {
  expect(questionIn((field) => (cells as Record<string, string>)[field] ?? '')).toMatchObject({ code });
});

test('what says that it is so is no question', () => {
  const cells: Record<string, string> = { party: 'HTS', place: 'Homs', status: 'captured', source: 'SOHR', note: 'Why so early?' };
  expect(questionIn((field) => cells[field] ?? '')).toBeNull();
});

test.each([
  ['according to HTS; SOHR', ['HTS', 'SOHR']],
  ['Per Reuters | via AFP', ['Reuters', 'AFP']],
  ['بحسب المرصد', ['المرصد']],
  ['unknown; -', []],
  ['anonymous; various sources', []],
  ['Perspective Daily', ['Perspective Daily']],
])('“%s” names %j', (text, speakers) => {
  expect(speakersIn(text)).toEqual(speakers);
});
