import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../src/core/import/areas/ground';
import { areaOf } from '../../../../src/core/import/areas/ground';
import { rowsOfPictures, type Last, type Picture } from '../../../../src/core/import/areas/runs';
import type { ControlClaim } from '../../../../src/core/model';
import { holds, homs, placeOf, short, took } from '../../fixture';

/** Pictures of Homs, a word a day: `gov`, `hts`, `both`, `edge` or `none`. */
const ground = { type: 'MultiPolygon', coordinates: [] } as const;
const area = (holder: string) => areaOf(holder, holder.toUpperCase(), { ...ground, coordinates: [] });
const answers: Record<string, Answer> = {
  gov: { is: 'held', holder: 'gov', area: area('gov') },
  hts: { is: 'held', holder: 'hts', area: area('hts') },
  both: { is: 'several', areas: [area('gov'), area('hts')] },
  edge: { is: 'edge', metres: 800, area: area('gov') },
  none: { is: 'none' },
};
const places = [placeOf('homs')];
const pictures = (words: string, first = 3): Picture[] =>
  words.split(' ').map((word, i) => ({ day: `2024-12-0${first + i}`, answers: new Map([['homs', answers[word]!]]) }));
const rows = (words: string, before?: Last, others: string[] = []) =>
  rowsOfPictures(pictures(words), places, new Map(before ? [['homs', before]] : []), new Map([['homs', new Set(others)]]));
const told = (words: string, before?: Last, others?: string[]) =>
  rows(words, before, others).map((picture) =>
    picture.rows.map(({ date, holder, status, fault }) => (fault ? `${date} not ${status}` : `${date} ${holder} ${status}`).trim()).join(),
  );

describe('pictures of days as rows', () => {
  test.each([
    ['gov', ['2024-12-03 gov held']],
    ['gov gov gov gov', ['2024-12-03 gov held', '', '', '2024-12-06 gov held']],
    ['gov gov gov hts', ['2024-12-03 gov held', '', '2024-12-05 gov held', '2024-12-06 hts captured']],
    ['gov hts', ['2024-12-03 gov held', '2024-12-04 hts captured']],
    ['gov edge hts', ['2024-12-03 gov held', '2024-12-04 not', '[2024-12-04..2024-12-05] hts captured']],
    ['gov both both gov', ['2024-12-03 gov held', '2024-12-04 not', '', '2024-12-06 gov held']],
    ['gov none none hts', ['2024-12-03 gov held', '', '', '[2024-12-04..2024-12-06] hts captured']],
    ['none gov', ['', '2024-12-04 gov held']],
  ])('%s: changes, and the ends of runs', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });

  test('compare with what the archive said last, and speak for every day where others say something else', () => {
    expect(told('gov gov', { holder: 'gov', day: '2024-12-01' })).toEqual(['', '2024-12-04 gov held']);
    expect(told('hts', { holder: 'gov', day: '2024-12-01' })).toEqual(['[2024-12-02..2024-12-03] hts captured']);
    expect(told('gov gov gov', undefined, ['hts'])).toEqual(['2024-12-03 gov held', '2024-12-04 gov held', '2024-12-05 gov held']);
    expect(told('gov gov gov', undefined, ['gov'])).toEqual(['2024-12-03 gov held', '', '2024-12-05 gov held']);
  });

  test('a place that no area has any more is told once, and claims nothing', () => {
    expect(rows('gov none none').map(({ gone }) => gone.map(({ id }) => id))).toEqual([[], ['homs'], []]);
    expect(rows('none')[0]!.gone).toEqual([]);
  });

  test('why nothing is claimed is said with the distance and the precision', () => {
    expect(rows('edge')[0]!.rows[0]!.fault).toBe('homs lies 800 m from the edge of “GOV”; the place is known to within 100 m');
    expect(rows('both')[0]!.rows[0]!.fault).toBe('homs lies in areas of several: GOV and HTS');
  });
});

/** The rows as claims of an archive, each published on its picture's day. */
function claimsOf(archive: 'monitor' | 'resident', words: string, others: string[] = []): ControlClaim[] {
  return rows(words, undefined, others).flatMap((picture, i) =>
    picture.rows
      .filter(({ fault }) => fault === null)
      .map(({ date, holder, status }) =>
        (status === 'captured' ? took : holds)(holder, date, [`paper6 asserts/${archive}@2024-12-0${3 + i}`]),
      ),
  );
}

describe('weighed', () => {
  const days = ['2024-12-03', '2024-12-04', '2024-12-05'];
  const states = (claims: readonly ControlClaim[], knownBy: 'then' | 'now') =>
    days.map((day) => short(homs(claims, day, { knownBy })).replace(/ \d/g, ''));

  test.each(['then', 'now'] as const)('a change in one archive is a take-over and no dispute, as known %s', (knownBy) => {
    expect(states(claimsOf('monitor', 'gov gov hts'), knownBy)).toEqual(['held: gov', 'held: gov', 'held: hts']);
    expect(states(claimsOf('monitor', 'gov hts gov'), knownBy)).toEqual(['held: gov', 'held: hts', 'held: gov']);
    expect(states(claimsOf('monitor', 'gov edge hts'), knownBy)).toEqual(['held: gov', 'held: gov', 'held: hts']);
  });

  test('two archives that disagree are a dispute, whichever was brought in first', () => {
    const [stays, changes] = ['gov gov gov', 'gov hts hts'];
    const one = [...claimsOf('monitor', stays), ...claimsOf('resident', changes, ['gov'])];
    const other = [...claimsOf('resident', changes), ...claimsOf('monitor', stays, ['gov', 'hts'])];
    for (const claims of [one, other])
      expect(states(claims, 'now')).toEqual(['held: gov', expect.stringMatching(/^disputed/), expect.stringMatching(/^disputed/)]);
    expect(states(other, 'then')).toEqual(['held: gov', expect.stringMatching(/^disputed/), expect.stringMatching(/^disputed/)]);
    expect(states([...claimsOf('monitor', 'gov'), ...claimsOf('resident', 'hts')], 'now')[0]).toMatch(/^disputed/);
  });

  test('where the second follows a day later, the dispute ends', () => {
    const claims = [...claimsOf('monitor', 'gov gov hts'), ...claimsOf('resident', 'gov hts hts', ['gov', 'hts'])];
    expect(states(claims, 'now')).toEqual(['held: gov', expect.stringMatching(/^disputed/), 'held: hts']);
  });
});
