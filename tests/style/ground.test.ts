import { expect, test } from 'vitest';
import { isHome } from '../../src/style/ground';
import { gazetteer } from '../geo/dossier';

test('only of the country that the map is about a figure need not say where', () => {
  const { places } = gazetteer();
  expect(['syria', 'lebanon', 'homs'].map((id) => isHome(places.get(id)))).toEqual([true, false, false]);
  expect(isHome(undefined)).toBe(false);
});
