import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ControlClaim } from '../../src/core/model';
import { changeDays, changesBetween, holdingOf, situationAt } from '../../src/core/situation';
import { addDays, daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { referenceLook } from './reference/changes';
import { dossierOf, holds, report, short, took, ZONE } from './fixture';

/** The history of a place is worked out step by step, each from the one before; what is said of it at one time is read anew. */

const day = fc.nat(18).map((i) => addDays('2024-11-20', i));
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 1, arbitrary: day.map((d) => `${d}~`) },
  { weight: 1, arbitrary: fc.tuple(day, day).map(([a, b]) => (a < b ? `[${a}..${b}]` : `${b}/${a}`)) },
  { weight: 1, arbitrary: day.map((d) => `../${d}`) },
  { weight: 1, arbitrary: day.map((d) => `${d}/..`) },
  { weight: 1, arbitrary: day.map((d) => `${d}T10:00`) },
);
const how = fc.constantFrom(
  ...['asserts', 'asserts', 'asserts', 'observes/resident', 'asserts/monitor', 'claims/army', 'claims/rebels', 'forecasts'],
  ...['denies', 'denies/army', 'denies/rebels', 'denies/third', 'retracts', 'retracts/monitor'],
);
const reports = fc.array(
  fc
    .tuple(fc.constantFrom('wire', 'copy1', 'paper5', 'paper6', 'herald6'), how, day)
    .map(([source, mode, on]) => report(`${source} ${mode}@${on}`)),
  { minLength: 1, maxLength: 3 },
);
const claim = fc.record({
  holder: fc.constantFrom('gov', 'hts', 'sna', 'ally'),
  says: fc.constantFrom('took' as const, 'holds' as const, 'holds' as const),
  extent: fc.constantFrom('held' as const, 'held' as const, 'held' as const, 'held' as const, 'entered' as const, 'parts' as const),
  happened: date,
  until: fc.option(day, { freq: 4 }),
  reports,
});
/** Up to seventy claims on one place: enough for most of them to be put in their places one by one. */
const busy = fc.array(claim, { minLength: 5, maxLength: 70 }).map((list) =>
  list.map(({ until, ...stated }, i): ControlClaim => {
    const fields = { kind: 'control', place: 'homs', geometry: null, recorded: '2024-12-08', summary: 'x' } as const;
    return { ...stated, ...fields, ...(until && { until }), id: `c${String(i).padStart(2, '0')}` };
  }),
);
const lens = fc.constantFrom(
  defaultLens,
  { ...defaultLens, knownBy: 'now' as const },
  { ...defaultLens, counting: 'articles' as const },
  { ...defaultLens, partyClaims: false },
);

describe('the history of a busy place', () => {
  test('looks at every time like what is said of it then in full', () => {
    fc.assert(
      fc.property(busy, lens, (claims, through) => {
        const dossier = dossierOf(claims);
        const ledger = weigh(dossier, through);
        const starts = [...ledger.control.start].filter(Number.isFinite);
        const ends = Array.from({ length: 24 }, (_, i) => lastInstant(addDays('2024-11-18', i), ZONE));
        for (const time of [...starts, ...starts.map((start) => start - 1), ...ends]) {
          const situation = situationAt(ledger, time);
          const holding = holdingOf(situation, 'homs');
          const row = situation.rows[0] ?? -1;
          expect(row < 0 ? null : ledger.looks[ledger.control.look[row]!]).toEqual(holding && referenceLook(holding, dossier));
        }
      }),
      { numRuns: 120 },
    );
  });

  test('forgets what background contradicted before it was published, and does no longer', () => {
    const entered = Array.from({ length: 12 }, () => took('sna', '2024-11-20', ['paper5@2024-11-20'], { extent: 'entered' }));
    const claims = [
      ...entered,
      took('hts', '2024-11-22', ['paper5@2024-11-22']),
      holds('gov', '../2024-12-01', ['paper6@2024-12-03']),
      // that it took the place back, disputed as it is, parts what it held later from the take-over before
      took('gov', '2024-11-28', ['herald6@2024-11-28', 'copy1 denies@2024-11-28']),
    ];
    const ledger = weigh(dossierOf(claims), defaultLens);
    const on = (shown: string) => short(situationAt(ledger, lastInstant(shown, ZONE)).holdings[0]);
    expect(['2024-11-30', '2024-12-04'].map(on)).toEqual(['disputed: gov 2, hts 1, sna entered 1', 'disputed: hts 1, gov 2']);
    expect([...ledger.control.look].map((look) => ledger.looks[look]!.positions.length).slice(-2)).toEqual([3, 2]);
  });

  test('has rows that differ from those before them, and days of change that are those on which something changed', () => {
    fc.assert(
      fc.property(busy, lens, (claims, through) => {
        const ledger = weigh(dossierOf(claims), through);
        const { start, look } = ledger.control;
        for (let row = 1; row < start.length; row++) {
          expect(start[row]).toBeGreaterThan(start[row - 1]!);
          expect(look[row]).not.toBe(look[row - 1]);
        }
        const days = daysOf(ledger.dossier.span, ZONE);
        const situations = days.map((shown) => situationAt(ledger, lastInstant(shown, ZONE)));
        expect(changeDays(ledger)).toEqual(days.filter((_, i) => i > 0 && changesBetween(situations[i - 1]!, situations[i]!).length > 0));
        // from whichever other day it is reached
        for (const near of situations)
          for (const { at, rows, counts, disputed } of situations) {
            const reached = situationAt(ledger, at, near);
            expect([reached.rows, reached.counts, reached.disputed]).toEqual([rows, counts, disputed]);
          }
      }),
      { numRuns: 60 },
    );
  });
});
