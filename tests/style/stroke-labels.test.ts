import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { looks } from '../../src/style/palette';
import { pictureOf, type PictureOptions } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));

test('a flow that leaves the map says where it goes, whatever the desk calls its people', () => {
  const [lng, lat] = dossier.places.get('homs')!.point!;
  const frame = [lng - 0.35, lat - 0.3, lng + 0.35, lat + 0.3] as const;
  const flows = situation.flows.map(({ claim }) => `flow:${claim}`);
  const edges = (more: Partial<PictureOptions> = {}) =>
    pictureOf(situation, recordsOf(ledger), { palette: looks.light, language: 'en', zoom: 10, frame, ...more }).labels!.flatMap(
      ({ properties: { id, label, text } }) => (label === 'edge' && flows.includes(id) ? [text] : []),
    );
  expect(edges().length).toBeGreaterThan(0);
  for (const text of edges()) expect(text).toMatch(/^to /);
  const movements = new Map(situation.flows.map(({ claim }) => [claim, { text: { en: 'many people' } }]));
  expect(edges({ labels: { places: new Map(), movements } })).toEqual(edges());
});
