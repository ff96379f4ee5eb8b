import { expect, test } from 'vitest';
import { areaOf } from '../../../../src/core/import/areas/ground';
import { cellsOf, headings } from '../../../../src/core/import/areas/table';
import type { AreaRow } from '../../../../src/core/import/areas/runs';
import { syria } from '../../../geo/dossier';

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
