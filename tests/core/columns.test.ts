import { describe, expect, test } from 'vitest';
import { claimsOf } from './claims-of';
import { claimKinds, FLAG } from '../../src/core/claims/columns';
import type { Claim } from '../../src/core/model';
import { intervalOf } from '../../src/core/edtf';
import { dossierOf, holds, took, ZONE } from './fixture';

const displacement = (fields: object): Claim =>
  ({ ...holds('gov', '2024-12-05', ['paper5']), kind: 'displacement', ...fields }) as unknown as Claim;
const list: Claim[] = [
  { ...took('hts', '[2024-12-04..2024-12-05]', ['copy1 claims/rebels', 'paper6 denies@2024-12-07']), id: 'c1', event: 'fall' },
  { ...holds('ally', '../2024-11-26', ['paper5'], { implied: true, extent: 'parts', place: 'hama' }), id: 'c2' },
  { ...took('gov', '2024-12-05/..', ['wire'], { until: '2024-12-06' }), id: 'c3', event: 'fall' },
  displacement({ id: 'd1', displacement: 'flow', from: 'homs', people: { min: 5, max: null, words: 'five' } }),
  displacement({ id: 'd2', displacement: 'figure', area: 'hama', asOf: '2024-12-07', counts: 'people', measure: 'stock', event: 'fall' }),
  {
    ...displacement({ id: 'w1', displacement: 'flow', from: 'homs', people: { min: 5, max: 9, words: '' } }),
    withdrawn: { on: '2024-12-08', reason: 'x' },
  },
];
const { columns } = claimsOf([...list].reverse(), dossierOf([]));
const of = (text: string) => intervalOf(text, ZONE);

describe('columns', () => {
  test('have a row for each claim, in the order of ids', () => {
    expect([...columns.kind].map((kind) => claimKinds[kind])).toEqual(['control', 'control', 'control', 'flow', 'figure', 'flow']);
    expect([...columns.place].map((place) => columns.places[place])).toEqual(['homs', 'hama', 'homs', undefined, 'hama', undefined]);
    expect([...columns.party].map((party) => columns.parties[party])).toEqual(['hts', 'ally', 'gov', undefined, undefined, undefined]);
    expect([...columns.fewest]).toEqual([NaN, NaN, NaN, 5, NaN, 5]);
    expect([...columns.most]).toEqual([NaN, NaN, NaN, NaN, NaN, 9]);
  });

  test('tell when: a figure its as-of date, an open end nothing of later', () => {
    expect(columns.end[0]).toBe(of('2024-12-05').end);
    expect(columns.start[4]).toBe(of('2024-12-07').start);
    expect([columns.end[2], columns.speaksUntil[2]]).toEqual([Infinity, of('2024-12-05').start + 1]);
    expect([...columns.until]).toEqual([
      Infinity,
      Infinity,
      of('2024-12-06').end,
      of('2024-12-05').end,
      of('2024-12-07').end,
      of('2024-12-05').end,
    ]);
  });

  test('tell the rest in flags', () => {
    const { took, uncertain, background, implied, withdrawn } = FLAG;
    expect([...columns.flags]).toEqual([took | uncertain, background | implied, took, 0, 0, withdrawn]);
  });

  test('have a row for each report, with when it is known', () => {
    expect([...columns.firstReport]).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect([...columns.source].map((source) => columns.sources[source]).slice(0, 3)).toEqual(['copy1', 'paper6', 'paper5']);
    expect([...columns.speaker].map((speaker) => columns.speakers[speaker]).slice(0, 2)).toEqual(['rebels', undefined]);
    expect([...columns.knownFrom].slice(0, 2)).toEqual([of('2024-12-05').end - 1, of('2024-12-07').end - 1]);
  });

  test('tell descent, sides and camps by number', () => {
    const [source, party] = [columns.sources.indexOf('copy3'), columns.parties.indexOf('ally')];
    expect(columns.sources[columns.derivedFrom[source]!]).toBe('copy2');
    expect(columns.derivedFrom[columns.sources.indexOf('wire')]).toBe(-1);
    expect(columns.parties[columns.side[columns.speakers.indexOf('friend')]!]).toBe('ally');
    expect(columns.parties[columns.camp[party]!]).toBe('gov');
  });

  test('list control by place, and events without their figures', () => {
    const at = columns.places.indexOf('homs');
    expect([...columns.controlAt.subarray(columns.firstControl[at], columns.firstControl[at + 1])]).toEqual([0, 2]);
    expect([[...columns.eventClaims], [...columns.firstEvent]]).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });

  test('are plain data that can be handed over', () => {
    expect(structuredClone(columns)).toEqual(columns);
  });
});
