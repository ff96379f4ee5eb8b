import { describe, expect, test } from 'vitest';
import { Claims } from '../../src/core/claims/claims';
import type { Claim } from '../../src/core/model';
import { changeDays, changesBetween, disputeOf, holdingOf, occurrenceOf, situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh, weighing } from '../../src/core/weigh/weigh';
import { dossierOf, holds, partsOf, report, took, ZONE } from './fixture';

const movement = (id: string, happened: string): Claim =>
  ({ ...took('hts', happened, ['paper5']), id, kind: 'movement', movement: 'advance', party: 'hts', to: 'homs' }) as unknown as Claim;
const figure = (id: string, asOf: string): Claim =>
  ({
    ...{ ...took('hts', asOf, ['paper5 asserts/monitor']), id, kind: 'displacement', displacement: 'figure', area: 'homs', asOf },
    ...{ amount: { min: 1, max: 1, words: 'one' }, counts: 'people', measure: 'stock' },
  }) as unknown as Claim;
const claims = [
  took('hts', '2024-12-05', ['copy1'], { id: 'taken' }),
  holds('gov', '2024-12-06', ['paper6'], { id: 'word' }),
  took('hts', '2024-12-04', ['paper5'], { id: 'hama', place: 'hama' }),
  movement('march', '2024-12-04'),
  movement('march2', '2024-12-01'),
  figure('f1', '2024-12-03'),
  figure('f2', '2024-12-05'),
];
const day = (text: string) => lastInstant(text, ZONE);

describe('weighing in steps', () => {
  test('comes to the same, and its progress rises to 1', () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      took(i % 2 ? 'hts' : 'gov', `2024-12-0${1 + (i % 7)}`, ['paper5'], { place: `p${i % 900}` }),
    );
    const dossier = dossierOf([...many, ...Array.from({ length: 9000 }, (_, i) => movement(`m${i}`, '2024-12-05'))]);
    const steps = weighing(dossier, defaultLens);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    expect(step.value).toEqual(weigh(dossier, defaultLens));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0]! > 0, shares.at(-1)]).toEqual([true, 1]);
  });

  test('of nothing is done at once', () => {
    expect([...weighing(dossierOf([]), defaultLens)]).toEqual([1]);
  });

  test('gives plain data, which says the same once it was sent', () => {
    const { dossier, ...data } = weigh(dossierOf(claims), defaultLens);
    const sent = { dossier, ...structuredClone(data) };
    expect(partsOf(situationAt(sent, day('2024-12-06')))).toEqual(partsOf(situationAt({ dossier, ...data }, day('2024-12-06'))));
  });
});

describe('a situation', () => {
  /** A dossier whose claims tell which of them were read. */
  const watched = () => {
    const read = new Set<string>();
    const dossier = dossierOf(claims);
    const { columns } = dossier.claims;
    const at = (row: number) => {
      read.add(dossier.claims.idOf(row));
      return dossier.claims.at(row);
    };
    return { read, dossier: { ...dossier, claims: new Claims(columns, { at, idOf: (row) => dossier.claims.idOf(row) }) } };
  };

  test('is made, compared and asked for one place without reading any claim', () => {
    const { read, dossier } = watched();
    const ledger = weigh(dossier, defaultLens);
    const [before, after] = ['2024-12-05', '2024-12-06'].map((text) => situationAt(ledger, day(text)));
    expect(changesBetween(before!, after!).map(({ id }) => id)).toEqual(['control:homs']);
    expect(holdingOf(after!, 'homs')!.positions.flatMap(({ claims: of }) => of)).toEqual(['word', 'taken']);
    expect(read.size).toBe(0);
  });

  test('counts what it shows, and knows where it is in dispute', () => {
    const ledger = weigh(dossierOf(claims), defaultLens);
    const situation = situationAt(ledger, day('2024-12-06'));
    expect(situation.counts).toEqual({ held: 1, disputed: 1, claimed: 0, unknown: 0 });
    expect([...situation.disputed].map((entry) => ledger.dossier.claims.columns.places[ledger.control.place[entry]!])).toEqual(['homs']);
    expect(situation.disputes).toEqual([disputeOf(situation, 'homs')]);
    expect([disputeOf(situation, 'hama'), holdingOf(situation, 'nowhere')]).toEqual([null, null]);
  });

  test('gives one occurrence as it gives them all, and gone three whole days later', () => {
    const ledger = weigh(dossierOf(claims), { ...defaultLens, knownBy: 'now' });
    const shown = (text: string) => {
      const situation = situationAt(ledger, day(text));
      expect([...situation.dated].map((row) => occurrenceOf(situation, row))).toEqual(situation.movements);
      return situation.movements.map(({ claim, daysPast }) => `${claim} ${daysPast}`);
    };
    expect(['2024-12-03', '2024-12-04', '2024-12-07', '2024-12-08'].map(shown)).toEqual([
      ['march2 2'],
      ['march 0', 'march2 3'],
      ['march 3'],
      [],
    ]);
  });

  test('tells an intention that was carried out as one thing that is new once', () => {
    const march = {
      ...movement('march', '2024-12-04'),
      reports: ['paper5 intends@2024-12-04', 'paper6 asserts@2024-12-06'].map(report),
    } as Claim;
    const ledger = weigh(dossierOf([march]), defaultLens);
    const shown = ['2024-12-05', '2024-12-06'].map((text) => situationAt(ledger, day(text)).movements.map(({ intended }) => intended));
    expect(shown).toEqual([[true], [false]]);
    expect(changeDays(ledger)).toEqual(['2024-12-04']);
  });

  test('of two figures of one day has the one that was said later, whatever their ids', () => {
    const corrected = { ...figure('a', '2024-12-04'), reports: [report('paper6 asserts/monitor')] } as unknown as Claim;
    const ledger = weigh(dossierOf([figure('z', '2024-12-04'), corrected]), defaultLens);
    const newest = (text: string) => situationAt(ledger, day(text)).figures.map(({ claim }) => claim);
    expect([newest('2024-12-05'), newest('2024-12-06')]).toEqual([['z'], ['a']]);
  });

  test('has the newest figure of a series, whose rows follow one another', () => {
    const ledger = weigh(dossierOf(claims), { ...defaultLens, knownBy: 'now' });
    const newest = (text: string) => situationAt(ledger, day(text)).figures.map(({ claim }) => claim);
    expect(['2024-12-02', '2024-12-04', '2024-12-05'].map(newest)).toEqual([[], ['f1'], ['f2']]);
    expect(ledger.figures.claim).toHaveLength(2);
    const [first, second] = ['2024-12-04', '2024-12-05'].map((text) => situationAt(ledger, day(text)));
    expect(changesBetween(first!, second!).map(({ id }) => id)).toContain('figure:f2');
  });

  test('is compared with none of another ledger', () => {
    const [one, other] = [defaultLens, defaultLens].map((lens) => situationAt(weigh(dossierOf(claims), lens), day('2024-12-06')));
    expect(() => changesBetween(one!, other!)).toThrow('two ledgers');
  });
});
