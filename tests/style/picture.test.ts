import { describe, expect, test } from 'vitest';
import type { Situation } from '../../src/core/ledger';
import { situationAt } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh';
import { legendOf } from '../../src/style/legend';
import { looks } from '../../src/style/palette';
import { pictureOf, type Picture, type PictureOptions } from '../../src/style/picture';
import { zoomStep } from '../../src/style/scale';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const days = daysOf(dossier.span, dossier.timeZone);
const at = (day: string): Situation => situationAt(ledger, lastInstant(day, dossier.timeZone));
const picture = (day: string, options: Partial<PictureOptions> = {}): Picture =>
  pictureOf(at(day), dossier, { palette: looks.light, language: 'en', zoom: 7, ...options });
const last = '2024-12-06';

describe.each(days)('on %s', (day) => {
  test('the picture has one mark for each holding and each occurrence, and no other', () => {
    const { holdings, movements, flows, incidents } = at(day);
    const wanted = [
      ...holdings.map(({ place }) => `control:${place}`),
      ...movements.map(({ claim }) => `movement:${claim}`),
      ...flows.map(({ claim }) => `flow:${claim}`),
      ...incidents.map(({ claim }) => `incident:${claim}`),
    ].sort();
    const { shown, bands, traces, arrows, marks } = picture(day);
    expect(shown.map(({ id }) => id).sort()).toEqual(wanted);
    const drawn = new Set([...bands, ...traces, ...arrows, ...marks].map(({ properties }) => properties.id));
    expect([...drawn].sort()).toEqual(wanted);
  });

  test('it hands the map ids and style fields alone, and drawings for every name it uses', () => {
    const { bands, traces, arrows, marks, labels, drawings } = picture(day);
    const keys = (features: readonly { readonly properties: object }[]) =>
      [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))].sort();
    expect(keys(marks)).toEqual(['fade', 'icon', 'id', 'order', 'selected', 'slot']);
    expect(keys(labels)).toEqual(['id', 'label', 'offset', 'order', 'size', 'text']);
    for (const list of [bands, traces, arrows])
      for (const key of keys(list)) expect(['id', 'fade', 'selected', 'form', 'part', 'colour']).toContain(key);
    for (const { properties } of marks) expect(drawings.has(properties.icon)).toBe(true);
    const numbers = JSON.stringify([bands, traces, arrows, marks, labels]);
    expect(numbers).not.toMatch(/NaN|Infinity/);
  });

  test('the legend lists what the picture holds', () => {
    const shown = picture(day);
    const ids = legendOf(shown, dossier, looks.light, 'en').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const controls = shown.shown.flatMap(({ what }) => (what.kind === 'mark' && what.mark.kind === 'control' ? [what.mark] : []));
    const parties = new Set(
      shown.shown.flatMap(({ what }) => {
        if (what.kind === 'arrow') return [what.tint.party];
        if (what.kind === 'flow') return [];
        if (what.mark.kind === 'event') return what.mark.tint?.party ?? [];
        const { sectors, claimants, guests } = what.mark;
        return [...sectors, ...claimants, ...guests.map((guest) => guest.tint)].flatMap((tint) => tint?.party ?? []);
      }),
    );
    expect(ids.filter((id) => id.startsWith('party:')).sort()).toEqual([...parties].map((party) => `party:${party}`).sort());
    const has = (id: string, expected: boolean) => expect([id, ids.includes(id)]).toEqual([id, expected]);
    has(
      'disputed',
      controls.some(({ sectors }) => sectors.length > 1),
    );
    has(
      'claimed',
      controls.some(({ claimants }) => claimants.length > 0),
    );
    has(
      'unknown',
      controls.some(({ sectors }) => sectors.includes(null)),
    );
    for (const extent of ['entered', 'parts', 'outskirts'] as const)
      has(
        `extent:${extent}`,
        controls.some(({ guests }) => guests.some((guest) => guest.extent === extent)),
      );
    for (const movement of ['advance', 'reinforcement', 'withdrawal'] as const)
      has(
        `arrow:${movement}`,
        shown.shown.some(({ what }) => what.kind === 'arrow' && what.movement === movement && !what.intended && !what.past),
      );
    has(
      'flow:words',
      shown.shown.some(({ what }) => what.kind === 'flow' && what.form === 'words' && !what.past),
    );
  });
});

test('Homs on the last day is split in two, Talbisa is hatched, Raqqa is held by nobody', () => {
  const marks = new Map(picture(last).shown.map(({ id, what }) => [id, what]));
  expect(marks.get('control:homs')).toMatchObject({ mark: { sectors: [{ party: 'government' }, { party: 'hts-led' }] } });
  expect(marks.get('control:talbisa')).toMatchObject({ mark: { claimants: [{ party: 'hts-led' }] } });
  expect(marks.get('control:raqqa')).toMatchObject({ mark: { sectors: [null], guests: [{ extent: 'outskirts' }] } });
});

test('a flow of “thousands” is soft and has the word, and no number', () => {
  const { bands, labels } = picture(last);
  const flow = bands.filter(({ properties }) => properties.id === 'flow:homs-to-the-coast');
  expect(flow.length).toBeGreaterThan(0);
  expect(new Set(flow.map(({ properties }) => properties.part))).toEqual(new Set(['soft']));
  const words = labels.filter(({ properties }) => properties.label === 'words').map(({ properties }) => properties.text);
  expect(words).toContain('thousands');
  expect(words.join(' ')).not.toMatch(/\d/);
});

test('a layer switched off leaves nothing of itself', () => {
  const ids = (off: PictureOptions['off'] & {}) => new Set(picture(last, { off }).shown.map(({ id }) => id.split(':')[0]));
  expect(ids([])).toEqual(new Set(['control', 'movement', 'flow', 'incident']));
  expect(ids(['movements', 'incidents'])).toEqual(new Set(['control', 'flow']));
  expect(ids(['control', 'flows'])).toEqual(new Set(['movement', 'incident']));
  expect(picture(last, { off: ['relief'] }).relief).toBe(false);
});

test('what differs from the day before has a halo, and nothing has one without a day before', () => {
  const changed = (options: Partial<PictureOptions>) =>
    picture(last, options).shown.flatMap(({ id, what }) =>
      what.kind === 'mark' && what.mark.kind === 'control' && what.mark.changed ? [id] : [],
    );
  expect(changed({})).toEqual([]);
  expect(changed({ before: at(last) })).toEqual([]);
  const since = changed({ before: at('2024-12-05') });
  expect(since).toContain('control:homs');
  expect(since).not.toContain('control:damascus');
});

test('the selected mark alone is lifted out', () => {
  const { marks, arrows, bands } = picture(last, { selection: 'control:homs' });
  const selected = [...marks, ...arrows, ...bands].filter(({ properties }) => properties.selected).map(({ properties }) => properties.id);
  expect(selected).toEqual(['control:homs']);
});

test('the picture is the same within a step of the zoom, and hangs on nothing shown before', () => {
  expect(zoomStep(7.1)).toBe(7);
  expect(JSON.stringify(picture(last, { zoom: 7.1 }))).toBe(JSON.stringify(picture(last)));
  const fresh = JSON.stringify(picture('2024-12-03'));
  days.forEach((day) => picture(day));
  expect(JSON.stringify(picture('2024-12-03'))).toBe(fresh);
});

test('each place of the dossier is named once', () => {
  const texts = picture(last)
    .labels.filter(({ properties }) => properties.label !== 'words' && properties.label !== 'edge')
    .map(({ properties }) => properties.text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toContain('Hama Governorate: parts');
});

test('what comes from beyond the map comes in at its edge, with its name', () => {
  const frame = [35.2, 33, 40.6, 37] as const;
  const { labels, shown } = picture(last, { frame });
  const edge = labels.find(({ properties }) => properties.label === 'edge');
  expect(edge?.properties.text).toBe('Iran');
  const [lng, lat] = edge!.geometry.coordinates as [number, number];
  expect(lng >= frame[0] && lng <= frame[2] && lat >= frame[1] && lat <= frame[3]).toBe(true);
  expect(shown.find(({ id }) => id === 'movement:iran-missiles-advisers')?.what).toMatchObject({ intended: true });
});

test('in Arabic, names and words are Arabic where the dossier has them', () => {
  const texts = picture(last, { language: 'ar' }).labels.map(({ properties }) => properties.text);
  expect(texts).toContain('حمص');
  expect(texts).toContain('محافظة حماة: أجزاء');
});

test('the legend of a view leaves out what lies elsewhere', () => {
  const everything = legendOf(picture(last), dossier, looks.dark, 'ar');
  const damascus = legendOf(picture(last), dossier, looks.dark, 'ar', [36, 33.3, 36.5, 33.7]);
  expect(damascus.length).toBeLessThan(everything.length);
  expect(damascus.map(({ id }) => id)).toContain('party:government');
  expect(legendOf(picture(last), dossier, looks.dark, 'ar', [0, 0, 1, 1])).toEqual([]);
});
