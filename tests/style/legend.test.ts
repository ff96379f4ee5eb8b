import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { legendOf } from '../../src/style/legend';
import { looks } from '../../src/style/palette';
import { pictureOf } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const records = recordsOf(ledger);
const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));
type Frame = readonly [number, number, number, number];
const legendIn = (frame: Frame) =>
  legendOf(pictureOf(situation, records, { palette: looks.light, language: 'en', zoom: 7, frame }), dossier, looks.dark, 'ar', frame);

test('the legend of a view leaves out what lies elsewhere', () => {
  const damascus = legendIn([36, 33.3, 36.5, 33.7]);
  expect(damascus.length).toBeLessThan(legendIn([10, 0, 90, 60]).length);
  expect(damascus.map(({ id }) => id)).toContain('party:government');
  expect(legendIn([0, 0, 1, 1])).toEqual([]);
});
