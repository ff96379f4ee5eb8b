import { describe, expect, test } from 'vitest';
import type { FigureClaim } from '../../src/core/model';
import { addUp } from '../../src/core/totals';
import { syria } from '../geo/dossier';

const { places } = syria();
let made = 0;
function figure(changes: Readonly<Record<string, unknown>> = {}): FigureClaim {
  return {
    id: `figure-${++made}`,
    kind: 'displacement',
    displacement: 'figure',
    area: `camp-${made}`,
    happened: '2024-12-05',
    asOf: '2024-12-05',
    counts: 'people',
    measure: 'stock',
    amount: { min: 10, max: 20, words: '10 to 20' },
    method: 'site assessment',
    who: 'IDPs',
    summary: '',
    recorded: '2024-12-06',
    geometry: null,
    reports: [{ source: 'dtm', mode: 'asserts', by: 'iom' }],
    adm2_pcode: 'SY0701',
    adm2_name: 'Idleb',
    ...changes,
  } as unknown as FigureClaim;
}
const total = (...figures: FigureClaim[]) => addUp(figures, { places }, 'adm2');

describe('figures of places', () => {
  test('that are alike are added up by their district', () => {
    const all = [
      figure(),
      figure({ amount: { min: 5, max: 5, words: '5' } }),
      figure({ adm2_pcode: 'SY0702' }),
      figure({ adm2_pcode: 'SY0702' }),
    ];
    expect(total(...all)).toMatchObject({
      totals: [
        { district: 'SY0701', name: 'Idleb', min: 15, max: 25, claims: [all[0]!.id, all[1]!.id] },
        { district: 'SY0702', min: 20, max: 40 },
      ],
      apart: [],
    });
  });

  test.each([
    ['another day', { asOf: '2024-12-06' }],
    ['another method', { method: 'registration' }],
    ['other people', { who: 'returnees' }],
    ['another measure', { measure: 'cumulative' }],
    ['something else', { counts: 'movements' }],
    ['another speaker', { reports: [{ source: 'dtm', mode: 'asserts', by: 'unhcr' }] }],
  ])('of %s are not', (_, changes) => {
    const { totals, apart } = total(figure(), figure(changes));
    expect(totals).toEqual([]);
    expect(apart.map(({ why }) => why)).toEqual([expect.stringContaining('is alike'), expect.stringContaining('is alike')]);
  });

  test('an end that nobody gives has no sum', () => {
    const [one] = total(figure(), figure({ amount: { min: 5, max: null, words: 'at least 5' } })).totals;
    expect(one).toMatchObject({ min: 15, max: null });
  });

  test('two of one place, one of a whole governorate, one without a district and one withdrawn are in no sum', () => {
    const twice = [figure({ area: 'camp' }), figure({ area: 'camp' })];
    expect(total(...twice).totals).toEqual([]);
    const wide = figure({ area: [...places.values()].find(({ kind }) => kind === 'governorate')!.id });
    const others = [figure({ adm2_pcode: '', adm2_name: '' }), figure({ withdrawn: { on: '2024-12-07', reason: 'misread' } })];
    const { totals, apart } = total(figure(), figure(), wide, ...others);
    expect(totals).toHaveLength(1);
    expect(apart.map(({ why }) => why)).toEqual([
      expect.stringContaining('as a whole'),
      expect.stringContaining('in which adm2'),
      'it was withdrawn',
    ]);
  });
});
