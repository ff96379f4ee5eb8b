import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from '../../src/ui/rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('tells once, and only when nothing has moved for a while', () => {
  const told = vi.fn();
  const rest = new Rest(told);
  for (let step = 0; step < 10; step++) {
    rest.moved();
    vi.advanceTimersByTime(100);
  }
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(told).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(told).toHaveBeenCalledTimes(1);
});

test('ends the wait at once where that is asked for', () => {
  const told = vi.fn();
  const rest = new Rest(told);
  rest.moved();
  rest.now();
  vi.advanceTimersByTime(1000);
  expect(told).toHaveBeenCalledTimes(1);
});
