import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliveAt, aliveIndex, runsAt } from '../../src/core/lists/alive';

const time = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.constantFrom(-Infinity, Infinity),
  fc.integer({ min: -800, max: 800 }).map((eighths) => eighths / 8),
);
const intervals = fc.array(fc.tuple(time, time), { maxLength: 60 });
const indexed = (of: readonly (readonly [number, number])[]) => {
  const [start, end] = [Float64Array.from(of, ([from]) => from), Float64Array.from(of, ([, to]) => to)];
  return { start, end, alive: aliveIndex(start, end) };
};

describe('what is alive', () => {
  test('is found, all of it, in rows that ascend', () => {
    fc.assert(
      fc.property(intervals, fc.oneof(time, fc.integer({ min: -110, max: 110 })), (of, at) => {
        const rows = indexed(of);
        const wanted = of.flatMap(([from, to], i) => (from <= at && at < to ? [i] : []));
        expect([...aliveAt(rows, at)]).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  test('lies in runs, in which nothing starts later', () => {
    fc.assert(
      fc.property(intervals, time, (of, at) => {
        const { start, alive } = indexed(of);
        let last = 0;
        for (const [first, end] of runsAt(alive, (position) => start[alive.order[position]!]!, at)) {
          expect(first).toBeGreaterThanOrEqual(last);
          for (let position = first; position < end; position++) expect(start[alive.order[position]!]).toBeLessThanOrEqual(at);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is ordered by duration, longest first, then by start', () => {
    const { alive } = indexed([
      [5, 6],
      [0, Infinity],
      [0, 100],
      [-5, 95],
      [4, 6],
      [3, 3],
    ]);
    expect([...alive.order]).toEqual([1, 3, 2, 4, 0]);
    expect(alive.classes).toEqual([
      { first: 0, count: 1, longest: Infinity },
      { first: 1, count: 2, longest: 128 },
      { first: 3, count: 1, longest: 2 },
      { first: 4, count: 1, longest: 1 },
    ]);
  });

  test('costs little where many are over: of many days in a row, few are looked at', () => {
    const start = Float64Array.from({ length: 100_000 }, (_, i) => i * 10);
    const alive = aliveIndex(
      start,
      start.map((from) => from + 30),
    );
    const runs = runsAt(alive, (position) => start[alive.order[position]!]!, 500_000);
    expect(runs.reduce((sum, [first, end]) => sum + end - first, 0)).toBeLessThanOrEqual(4);
  });

  test('is told of durations just above a power of two', () => {
    const rows = indexed([[0, 2 ** 50 + 1]]);
    expect([...aliveAt(rows, 2 ** 50)]).toEqual([0]);
  });
});
