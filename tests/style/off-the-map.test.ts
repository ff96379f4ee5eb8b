import { expect, test } from 'vitest';
import type { Dossier } from '../../src/core/model';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { offTheMap } from '../../src/style/off-the-map';
import { recordsOf } from '../../src/style/records/records-of';
import { updatedSentence } from '../../src/style/updated';
import { syria } from '../geo/dossier';

const dossier = syria();
const day = lastInstant('2024-12-06', dossier.timeZone);

/** The bundled dossier without the coordinates of some of its places. */
function without(...ids: string[]): Dossier {
  const places = new Map(
    [...dossier.places].map(([id, place]) => [id, ids.includes(id) ? { ...place, point: null, geometry: null } : place]),
  );
  return { ...dossier, places };
}

function offOf(of: Dossier) {
  const ledger = weigh(of, defaultLens);
  return offTheMap(situationAt(ledger, day), recordsOf(ledger));
}

test('where every place has coordinates nothing is off the map', () => {
  expect(offOf(dossier)).toMatchObject({ count: 0, places: [] });
});

test('what is said of a place without coordinates is off the map, and what is not drawn whole', () => {
  const off = offOf(without('homs'));
  const ids = off.part(0, off.count);
  expect(off.places).toEqual(['homs']);
  expect(ids).toContain('control:homs');
  expect(ids.filter((id) => id.startsWith('flow:')).length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  // a place of which nothing is said that day is not missed
  expect(offOf(without('nowhere'))).toMatchObject({ count: 0 });
});

test('a dossier says when it was last added to, and of which day its newest report is', () => {
  expect(dossier.claims.columns.recorded).toBe(
    [...dossier.claims]
      .map(({ recorded }) => recorded)
      .sort()
      .at(-1),
  );
  expect(updatedSentence(dossier, 'en')).toMatch(/^Last updated \d+ \w+ \d{4}; newest report of 6 December 2024\.$/);
  expect(updatedSentence(dossier, 'ar')).toMatch(/آخر تحديث/);
});
