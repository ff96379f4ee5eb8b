import { describe, expect, test } from 'vitest';
import { dayOf, holderIn, holderProperty } from '../../../../src/core/import/areas/read';

const area = (properties: Record<string, string>) => new Map(Object.entries(properties));

describe('the day of a picture', () => {
  test.each([
    ['control_2024-12-05.geojson', [{}], '2024-12-05'],
    ['20241205.kml', [{}], '2024-12-05'],
    ['25.12.2024.kml', [{}], '2024-12-25'],
    ['map.geojson', [{ date: '2024-12-05T00:00:00Z' }, { date: '2024-12-05' }], '2024-12-05'],
    ['2024-12-05.geojson', [{ Date: '20241205' }], '2024-12-05'],
  ])('%s with %j is %s', (file, areas, day) => {
    expect(dayOf(areas.map(area), file, null)).toMatchObject({ day });
  });

  test.each([
    ['map.geojson', [{}], 'day', 'nothing says of which day'],
    ['20241399.geojson', [{}], 'day', 'nothing says of which day'],
    ['2024-12-05.geojson', [{ date: '2024-12-06' }], 'day', '2024-12-06 or 2024-12-05'],
    ['2024-12-05_to_2024-12-07.geojson', [{}], 'day', '2024-12-05 or 2024-12-07'],
    ['map.geojson', [{ date: '2024-12-05' }, { date: '2024-12-07' }], 'day', '2024-12-05 or 2024-12-07'],
    ['05-12-2024.geojson', [{}], 'dates', '05-12-2024.geojson can be read in both ways'],
    ['map.geojson', [{ date: '05/12/2024' }], 'dates', '“05/12/2024” can be read in both ways'],
  ])('%s with %j is asked for: the %s, since %s', (file, areas, about, why) => {
    expect(dayOf(areas.map(area), file, null)).toMatchObject({ ask: { about, why: expect.stringContaining(why) as string } });
  });
});

describe('whose an area is', () => {
  test.each<[Record<string, string>[], string, boolean]>([
    [[{ name: 'A', holder: 'HTS' }], 'holder', false],
    [
      [
        { Name: 'HTS', fill: '#f00' },
        { Name: 'SDF', side: 'x' },
      ],
      'Name',
      false,
    ],
    [[{ styleUrl: '#red' }], 'styleUrl', true],
  ])('%j: by %s', (areas, name, isStyle) => {
    expect(holderProperty(areas.map(area))).toEqual({ name, isStyle });
  });

  test('nothing says it', () => {
    expect(holderProperty([area({ population: '5' })])).toBeNull();
  });

  test.each(['', 'Contested', 'Disputed area', 'unknown', 'Claimed Russian advance', 'متنازع عليها'])('“%s” is nobody', (holder) => {
    expect(holderIn(area({ holder }), 'holder')).toBeNull();
  });

  test('a status can say that it is contested', () => {
    expect(holderIn(area({ holder: 'HTS', status: 'contested' }), 'holder')).toBeNull();
    expect(holderIn(area({ holder: 'HTS', status: 'held' }), 'holder')).toBe('HTS');
  });
});
