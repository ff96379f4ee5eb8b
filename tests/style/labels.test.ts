import { describe, expect, test } from 'vitest';
import type { ControlClaim, Dossier, Place } from '../../src/core/model';
import { claimsOf } from '../core/claims-of';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { placeLabels, type NamesWanted } from '../../src/style/labels';
import { legendOf } from '../../src/style/legend';
import { looks } from '../../src/style/palette';
import { pictureOf } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import { dossierOf, holds, took, ZONE } from '../core/fixture';

const village = (id: string, point: [number, number], more: Partial<Place> = {}): [string, Place] => {
  const place = dossierOf([]).places.get('homs')!;
  return [
    id,
    {
      ...place,
      id,
      title: id,
      titleAr: `${id} بالعربية`,
      kind: 'village',
      point,
      geometry: { type: 'Point', coordinates: point },
      ...more,
    },
  ];
};

function dossierAt(claims: readonly ControlClaim[], places: readonly [string, Place][]): Dossier {
  const base = dossierOf([]);
  return { ...base, places: new Map(places), claims: claimsOf(claims, base) };
}

function labelsOf(dossier: Dossier, more: Partial<NamesWanted> = {}) {
  const ledger = weigh(dossier, defaultLens);
  const situation = situationAt(ledger, lastInstant('2024-12-06', ZONE));
  const records = recordsOf(ledger);
  const frame = [35, 34, 37, 36] as const;
  return placeLabels({ situation, records, zoom: 12.5, frame, language: 'en', off: [], sideOf: () => 20, beneath: new Map(), ...more });
}
const textsOf = (...args: Parameters<typeof labelsOf>) => labelsOf(...args).map(({ properties }) => properties.text);

/** A field of villages a hundredth of a degree apart, all in one hand since long ago. */
const field = Array.from({ length: 400 }, (_, i) =>
  village(`v${String(i).padStart(3, '0')}`, [36 + (i % 20) / 100, 35 + Math.floor(i / 20) / 100]),
);
const held = (places: readonly [string, Place][]) => places.map(([place]) => holds('gov', '2020/..', ['paper5'], { place }));

describe('the names of places', () => {
  test('are those in view and a little beyond it, and no others', () => {
    const places = [
      village('middle', [36, 35]),
      village('near', [37.2, 35]),
      village('far', [39, 35]),
      village('round', [36 - 360 + 0.1, 35]),
    ];
    expect(textsOf(dossierAt(held(places), places)).sort()).toEqual(['middle', 'near', 'round']);
  });

  test('are not more than can be read: what changed and what is in dispute first, then by rank', () => {
    const town = village('ztown', [36.5, 35.5], { kind: 'town' });
    const places = [...field, town];
    const changed = [took('hts', '2024-12-06', ['paper6'], { place: 'v399' })];
    const disputed = [
      took('hts', '2024-12-05', ['paper5'], { place: 'v398' }),
      took('hts', '2024-12-05', ['paper6 denies/army'], { place: 'v398' }),
      holds('gov', '2024-12-06', ['herald6'], { place: 'v398' }),
    ];
    const texts = textsOf(dossierAt([...held(places), ...changed, ...disputed], places));
    expect(texts).toHaveLength(300);
    expect(texts.slice(0, 2).sort()).toEqual(['v398', 'v399']);
    expect(texts[2]).toBe('ztown');
  });

  test('leave out what is thinned away, and say how many marks lie beneath', () => {
    const dossier = dossierAt(held(field), field);
    const far = textsOf(dossier, { zoom: 8 });
    expect(far.length).toBeGreaterThan(5);
    expect(far.length).toBeLessThan(100);
    const beneath = new Map([[0, 12]]);
    expect(textsOf(dossier, { beneath })).toContain('v000 +12');
    expect(textsOf(dossier, { beneath, language: 'ar' })).toContain('v000 بالعربية +١٢');
  });

  test('are strong where a mark is drawn, and quiet elsewhere', () => {
    const places = [village('held', [36, 35]), village('other', [36.2, 35])];
    const dossier = dossierAt(held(places.slice(0, 1)), places);
    const kinds = (more: Partial<NamesWanted>) =>
      Object.fromEntries(labelsOf(dossier, more).map(({ properties: { text, label, id } }) => [text, `${label} ${id}`]));
    expect(kinds({})).toEqual({ held: 'strong control:held', other: 'quiet ' });
    expect(kinds({ off: ['control'] })).toEqual({ held: 'quiet ', other: 'quiet ' });
  });
});

test('the legend explains the count of what lies beneath, and only where there is one', () => {
  const dossier = dossierAt(held(field), field);
  const ledger = weigh(dossier, defaultLens);
  const situation = situationAt(ledger, lastInstant('2024-12-06', ZONE));
  const options = { palette: looks.light, language: 'en', frame: [35, 34, 37, 36] } as const;
  const entriesAt = (zoom: number) => {
    const picture = pictureOf(situation, recordsOf(ledger), { ...options, zoom });
    const counts = picture.labels!.flatMap(({ properties }) => Number(/ \+(\d+)$/.exec(properties.text)?.[1] ?? 0));
    expect(picture.beneath).toBe(Math.max(...counts));
    return legendOf(picture, dossier, looks.light, 'en', options.frame);
  };
  expect(entriesAt(8).find(({ id }) => id === 'beneath')?.label).toContain('zoom in');
  expect(entriesAt(13).map(({ id }) => id)).not.toContain('beneath');
});
