import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordered } from '../../src/core/lists/ordered';

const stable = (numbers: readonly number[]) =>
  [...numbers.keys()].sort((a, b) => (numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b));

const ends = [-Infinity, Infinity];
test.each([
  ['a few minutes, many alike', fc.integer({ min: -50, max: 50 })],
  ['whole numbers as far apart as one array tells quickly', fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 4 })],
  ['thousands of milliseconds, years apart', fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 4 }).map((n) => n * 1000)],
  ['milliseconds, years apart', fc.integer({ min: -(2 ** 45), max: 2 ** 45 })],
  ['fractions', fc.double({ noNaN: true, noDefaultInfinity: true })],
])('numbers in ascending order, the lower index first: %s', (_, number) => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom(...ends) }), { maxLength: 60 }),
      (numbers) => {
        expect([...ordered(numbers)]).toEqual(stable(numbers));
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
