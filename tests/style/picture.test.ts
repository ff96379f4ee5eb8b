import { describe, expect, test } from 'vitest';
import { situationAt, type Situation } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { eachAlive } from '../../src/style/records/alive-records';
import { styleAt } from '../../src/style/records/records';
import { legendOf } from '../../src/style/legend';
import { looks } from '../../src/style/palette';
import { pictureOf, type Picture, type PictureOptions } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { zoomStep } from '../../src/style/scale';
import { syria } from '../geo/dossier';

const dossier = syria();
const ledger = weigh(dossier, defaultLens);
const records = recordsOf(ledger);
const days = daysOf(dossier.span, dossier.timeZone);
const at = (day: string): Situation => situationAt(ledger, lastInstant(day, dossier.timeZone));
/** With everything in view, from Libya to India. */
const everywhere = [10, 0, 90, 60] as const;
const picture = (day: string, options: Partial<PictureOptions> = {}): Picture =>
  pictureOf(at(day), records, { palette: looks.light, language: 'en', zoom: 7, frame: everywhere, ...options });
const last = '2024-12-06';
const shownIn = (options: Partial<PictureOptions> = {}, day = last) => picture(day, options).shown!;
const labelsIn = (options: Partial<PictureOptions> = {}, day = last) => picture(day, options).labels!;

/** Ids of everything that a picture draws, marks that are thinned out included. */
function drawnIds({ marks, strokes }: Picture, situation: Situation): string[] {
  const ids = new Set(strokes.map(({ id }) => id));
  const { columns } = dossier.claims;
  eachAlive(marks.records, { at: situation.at, off: marks.off }, (record) => {
    const subject = marks.records.subject[record]!;
    const style = marks.records.styles[styleAt(marks.records.data, record)]!;
    if (style.kind === 'control') ids.add(`control:${columns.places[ledger.control.place[subject]!]}`);
    else
      ids.add(
        `${style.event === 'coming' || style.event === 'leaving' ? 'movement' : 'incident'}:${dossier.claims.idOf(ledger.dated.claim[subject]!)}`,
      );
  });
  return [...ids].sort();
}

describe.each(days)('on %s', (day) => {
  test('the picture draws each holding and each occurrence, and no other', () => {
    const situation = at(day);
    const { holdings, movements, flows, incidents } = situation;
    const wanted = [
      ...holdings.map(({ place }) => `control:${place}`),
      ...movements.map(({ claim }) => `movement:${claim}`),
      ...flows.map(({ claim }) => `flow:${claim}`),
      ...incidents.map(({ claim }) => `incident:${claim}`),
    ].sort();
    expect(drawnIds(picture(day), situation)).toEqual(wanted);
  });

  test('it hands the map names of ids and style fields alone, and strokes of numbers', () => {
    const { labels, strokes, marks } = picture(day);
    const fields = new Set(labels!.flatMap(({ properties }) => Object.keys(properties)));
    expect([...fields].sort()).toEqual(['id', 'label', 'offset', 'order', 'size', 'standing', 'text']);
    expect(JSON.stringify(labels)).not.toMatch(/NaN|Infinity/);
    for (const { id, lines, pixel } of strokes) {
      expect([id, lines.every((line) => line.length >= 4 && line.every(Number.isFinite)), pixel]).toEqual([id, true, 1 / 2 ** 16]);
    }
    expect(marks.drawings).toHaveLength(records.styles.length);
  });

  test('how old and how far along strokes are is what the situation says in full', () => {
    const { movements, flows } = at(day);
    const strokes = new Map(picture(day).strokes.map((stroke) => [stroke.id, stroke]));
    for (const { claim, daysPast, intended } of movements) {
      const stroke = strokes.get(`movement:${claim}`);
      if (stroke)
        expect([claim, stroke.form === 'trace', stroke.form === 'dashed']).toEqual([claim, daysPast > 0, daysPast === 0 && intended]);
    }
    for (const { claim, daysPast } of flows) {
      const { form, fade } = strokes.get(`flow:${claim}`)!;
      expect([claim, form === 'trace' || fade < 1]).toEqual([claim, daysPast > 0]);
    }
  });

  test('the legend lists what the picture holds', () => {
    const shown = { shown: picture(day).shown! };
    const ids = legendOf(picture(day), dossier, looks.light, 'en').map(({ id }) => id);
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
  const marks = shownIn().flatMap(({ what }) => (what.kind === 'mark' ? [what.mark] : []));
  const like = (mark: object) => expect(marks).toContainEqual(expect.objectContaining(mark));
  const party = (id: string) => expect.objectContaining({ party: id }) as unknown;
  like({ rank: 'city', sectors: [party('government'), party('hts-led')] });
  like({ claimants: [party('hts-led')] });
  like({ sectors: [null], guests: [expect.objectContaining({ extent: 'outskirts' })] });
});

test('what is shown lists each look of a mark once, and only those in the frame', () => {
  const homs = shownIn({ frame: [36.6, 34.6, 36.8, 34.8] }).filter(({ what }) => what.kind === 'mark');
  const looked = shownIn().map(({ what }) => JSON.stringify(what));
  expect(homs.map(({ id }) => id)).toContain('control:homs');
  expect(homs.length).toBeLessThan(shownIn().length / 2);
  const marks = looked.filter((what) => what.includes('"kind":"mark"'));
  expect(new Set(marks).size).toBe(marks.length);
});

test('a flow of “thousands” is soft and has the word, and no number', () => {
  const flow = picture(last).strokes.filter(({ id }) => id === 'flow:homs-to-the-coast');
  expect(flow.length).toBeGreaterThan(0);
  expect(new Set(flow.map(({ form }) => form))).toEqual(new Set(['soft']));
  const words = labelsIn()
    .filter(({ properties }) => properties.label === 'words')
    .map(({ properties }) => properties.text);
  expect(words).toContain('thousands from Homs');
  expect(words.join(' ')).not.toMatch(/\d/);
});

test('a layer switched off leaves nothing of itself', () => {
  const ids = (off: PictureOptions['off'] & {}) => new Set(drawnIds(picture(last, { off }), at(last)).map((id) => id.split(':')[0]));
  expect(ids([])).toEqual(new Set(['control', 'movement', 'flow', 'incident']));
  expect(ids(['movements', 'incidents'])).toEqual(new Set(['control', 'flow']));
  expect(ids(['control', 'flows'])).toEqual(new Set(['movement', 'incident']));
  expect(new Set(shownIn({ off: ['control', 'flows'] }).map(({ id }) => id.split(':')[0]))).toEqual(new Set(['movement', 'incident']));
  expect(picture(last, { off: ['relief'] }).relief).toBe(false);
});

test('the selected mark alone is lifted out, or the selected stroke is told apart', () => {
  const homs = picture(last, { selection: 'control:homs' });
  expect(homs.marks.lifted).toMatchObject({ slot: -1, daysPast: 0 });
  expect(homs.marks.lifted!.drawing.svg).toContain(looks.light.selected);
  expect(homs.strokes.some(({ selected }) => selected)).toBe(false);
  const { incidents, movements } = at(last);
  for (const { claim, daysPast } of incidents) {
    const { lifted } = picture(last, { selection: `incident:${claim}` }).marks;
    expect([claim, lifted!.daysPast, lifted!.slot >= 0]).toEqual([claim, daysPast, true]);
  }
  for (const { claim } of movements) {
    const { strokes, marks } = picture(last, { selection: `movement:${claim}` });
    const selected = strokes.filter((stroke) => stroke.selected).map(({ id }) => id);
    expect([claim, selected.length > 0 ? selected : marks.lifted !== null]).toEqual([
      claim,
      selected.length > 0 ? [`movement:${claim}`] : true,
    ]);
  }
  for (const selection of ['control:nowhere', 'incident:nothing', 'figure:x', 'nonsense', null])
    expect(picture(last, { selection }).marks.lifted).toBeNull();
  expect(picture(last, { selection: 'control:homs', off: ['control'] }).marks.lifted).toBeNull();
});

test('the picture is the same within a step of the zoom, and hangs on nothing shown before', () => {
  expect(zoomStep(7.1)).toBe(7);
  expect(picture(last, { zoom: 7.1 })).toEqual(picture(last));
  const before = picture('2024-12-03');
  const kept = structuredClone(before.strokes);
  for (const day of [...days, ...days.toReversed()])
    for (const zoom of [6, 7, 9]) picture(day, { zoom, frame: zoom === 9 ? [36, 34, 38, 36] : everywhere });
  const after = picture('2024-12-03');
  expect(after).toEqual(before);
  expect(after.strokes).toEqual(kept);
  // a ledger of its own has nothing to remember
  const fresh = syria();
  expect(pictureOf(situationAt(weigh(fresh, defaultLens), before.at), records, options()).strokes).toEqual(kept);
  function options(): PictureOptions {
    return { palette: looks.light, language: 'en', zoom: 7, frame: everywhere };
  }
});

test('what moves is told without names: a picture that is not settled has neither these nor a list for the legend', () => {
  const { labels, shown, strokeRoom, ground, ...rest } = picture(last, { settled: false });
  expect([labels, shown, strokeRoom, ground]).toEqual([null, null, [], null]);
  expect(rest).toEqual({ ...picture(last), labels: undefined, shown: undefined, strokeRoom: undefined, ground: undefined });
  expect(legendOf(picture(last, { settled: false }), dossier, looks.light, 'en')).toEqual([]);
});

test('strokes that are far from the view are left out, and what is left is the same', () => {
  const all = new Map(picture(last).strokes.map((stroke) => [stroke.id, stroke]));
  const near = picture(last, { view: [36, 34, 37.5, 35.5] }).strokes;
  expect(near.length).toBeGreaterThan(0);
  expect(new Set(near.map(({ id }) => id)).size).toBeLessThan(all.size);
  for (const { id, fade, colour } of near) expect(all.get(id)).toMatchObject({ fade, colour });
});

test('each place of the dossier is named once', () => {
  const texts = labelsIn()
    .filter(({ properties }) => properties.label !== 'words' && properties.label !== 'edge')
    .map(({ properties }) => properties.text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toContain('Hama Governorate: parts');
});

test('what comes from beyond the map comes in at its edge, with its name', () => {
  const frame = [35.2, 33, 40.6, 37] as const;
  const { labels, shown } = picture(last, { frame });
  const edge = labels!.find(({ properties }) => properties.label === 'edge');
  expect(edge?.properties.text).toBe('from Iran');
  const [lng, lat] = edge!.geometry.coordinates as [number, number];
  expect(lng >= frame[0] && lng <= frame[2] && lat >= frame[1] && lat <= frame[3]).toBe(true);
  expect(shown!.find(({ id }) => id === 'movement:iran-missiles-advisers')?.what).toMatchObject({ intended: true });
});

test('in Arabic, names and words are Arabic where the dossier has them', () => {
  const texts = labelsIn({ language: 'ar' }).map(({ properties }) => properties.text);
  expect(texts).toContain('حمص');
  expect(texts).toContain('محافظة حماة: أجزاء');
  expect(texts).toContain('آلاف من حمص');
  expect(texts.filter((text) => /[a-z]/i.test(text))).toEqual([]);
});
