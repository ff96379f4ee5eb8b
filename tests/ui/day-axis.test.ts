import { describe, expect, test } from 'vitest';
import { dayAxis, labelledDays } from '../../src/ui/day-axis';

const days = ['2024-11-29', '2024-11-30', '2024-12-01', '2024-12-02'];

describe('the axis of days', () => {
  test('puts each day in the middle of a column of equal width', () => {
    const axis = dayAxis(days, 400);
    expect(axis.step).toBe(100);
    expect(days.map(axis.x)).toEqual([50, 150, 250, 350]);
  });

  test('runs from the right where the page is mirrored', () => {
    expect(days.map(dayAxis(days, 400, true).x)).toEqual([350, 250, 150, 50]);
  });

  test('puts a day outside the dossier at the nearer end', () => {
    const { x } = dayAxis(days, 400);
    expect([x('2011-03-15'), x('2025-01-01')]).toEqual([50, 350]);
  });

  test('labels every day where there is room, else every second or third counted back from the last', () => {
    expect(labelledDays(days, 40, 20)).toEqual(days);
    expect(labelledDays(days, 15, 20)).toEqual(['2024-11-30', '2024-12-02']);
    expect(labelledDays(days, 8, 20)).toEqual(['2024-11-29', '2024-12-02']);
  });
});
