import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { looks } from '../../src/style/palette';
import { recordsOf } from '../../src/style/records/records-of';
import { strings } from '../../src/style/strings';
import { seeing } from '../../src/ui/seen';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const on = (day: string) => situationAt(ledger, lastInstant(day, dossier.timeZone));
const camera = { center: [36.72, 34.73], zoom: 8, bearing: 0, pitch: 0 } as const;

function viewOn(day: string) {
  return {
    situation: on(day),
    update: { records: recordsOf(ledger) },
    pictureOptions: { palette: looks.light, language: 'en', zoom: 8 },
    reach: undefined,
    paneWidth: 900,
    paneHeight: 500,
    say: strings('en'),
    beside: { onMap: null, situation: on(day), shown: { records: recordsOf(ledger) } },
  } as unknown as Parameters<typeof seeing>[0] & { situation: unknown };
}

test('a larger map shows and explains more, and says of less what lies beyond its edges', () => {
  const seenAt = seeing(viewOn('2024-12-06'), camera);
  const [small, large] = [seenAt([500, 300]), seenAt([6000, 5000])];
  const labels = (seen: typeof small) => seen.legend.map(({ label }) => label);
  expect(labels(small)).not.toContain('Israel');
  expect(labels(large)).toEqual(expect.arrayContaining(['Israel', strings('en')['legend.group.party']]));
  expect(small.notes.join()).toMatch(/beyond the edges of this map: .*Aleppo/);
  expect(large.notes).toEqual([]);
});

test('it is of the moment at which it was asked for, whatever moves afterwards', () => {
  const view = viewOn('2024-12-06');
  const seenAt = seeing(view, camera);
  view.situation = on('2024-11-27');
  expect(seenAt([900, 500]).picture.day).toBe('2024-12-06');
});
