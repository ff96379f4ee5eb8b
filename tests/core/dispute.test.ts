import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/model';
import { holds, homs, short, situationOf, took } from './fixture';

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
