import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { looks } from '../../src/style/palette';
import { recordsOf } from '../../src/style/records/records-of';
import { strings } from '../../src/style/strings';
import { seeing } from '../../src/ui/seen';
import { viewBounds, type Size } from '../../src/view/camera';
import { choicesOf } from '../../src/view/wanted';
import { basemap } from '../geo/basemap';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const on = (day: string) => situationAt(ledger, lastInstant(day, dossier.timeZone));
const HASH = 'a'.repeat(64);
const { usual } = choicesOf(dossier, ['2024-12-05', '2024-12-06'], 'en');
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
    state: { ...usual, camera },
    look: 'light',
    dossier,
    beside: { onMap: null, situation: on(day), shown: { records: recordsOf(ledger) } },
  } as unknown as Parameters<typeof seeing>[0] & { situation: unknown };
}

test('a view of more ground shows and explains more, and one of less says what lies beyond its edges', () => {
  const of = (ground: Size) => {
    const view = viewOn('2024-12-06');
    return seeing({ ...view, state: { ...view.state, ground } }, camera, HASH, basemap)([900, 500]);
  };
  const [small, large] = [of([500, 300]), of([6000, 5000])];
  const labels = (seen: typeof small) => seen.legend.map(({ label }) => label);
  expect(labels(small)).not.toContain('Israel');
  expect(labels(large)).toEqual(expect.arrayContaining(['Israel', strings('en')['legend.group.party']]));
  expect(small.notes.join()).toMatch(/beyond the edges of this map: .*Aleppo/);
  expect(large.notes).toEqual([]);
});

test('a map of another size shows all the ground of the screen’s, and its code and camera are its own', () => {
  const seenAt = seeing(viewOn('2024-12-06'), camera, HASH, basemap);
  const [screen, half] = [seenAt([900, 500]), seenAt([450, 500])];
  expect(screen.camera).toEqual(camera);
  expect(half.camera).toEqual({ ...camera, zoom: 7 });
  const labels = (seen: typeof half) => seen.legend.map(({ label }) => label);
  expect(labels(half)).toEqual(expect.arrayContaining(labels(screen)));
  expect(half.code).not.toBe(screen.code);
});

test('before anybody has moved the map every size shows the opening view', () => {
  const view = viewOn('2024-12-06');
  const seenAt = seeing({ ...view, state: { ...view.state, camera: null } }, camera, HASH, basemap);
  expect(seenAt([900, 500]).camera).toEqual(camera);
  const [west, south, east, north] = viewBounds(seenAt([300, 700]).camera, 300, 700);
  const [w, s, e, n] = dossier.opening.bounds;
  expect([west < w, south < s, east > e, north > n]).toEqual([true, true, true, true]);
});

test('it is of the moment at which it was asked for, whatever moves afterwards', () => {
  const view = viewOn('2024-12-06');
  const seenAt = seeing(view, camera, HASH, basemap);
  view.situation = on('2024-11-27');
  expect(seenAt([900, 500]).picture.day).toBe('2024-12-06');
});
