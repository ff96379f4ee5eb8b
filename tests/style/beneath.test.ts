import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { BENEATH, coloursOf, groundId, groundPoint, groundSample } from '../../src/style/areas';
import { groundAt } from '../../src/style/inferred';
import { usuallyOff } from '../../src/style/layer';
import { legendOf } from '../../src/style/legend';
import { mapStyle } from '../../src/style/map-style';
import { markSvg } from '../../src/style/marks';
import { looks } from '../../src/style/palette';
import { pictureOf, type PictureOptions } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { ringSample } from '../../src/style/rings';
import { quietIn } from '../../src/style/silence';
import { silenceSentence, unreportedOf } from '../../src/style/unreported';
import { basemap } from '../geo/basemap';
import { syria } from '../geo/dossier';

const unreported = unreportedOf(basemap)!;
const { home } = unreported;
const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const records = recordsOf(ledger);
const on = (day: string) => situationAt(ledger, lastInstant(day, dossier.timeZone));
const palette = looks.light;
const picture = (day: string, more: Partial<PictureOptions> = {}) =>
  pictureOf(on(day), records, { palette, language: 'en', zoom: 7, unreported, ...more });
const HOMS = dossier.places.get('homs')!.point!;

test('inferred ground is pale in the holder’s colour, and hatched in the contenders’ where a place is in dispute', () => {
  const { features, hatches, share } = picture('2024-12-06').ground!.inferred!;
  const of = (place: string) => features.find(({ properties }) => properties.place === place)!;
  expect(of('hama').properties).toMatchObject({ kind: 'held', hatch: '' });
  expect(of('homs').properties.kind).toBe('disputed');
  expect(coloursOf(of('homs'))).toEqual(['#D55E00', '#0072B2'].map((colour) => expect.stringMatching(new RegExp(colour, 'i'))));
  expect([...hatches.keys()]).toEqual([of('homs').properties.hatch]);
  expect(share).toBeGreaterThan(0.005);
  expect(share).toBeLessThan(0.05);
  // a place that nobody is supported to hold gives none
  expect(of('rastan')).toBeUndefined();
});

test('neither layer draws anything while it is off, and while days go by nothing is said of them', () => {
  expect(picture('2024-12-06', { off: usuallyOff }).ground).toEqual({ inferred: null, silence: null });
  expect(picture('2024-12-06', { settled: false }).ground).toBeNull();
  expect(picture('2024-12-06', { unreported: 'awaited' }).ground).toBeNull();
  expect(picture('2024-12-06', { unreported: null }).ground).toEqual({ inferred: null, silence: null });
});

test('a point of ground leads to the place that it is inferred from, and blank ground to none', () => {
  const at = [HOMS[0] + 0.05, HOMS[1]] as const;
  const found = groundAt(on('2024-12-06'), home, at)!;
  expect(found.place).toBe('homs');
  expect(found.km).toBeGreaterThan(4);
  expect(found.km).toBeLessThan(5);
  expect(groundAt(on('2024-12-06'), home, [39, 35])).toBeNull();
  expect(groundPoint(groundId(at))).toEqual(at.map((degrees) => expect.closeTo(degrees, 3)));
  for (const id of ['ground:', 'ground:1_2', 'control:homs', 'ground:36.1_34.2_35.1']) expect(groundPoint(id)).toBeNull();
  const words = (off: typeof usuallyOff) => unreported.sentence(groundId(at), on('2024-12-06'), { off, language: 'en' });
  expect(words([])).toMatch(/^Not reported: ground nearest to Homs, 5 km away, which is in dispute between/);
  expect(words(usuallyOff)).toBe('');
});

test('the ring of silence is dots and no fill, which no holder known is a line and a fill', () => {
  const ring = ringSample(palette).svg;
  const unknown = markSvg(
    { kind: 'control', rank: 'town', sectors: [null], claimants: [], guests: [], denied: [], changed: false, selected: false },
    palette,
  ).svg;
  expect(ring).not.toMatch(/stroke/);
  expect(ring.match(/<circle/g)!.length).toBeGreaterThan(8);
  expect(unknown).toMatch(/stroke-width="2"/);
  expect(unknown.match(/<circle/g)!.length).toBeLessThan(4);
});

test('towns of the basemap that the dossier names are counted once, and every silent town has a ring', () => {
  const quiet = quietIn(on('2024-12-06'), home);
  const names = quiet.towns.map(({ name }) => name.en);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('Latakia');
  expect(names).not.toContain('Homs');
  expect(picture('2024-12-06').ground!.silence!.rings).toHaveLength(quiet.towns.length);
  expect(silenceSentence(quiet, 'en')).toBe(`Nobody in this set speaks of ${quiet.towns.length} of ${quiet.of} towns on this day.`);
});

test('around a mark the ring is as large as the mark, and tells when the place was last spoken of', () => {
  const later = picture('2024-12-05', {}).ground!.silence!.rings;
  const ringed = later.filter(({ properties }) => properties.id.startsWith('control:'));
  for (const { properties } of ringed) {
    expect(properties.side).toBeGreaterThan(10);
    expect(unreported.sentence(properties.id, on('2024-12-05'), { off: [], language: 'en' })).toMatch(/: (last spoken of on|nobody) /);
  }
});

test('the legend has the rule and the share of ground where the layer is on, in the language of the reader', () => {
  const legend = (off: typeof usuallyOff) =>
    legendOf(picture('2024-12-06', { off }), dossier, palette, 'en').map(({ id, label }) => `${id} ${label}`);
  expect(legend([])).toContainEqual(expect.stringMatching(/^inferred:rest 1.4 % of Syria’s ground is inferred; the rest is unpainted/));
  expect(legend([])).toContainEqual(expect.stringMatching(/^inferred:held not reported: ground within 15 km/));
  expect(legend([])).toContainEqual(expect.stringMatching(/^inferred:disputed /));
  expect(legend([])).toContainEqual(expect.stringMatching(/^silence nobody/));
  expect(legend(usuallyOff).filter((line) => /^(inferred|silence)/.test(line))).toEqual([]);
  expect(groundSample([], palette).svg).not.toMatch(/opacity/);
});

test('both lie beneath water, roads and borders, or beneath the names, and have no outline', () => {
  const { layers, sources } = mapStyle(basemap, palette, 'en');
  const order = layers.map(({ id }) => id);
  expect(sources[BENEATH]).toBeDefined();
  for (const id of ['inferred-held', 'inferred-disputed']) {
    expect(order.indexOf(id)).toBeGreaterThan(order.indexOf('relief'));
    expect(order.indexOf(id)).toBeLessThan(order.indexOf('water'));
    expect(layers.find((layer) => layer.id === id)!.paint).toMatchObject({ 'fill-antialias': false });
  }
  expect(order.indexOf('silence')).toBeLessThan(order.findIndex((id) => id.startsWith('town-')));
});
