import { describe, expect, test } from 'vitest';
import { axisLabels, dayAxis, labelledDays } from '../../src/ui/day-axis';

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

  test('labels months, quarters or years where columns are too narrow for numbers to tell anything', () => {
    const long = Array.from({ length: 731 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
    const labels = (step: number) => axisLabels(long, step, 40).map(({ day, form }) => `${day.slice(0, 7)} ${form}`);
    expect(labels(2)).toHaveLength(24);
    expect(labels(2).slice(0, 2)).toEqual(['2024-01 year', '2024-02 month']);
    expect(labels(0.6)).toEqual(
      [2024, 2025].flatMap((year) => [`${year}-01 year`, `${year}-04 month`, `${year}-07 month`, `${year}-10 month`]),
    );
    expect(labels(0.2)).toEqual(['2024-01 year', '2025-01 year']);
    expect(axisLabels(days, 6, 40).every(({ form }) => form === 'number')).toBe(true);
  });
});
