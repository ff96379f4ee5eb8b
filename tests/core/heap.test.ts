import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from '../../src/core/lists/heap';

test('what comes before all that is in it is on top, in any order of putting in and taking out', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer()), { maxLength: 60 }), (steps) => {
      const heap = new Heap((a, b) => a < b);
      const sorted: number[] = [];
      for (const step of steps) {
        if (step !== null) {
          heap.push(step);
          sorted.push(step);
          sorted.sort((a, b) => a - b);
        } else if (sorted.length > 0) {
          heap.pop();
          sorted.shift();
        }
        expect(heap.top).toBe(sorted[0]);
      }
    }),
  );
});
