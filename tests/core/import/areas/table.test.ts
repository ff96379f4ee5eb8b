import { expect, test } from 'vitest';
import { areaOf } from '../../../../src/core/import/areas/ground';
import { cellsOf, headings, isSpot, looksSwapped, pictureOf } from '../../../../src/core/import/areas/table';
import type { AreaRow } from '../../../../src/core/import/areas/runs';
import { gazetteer, syria } from '../../../geo/dossier';

const area = areaOf('hts', 'HTS', { type: 'MultiPolygon', coordinates: [] });
const row = {
  place: syria().places.get('homs')!,
  date: '2024-12-05',
  holder: 'hts',
  answer: { is: 'held', holder: 'hts', area },
  fault: null,
} as const;
const noteOf = (status: AreaRow['status']): string => cellsOf({ ...row, status }, 'Archive')[headings.indexOf('notes')]!;

test('a change of the map says that it is one, for a map that was put right changes as one whose places were taken', () => {
  expect(noteOf('held')).toBe('Homs lies in the area of “HTS”');
  expect(noteOf('captured')).toBe(
    'Homs lies in the area of “HTS”, and in the picture before lay in another’s: a change of the map, of which it says no more',
  );
});

test('areas with latitude and longitude changed for each other hold places only the other way round', () => {
  const homs = syria().places.get('homs')!;
  const square = ([x, y]: readonly [number, number]) =>
    areaOf('hts', 'HTS', {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [x - 1, y - 1],
            [x + 1, y - 1],
            [x + 1, y + 1],
            [x - 1, y + 1],
            [x - 1, y - 1],
          ],
        ],
      ],
    });
  const looks = (...at: readonly (readonly [number, number])[]): boolean => {
    const areas = at.map(square);
    return looksSwapped(areas, [homs], pictureOf('2024-12-05', areas, [homs]));
  };
  expect(looks([34.7, 36.7])).toBe(true);
  expect(looks([36.7, 34.7])).toBe(false);
  expect(looks([10, 50])).toBe(false);
  // what holds it as it stands is not changed
  expect(looks([34.7, 36.7], [36.7, 34.7])).toBe(false);
});

test('a place that is wide is no spot that somebody holds', () => {
  const { places } = gazetteer();
  expect(['homs', 'rastan', 'rastan-bridge'].map((id) => isSpot(places.get(id)!))).toEqual([true, true, true]);
  // of regions without an outline only a point in their middle is known
  const wide = ['aleppo-countryside', 'eastern-syria', 'northwest-syria', 'syrian-coast'].map((id) => places.get(id)!);
  expect(wide.map(isSpot)).toEqual([false, false, false, false]);
});
