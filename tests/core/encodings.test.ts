import { describe, expect, test } from 'vitest';
import type { ControlClaim } from '../../src/core/model';
import { holds, homs, took } from './fixture';

/**
 * What happened at Homs can be written down in several careful ways. A wire of the 5th, copied twice, says that the city was
 * taken that day; on the 6th a paper carries the army's statement that it stands there, a resident's view of its patrols, and
 * speaks of the capture as still to come. Whatever the editor chooses, the map must say the same.
 */

const wire = ['copy1', 'copy2', 'copy3'];

const captures: Record<string, () => ControlClaim[]> = {
  'one take-over with three reports': () => [took('hts', '2024-12-05', wire)],
  'one claim for each article': () => wire.map((source) => took('hts', '2024-12-05', [source], { event: 'capture' })),
  'an approximate day': () => [took('hts', '2024-12-05~', wire)],
  'one of two days': () => [took('hts', '[2024-12-04..2024-12-05]', wire)],
  'on that day or before': () => [took('hts', '[2024-11-27..2024-12-05]', wire)],
  'an hour of the day': () => [took('hts', '2024-12-05T12:00+03:00', wire)],
  'a day and its eve': () => [took('hts', '2024-12-04/2024-12-05', wire)],
  'a holding instead of a take-over': () => [holds('hts', '2024-12-05', wire)],
  'a take-over by one article, a holding by the others': () => [
    took('hts', '2024-12-05', ['copy1']),
    holds('hts', '2024-12-05', ['copy2', 'copy3']),
  ],
};

const baselines: Record<string, () => ControlClaim[]> = {
  'an implied baseline': () => [holds('gov', '../2024-11-26', ['paper6'], { implied: true })],
  'a baseline that began long ago': () => [holds('gov', '2020/..', ['paper6'], { implied: true })],
  'no baseline': () => [],
};

const statements: Record<string, () => ControlClaim[]> = {
  'three holdings of the day': () => [
    holds('gov', '2024-12-06', ['paper6 claims/army']),
    holds('gov', '2024-12-06', ['paper6']),
    holds('gov', '2024-12-06', ['paper6 observes/resident']),
  ],
  'one holding with three reports': () => [holds('gov', '2024-12-06', ['paper6 claims/army', 'paper6', 'paper6 observes/resident'])],
  'the army’s word alone': () => [holds('gov', '2024-12-06', ['paper6 claims/army'])],
  'the paper’s own word alone': () => [holds('gov', '2024-12-06', ['paper6'])],
  'a holding through both days': () => [holds('gov', '2024-12-05/2024-12-06', ['paper6 claims/army', 'paper6'])],
  'a holding up to that day': () => [holds('gov', '../2024-12-06', ['paper6 claims/army', 'paper6'])],
  'a holding with an hour': () => [holds('gov', '2024-12-06T09:00', ['paper6 claims/army'])],
  'an approximate day': () => [holds('gov', '2024-12-06~', ['paper6'])],
};

const combinations = Object.keys(captures).flatMap((capture) =>
  Object.keys(baselines).flatMap((baseline) =>
    Object.keys(statements).map((statement): [string, string, string] => [capture, baseline, statement]),
  ),
);

/** State and holders in dispute, without an order: no position of a dispute comes first. */
const reading = (claims: readonly ControlClaim[], day: string, knownBy: 'then' | 'now') => {
  const holding = homs(claims, day, { knownBy });
  return `${holding?.state} ${holding?.positions.map(({ holder }) => holder).sort()}`;
};

describe('Homs reads the same, however it is written down', () => {
  test.each(combinations)('%s, %s, %s', (capture, baseline, statement) => {
    const claims = [...captures[capture]!(), ...baselines[baseline]!(), ...statements[statement]!()];
    expect(reading(claims, '2024-12-05', 'then')).toBe('held hts');
    expect(homs(claims, '2024-12-05')!.positions[0]).toMatchObject({ origins: ['source:wire'], copies: 1 });
    expect(reading(claims, '2024-12-06', 'then')).toBe('disputed gov,hts');
    // two holdings, and no word of who was there before: nobody contradicts the first until the second is there
    const reaches = ['a holding through both days', 'a holding up to that day', 'an approximate day'].includes(statement);
    const plain = capture === 'a holding instead of a take-over' && baseline === 'no baseline' && !reaches;
    expect(reading(claims, '2024-12-05', 'now')).toBe(plain ? 'held hts' : 'disputed gov,hts');
    const hts = homs(claims, '2024-12-06')!.positions.find(({ holder }) => holder === 'hts');
    expect(hts).toMatchObject({ origins: ['source:wire'], copies: 3 });
  });

  const denials: Record<string, () => ControlClaim[]> = {
    'a denial of the take-over': () => [took('hts', '2024-12-05', [...wire, 'paper6 denies/army'])],
    'a denial and a holding': () => [
      took('hts', '2024-12-05', [...wire, 'paper6 denies/army']),
      holds('gov', '2024-12-06', ['paper6 claims/army']),
    ],
    'a denial of a holding that stands for the take-over': () => [holds('hts', '2024-12-05', [...wire, 'paper6 denies/army'])],
  };
  test.each(Object.keys(denials))('%s', (denial) => {
    const claims = [...denials[denial]!(), ...baselines['an implied baseline']!()];
    expect(reading(claims, '2024-12-05', 'then')).toBe('held hts');
    expect(reading(claims, '2024-12-06', 'then')).toBe('disputed gov,hts');
    expect(reading(claims, '2024-12-05', 'now')).toBe('disputed gov,hts');
    const positions = homs(claims, '2024-12-06')!.positions;
    expect(positions.find(({ holder }) => holder === 'gov')!.claimedBy).toEqual(['speaker:army']);
    expect(positions.find(({ holder }) => holder === 'hts')!.deniedBy).toEqual(['speaker:army']);
  });
});

describe('Hama is a sequence, however it is written down', () => {
  const entries: Record<string, () => ControlClaim[]> = {
    'one take-over with two days': () => [took('hts', '[2024-12-05..2024-12-06]', ['paper6', 'copy3'])],
    'a take-over of the second day': () => [took('hts', '2024-12-06', ['paper6', 'copy3'])],
    'two claims': () => [took('hts', '[2024-12-05..2024-12-06]', ['paper6']), took('hts', '2024-12-06', ['copy3'])],
    'a holding of the second day': () => [holds('hts', '2024-12-06', ['paper6', 'copy3'])],
  };
  const firsts: Record<string, () => ControlClaim[]> = {
    'a baseline': () => [holds('gov', '../2024-11-26', ['paper6'], { implied: true })],
    'a baseline, and the holder of the day': () => [
      holds('gov', '../2024-11-26', ['paper6'], { implied: true }),
      holds('gov', '2024-12-05', ['copy1']),
    ],
  };
  test.each(Object.keys(entries).flatMap((entry) => Object.keys(firsts).map((first): [string, string] => [entry, first])))(
    '%s, %s',
    (entry, first) => {
      const claims = [...firsts[first]!(), took('hts', '2024-12-05', ['copy1'], { extent: 'entered' }), ...entries[entry]!()];
      expect(reading(claims, '2024-12-05', 'then')).toBe('held gov,hts');
      expect(reading(claims, '2024-12-06', 'then')).toBe('held hts');
    },
  );
});
