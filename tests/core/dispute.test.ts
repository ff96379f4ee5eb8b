import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/model';
import { changesBetween } from '../../src/core/situation';
import { holds, homs, short, situationOf, situationsOf, took } from './fixture';

const before = () => holds('gov', '../2024-11-26', ['paper6'], { implied: true });
const taken = () => took('hts', '2024-12-05', ['copy1', 'copy2', 'copy3']);

describe('disputes', () => {
  test('the word of its beneficiary alone makes a take-over claimed, beside the holder before it', () => {
    const word = took('hts', '2024-12-05', ['paper5 claims/rebels']);
    expect(short(homs([before(), word], '2024-12-06'))).toBe('held: gov 1, hts 0');
  });
  test('or, where nobody is known to have held it, beside nobody', () => {
    const holding = homs([took('hts', '2024-12-05', ['paper5 claims/rebels'])], '2024-12-06');
    expect(short(holding)).toBe('claimed: hts 0');
    expect(holding!.positions[0]!.claimedBy).toEqual(['speaker:rebels']);
    expect(short(homs([took('hts', '2024-12-05', ['paper5 claims/rebels'])], '2024-12-06', { partyClaims: false }))).toBe('nothing');
  });
  test('the loser’s word disputes one origin', () => {
    const word = holds('gov', '2024-12-06', ['paper6 claims/army']);
    expect(short(homs([before(), taken(), word], '2024-12-06'))).toBe('disputed: gov 1, hts 1');
  });
  test('and does not dispute two: the place is held, with the denial shown', () => {
    const two = took('hts', '2024-12-05', ['paper5', 'herald6']);
    const word = homs([before(), two, holds('gov', '2024-12-06', ['paper6 claims/army'])], '2024-12-06');
    expect(short(word)).toBe('held: hts 2, gov 0');
    const denial = homs([before(), took('hts', '2024-12-05', ['paper5', 'herald6', 'paper6 denies/army'])], '2024-12-06');
    expect(short(denial)).toBe('held: hts 2');
    expect(denial!.positions[0]!.deniedBy).toEqual(['speaker:army']);
  });
  test('somebody else’s word disputes also two', () => {
    const two = took('hts', '2024-12-05', ['paper5', 'herald6', 'paper6 denies/resident']);
    expect(short(homs([before(), two], '2024-12-06'))).toBe('disputed: gov 1, hts 2');
    expect(short(homs([two], '2024-12-06'))).toBe('disputed: hts 2, null 0');
  });
  test('its own denial of a success disputes it, also against two', () => {
    const two = took('hts', '2024-12-05', ['paper5', 'herald6', 'paper6 denies/rebels']);
    expect(short(homs([before(), two], '2024-12-06'))).toBe('disputed: gov 1, hts 2');
  });
  test('a taking back that only its beneficiary claims takes no dispute away', () => {
    const claims = [
      before(),
      took('hts', '2024-12-03', ['paper5']),
      took('gov', '2024-12-04', ['paper5 claims/army']),
      holds('gov', '2024-12-06', ['paper6', 'herald6']),
    ];
    expect(short(homs(claims, '2024-12-06'))).toBe('disputed: gov 2, hts 1');
    const supported = took('gov', '2024-12-04', ['copy1']);
    expect(short(homs([claims[0]!, claims[1]!, supported, claims[3]!], '2024-12-06'))).toBe('held: gov 3');
  });
  test('two take-overs of one time dispute each other', () => {
    const claims = [took('hts', '2024-12-05', ['paper5']), took('sna', '2024-12-05', ['paper6'])];
    expect(short(homs(claims, '2024-12-06'))).toBe('disputed: sna 1, hts 1');
  });
  test('it lasts from the day of the take-over, as it is known now', () => {
    const claims = [before(), taken(), holds('gov', '2024-12-06', ['paper6'])];
    expect(short(homs(claims, '2024-12-04', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('disputed: gov 1, hts 1');
    expect(situationOf(claims, '2024-12-05', { knownBy: 'now' }).disputes.map(({ id }) => id)).toEqual(['holder:homs']);
  });
});

describe('who a denial speaks for, and what else is pooled', () => {
  test('an ally’s denial speaks for the holder before, not for the ally', () => {
    const claims = (by: string) => [before(), took('hts', '2024-12-05', ['paper5', `paper6 denies/${by}`])];
    expect(short(homs(claims('friend'), '2024-12-06'))).toBe('disputed: gov 1, hts 1');
    expect(homs(claims('friend'), '2024-12-06')!.positions[0]!.claimedBy).toEqual(['speaker:friend']);
  });
  test('a denial by a party that nobody says is there makes it no contender', () => {
    const claims = [before(), took('hts', '2024-12-05', ['paper5', 'paper6 denies/third'])];
    expect(short(homs(claims, '2024-12-06'))).toBe('disputed: gov 1, hts 1');
    expect(short(homs(claims.slice(1), '2024-12-06'))).toBe('disputed: hts 1, null 0');
  });
  test('a holding of the taker at the time of the take-over supports it', () => {
    const claims = [
      before(),
      took('hts', '[2024-12-04..2024-12-06]', ['paper5']),
      holds('hts', '2024-12-06', ['herald6']),
      holds('gov', '2024-12-06', ['paper6 claims/army']),
    ];
    expect(short(homs(claims, '2024-12-06'))).toBe('held: hts 2, gov 0');
  });
  test('a later holding of a contested taker stands with it', () => {
    const claims = [
      before(),
      took('hts', '2024-12-04', ['paper5']),
      holds('hts', '2024-12-06', ['herald6']),
      holds('gov', '2024-12-06', ['paper6']),
    ];
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('disputed: gov 1, hts 2');
  });
  test('without party claims, a party’s denial is gone too', () => {
    const claims = [before(), took('hts', '2024-12-05', ['paper5', 'paper6 denies/army'])];
    expect(short(homs(claims, '2024-12-06', { partyClaims: false }))).toBe('held: hts 1');
  });
  test('a word against one origin, with nobody on record before, is a dispute; against two it stands beside', () => {
    const word = holds('gov', '2024-12-06', ['paper6 claims/army']);
    expect(short(homs([holds('hts', '2024-12-05', ['paper5']), word], '2024-12-06'))).toBe('disputed: hts 1, gov 0');
    expect(short(homs([holds('hts', '2024-12-05', ['paper5', 'herald6']), word], '2024-12-06'))).toBe('held: hts 2, gov 0');
  });
  test('two holdings one after the other are in dispute from the second on, and not before', () => {
    const claims = [holds('gov', '2024-11-28', ['paper5']), holds('hts', '2024-12-05', ['paper6'])];
    expect(short(homs(claims, '2024-11-28', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('disputed: gov 1, hts 1');
  });
  test('who holds the place is not said to have entered it as well', () => {
    const claims = [took('hts', '2024-12-04', ['paper5']), took('hts', '2024-12-05', ['paper6'], { extent: 'entered' })];
    expect(short(homs(claims, '2024-12-06'))).toBe('held: hts 1');
  });
  test('a forecast does not date a take-over', () => {
    const claims = [took('hts', '[2024-12-01..2024-12-06]', ['paper5 forecasts@2024-12-01', 'paper6'])];
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('nothing');
  });
  test('articles that quote a beneficiary are no copies of an origin', () => {
    const claims = [took('hts', '2024-12-05', ['paper5', 'paper6 claims/rebels', 'herald6 claims/rebels'])];
    expect(homs(claims, '2024-12-06')!.positions[0]).toMatchObject({ origins: ['source:paper5'], copies: 0 });
  });
  test('a text that takes itself back takes back what it quoted', () => {
    const claims = [took('hts', '2024-12-05', ['paper5 asserts/monitor', 'paper5 retracts@2024-12-06'])];
    expect(short(homs(claims, '2024-12-05'))).toBe('held: hts 1');
    expect(short(homs(claims, '2024-12-06'))).toBe('unknown: ');
    const [thursday, friday] = situationsOf(claims, ['2024-12-05', '2024-12-06']);
    expect(changesBetween(thursday!, friday!)).toMatchObject([{ id: 'control:homs' }]);
  });
  test('a denial of background is news; a coarse date inside the span is no background', () => {
    const background = holds('gov', '2020/..', ['paper5', 'paper6 denies/monitor']);
    expect(homs([background], '2024-11-28')!.positions[0]!.deniedBy).toEqual([]);
    expect(homs([background], '2024-12-06')!.positions[0]!.deniedBy).toEqual(['speaker:monitor']);
    expect(short(homs([before(), holds('hts', '2024-11', ['paper5'])], '2024-11-26'))).toBe('held: gov 1');
  });
});

test('a figure of an event says nothing about its date', () => {
  const figure: Claim = {
    ...took('hts', '2024-12-05', ['paper6']),
    ...{
      kind: 'displacement',
      displacement: 'figure',
      area: 'homs',
      amount: { min: 1, max: 1, words: 'one' },
      counts: 'people',
      measure: 'stock',
    },
    ...{ asOf: '2024-12-06', happened: '2024-12-06', event: 'fall' },
  } as unknown as Claim;
  expect(situationOf([took('hts', '2024-12-02', ['paper5'], { event: 'fall' }), figure], '2024-12-06').disputes).toEqual([]);
});

test('claims of one event on days that do not overlap are a dispute about its date', () => {
  const claims = [took('hts', '2024-12-02', ['paper5'], { event: 'fall' }), took('hts', '2024-12-05', ['paper6'], { event: 'fall' })];
  const [dispute] = situationOf(claims, '2024-12-06').disputes;
  expect(dispute).toMatchObject({ id: 'date:fall', about: 'date' });
  expect(dispute!.dates.map(({ happened }) => happened)).toEqual(['2024-12-02', '2024-12-05']);
});
