import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import type { Lens } from '../../src/core/ledger';
import type { Claim, ControlClaim } from '../../src/core/model';
import { intervalOf } from '../../src/core/edtf';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { dossierOf, partsOf, report, sources, ZONE } from './fixture';

/** Rules that hold for every dossier. */

const days = ['2024-11-30', '2024-12-01', '2024-12-02', '2024-12-03', '2024-12-04', '2024-12-05', '2024-12-06', '2024-12-07'];
const day = fc.constantFrom(...days);
const date = fc.oneof(
  day,
  day.map((d) => `${d}~`),
  fc.tuple(day, day).map(([a, b]) => (a < b ? `[${a}..${b}]` : `${b}/${a}`)),
);
const reports = fc.array(
  fc
    .tuple(
      fc.constantFrom('copy1', 'copy2', 'copy3', 'paper5', 'paper6', 'herald6'),
      fc.constantFrom(
        'asserts',
        'observes/resident',
        'asserts/monitor',
        'denies',
        'denies/army',
        'denies/rebels',
        'claims/army',
        'retracts',
      ),
      fc.option(day),
    )
    .map(([source, how, published]) => report(`${source} ${how}${published ? `@${published}` : ''}`)),
  { minLength: 1, maxLength: 3 },
);
const controlClaim = fc.record({
  place: fc.constantFrom('homs', 'hama'),
  holder: fc.constantFrom('gov', 'hts', 'sna'),
  says: fc.constantFrom('took' as const, 'holds' as const),
  extent: fc.constantFrom('held' as const, 'held' as const, 'entered' as const, 'parts' as const),
  happened: date,
  reports,
});
const movement = fc.record({
  party: fc.constantFrom('gov', 'hts'),
  from: fc.constant('hama'),
  to: fc.constant('homs'),
  happened: date,
  reports,
});
const claims = fc
  .tuple(fc.array(controlClaim, { maxLength: 7 }), fc.array(movement, { maxLength: 2 }))
  .map(([controls, movements]): Claim[] => [
    ...controls.map((c, i): ControlClaim => ({ ...c, kind: 'control', id: `c${i}`, geometry: null, recorded: '2024-12-08', summary: 'x' })),
    ...movements.map((m, i): Claim => ({
      ...m,
      kind: 'movement',
      movement: 'advance',
      id: `m${i}`,
      geometry: null,
      recorded: '2024-12-08',
      summary: 'x',
    })),
  ]);
const lens = fc.record({
  knownBy: fc.constantFrom<Lens['knownBy']>('then', 'now', lastInstant('2024-12-04', ZONE)),
  counting: fc.constantFrom('origins' as const, 'articles' as const),
  without: fc.subarray(['wire', 'paper6']),
  partyClaims: fc.boolean(),
});
const at = (of: readonly Claim[], through: Lens, shown: string) =>
  partsOf(situationAt(weigh(dossierOf(of), through), lastInstant(shown, ZONE)));
/** When the first of a claim's reports is known. */
const knownAt = (claim: Claim) =>
  Math.min(...claim.reports.map((r) => intervalOf(r.published ?? sources.get(r.source)!.published, ZONE).end - 1));

describe('for every dossier', () => {
  test('a claim that becomes known at k leaves every situation known before k as it was', () => {
    fc.assert(
      fc.property(claims, fc.nat(), day, (all, index, shown) => {
        fc.pre(all.length > 0);
        const late = all[index % all.length]!;
        const without = all.filter((claim) => claim !== late);
        const before = { ...defaultLens, knownBy: knownAt(late) - 1 };
        expect(at(all, before, shown)).toEqual(at(without, before, shown));
        if (lastInstant(shown, ZONE) < knownAt(late)) expect(at(all, defaultLens, shown)).toEqual(at(without, defaultLens, shown));
      }),
      { numRuns: 150 },
    );
  });

  test('the order of claims does not matter', () => {
    fc.assert(
      fc.property(claims, lens, day, fc.infiniteStream(fc.nat()), (all, through, shown, random) => {
        const shuffled = all.map((claim) => ({ claim, key: random.next().value as number })).sort((a, b) => a.key - b.key);
        expect(
          at(
            shuffled.map(({ claim }) => claim),
            through,
            shown,
          ),
        ).toEqual(at(all, through, shown));
        expect(at([...all].reverse(), through, shown)).toEqual(at(all, through, shown));
      }),
      { numRuns: 150 },
    );
  });

  test('situations are the same in any order of scrubbing', () => {
    fc.assert(
      fc.property(claims, lens, fc.array(day, { minLength: 2, maxLength: 8 }), (all, through, visited) => {
        const ledger = weigh(dossierOf(all), through);
        for (const shown of visited) expect(partsOf(situationAt(ledger, lastInstant(shown, ZONE)))).toEqual(at(all, through, shown));
      }),
      { numRuns: 60 },
    );
  });

  test('every position is carried by a claim of its own, and a holder by an origin', () => {
    fc.assert(
      fc.property(claims, lens, day, (all, through, shown) => {
        for (const { state, positions, contenders } of at(all, through, shown).holdings) {
          for (const position of positions) expect(position.claims.length).toBeGreaterThan(0);
          if (state === 'held') expect(positions[0]!.origins.length).toBeGreaterThan(0);
          if (state === 'claimed') expect(positions[0]!.origins).toEqual([]);
          expect(state === 'disputed').toBe(contenders >= 2);
          const keys = positions.map(({ holder, extent }) => `${holder} ${extent}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('nobody is a holder on a beneficiary’s word alone', () => {
    fc.assert(
      fc.property(claims, day, (all, shown) => {
        const words = all.map(
          (claim) => ({ ...claim, reports: claim.reports.map((r) => ({ ...r, mode: 'claims' as const, by: 'army' })) }) as Claim,
        );
        for (const { state } of at(words, defaultLens, shown).holdings) expect(state).not.toBe('held');
      }),
      { numRuns: 100 },
    );
  });
});
