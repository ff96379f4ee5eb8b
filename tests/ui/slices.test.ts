import { expect, test, vi } from 'vitest';
import { inSlices } from '../../src/ui/slices';

test('work is done in slices, and others have their turn between them', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const order: string[] = [];
  function* work(): Generator<void, string> {
    for (const part of ['a', 'b', 'c', 'd']) {
      order.push(part);
      now += 3;
      yield;
    }
    return 'done';
  }
  setTimeout(() => order.push('else'));
  expect(await inSlices(work())).toBe('done');
  expect(order).toEqual(['a', 'b', 'else', 'c', 'd']);
  vi.restoreAllMocks();
});
