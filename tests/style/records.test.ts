import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND } from '../../src/core/claims/columns';
import type { Ledger } from '../../src/core/ledger';
import type { Dossier } from '../../src/core/model';
import { changesBetween, occurrenceOf, situationAt, type Situation } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { weigh } from '../../src/core/weigh/weigh';
import { eachAlive } from '../../src/style/records/alive-records';
import { looks } from '../../src/style/palette';
import { drawingsOf } from '../../src/style/records/record-drawings';
import { recordsOf } from '../../src/style/records/records-of';
import {
  fadeFromAt,
  field,
  minutesOf,
  minZoomAt,
  NEVER,
  packedPlace,
  packedStyle,
  placeAt,
  RECORD,
  slotAt,
  styleAt,
  type Records,
} from '../../src/style/records/records';
import { dossierOf } from '../core/reference/dossier-of';
import { randomCase } from '../core/reference/random';
import { syria } from '../geo/dossier';

/** What is drawn at a time, thinned out or not: of each mark its subject, what it looks like, its slot and its age. */
function drawn(records: Records, at: number): string[] {
  const marks: string[] = [];
  eachAlive(records, { at, off: [] }, (record) => {
    const style = records.styles[styleAt(records.data, record)]!;
    const subject = records.subject[record]!;
    const age = Math.max(0, Math.round((minutesOf(at, records.epoch) - fadeFromAt(records.data, record)) / 1440));
    if (style.kind === 'control') marks.push(`control ${subject} ${style.look} ${style.rank} ${style.changed}`);
    else marks.push(`${style.event} ${subject} ${style.party} ${age}`);
  });
  return marks.sort();
}

/** The same from the situation. */
function wanted(situation: Situation, before: Situation | null): string[] {
  const { ledger, rows, dated } = situation;
  const { dossier, control } = ledger;
  const { columns } = dossier.claims;
  const point = (id: string | undefined) => (id === undefined ? null : (dossier.places.get(id)?.point ?? null));
  const changes = new Set(before ? changesBetween(before, situation).map(({ id }) => id) : []);
  const marks: string[] = [];
  rows.forEach((row, entry) => {
    const id = columns.places[control.place[entry]!]!;
    if (row < 0 || !point(id)) return;
    const rank = dossier.places.get(id)!.kind === 'town' ? 'town' : rankIn(dossier, id);
    marks.push(`control ${entry} ${control.look[row]} ${rank} ${changes.has(`control:${id}`)}`);
  });
  for (const row of dated) {
    const claim = dossier.claims.at(ledger.dated.claim[row]!);
    const { daysPast } = occurrenceOf(situation, row);
    if (claim.kind === 'incident' && point(claim.place)) marks.push(`${claim.incident} ${row} ${claim.party ?? null} ${daysPast}`);
    if (claim.kind !== 'movement') continue;
    const hasWay = point(claim.from) && point(claim.to) && claim.from !== claim.to;
    if (!hasWay && point(claim.to ?? claim.from)) marks.push(`${claim.to ? 'coming' : 'leaving'} ${row} ${claim.party} ${daysPast}`);
  }
  return marks.sort();
}

function rankIn(dossier: Dossier, id: string): string {
  const { kind } = dossier.places.get(id)!;
  return kind === 'city' || kind === 'village' ? kind : kind === 'bridge' ? 'village' : 'area';
}

function compare(ledger: Ledger): number {
  const { span, timeZone } = ledger.dossier;
  const records = recordsOf(ledger);
  let before: Situation | null = null;
  let marks = 0;
  for (const day of daysOf(span, timeZone)) {
    const situation = situationAt(ledger, lastInstant(day, timeZone));
    const all = wanted(situation, before);
    expect(drawn(records, situation.at), day).toEqual(all);
    marks += all.length;
    before = situation;
  }
  return marks;
}

describe('records say on every day what the situation says', () => {
  const lens = { knownBy: 'then', counting: 'origins', without: [], partyClaims: true } as const;

  test('of the dossier of Syria, as known then and now', () => {
    expect(compare(weigh(syria(), lens))).toBeGreaterThan(150);
    expect(compare(weigh(syria(), { ...lens, knownBy: 'now' }))).toBeGreaterThan(150);
  });

  test('of random dossiers, one of whose places has no coordinates', () => {
    let marks = 0;
    fc.assert(
      fc.property(randomCase, fc.boolean(), (random, isLost) => {
        const dossier = dossierOf(random);
        const north = dossier.places.get('north')!;
        const places = new Map([...dossier.places, ['north', { ...north, point: isLost ? null : ([37, 36] as const) }] as const]);
        marks += compare(weigh({ ...dossier, places }, random.lens));
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(marks).toBeGreaterThan(4000);
  });
});

test('a record says what was packed into it, at the ends of what it has room for', () => {
  for (const place of [0, 2 ** 24 - 1])
    for (const minZoom of [0, 13])
      for (const slot of [-1, 12])
        for (const style of [0, 2 ** 19 - 1])
          for (const fades of [0, 1, 4380]) {
            const end = 20_000;
            const data = Int32Array.of(
              -NEVER,
              end,
              packedPlace(place, minZoom, slot),
              packedStyle(style, end, fades > 0 ? end - fades : NEVER),
            );
            expect([placeAt(data, 0), minZoomAt(data, 0), slotAt(data, 0), styleAt(data, 0)]).toEqual([place, minZoom, slot, style]);
            expect(fadeFromAt(data, 0)).toBe(fades > 0 ? end - fades : NEVER);
          }
  expect(() => packedPlace(2 ** 24, 0, -1)).toThrow('more than 16777216 places');
  expect(() => packedStyle(2 ** 19, 0, 0)).toThrow('more than 524288 different marks');
});

describe('the records of Syria', () => {
  const ledger = weigh(syria(), { knownBy: 'then', counting: 'origins', without: [], partyClaims: true });
  const records = recordsOf(ledger);

  test('begin before they end, and never and ever are as far away as a difference is exact', () => {
    for (let record = 0; record < records.count; record++) {
      const start = records.data[record * RECORD + field.start]!;
      const end = records.data[record * RECORD + field.end]!;
      expect(start).toBeLessThan(end);
      expect(Math.abs(start) <= NEVER && end <= NEVER).toBe(true);
    }
  });

  test('have a drawing for each style, the same list each time', () => {
    const drawings = drawingsOf(records, ledger, looks.light);
    expect(drawings).toHaveLength(records.styles.length);
    expect(drawingsOf(records, ledger, looks.light)).toBe(drawings);
    expect(drawingsOf(records, ledger, looks.dark)).not.toEqual(drawings);
  });

  test('stand beside one another for as long as they are shown, and stay where they are', () => {
    const { kind } = ledger.dossier.claims.columns;
    const { span, timeZone } = ledger.dossier;
    let events = 0;
    const slotOf = new Map<number, number>();
    for (const day of daysOf(span, timeZone)) {
      const taken = new Set<string>();
      eachAlive(records, { at: lastInstant(day, timeZone), off: ['control'] }, (record, x, y) => {
        const slot = slotAt(records.data, record);
        const claim = ledger.dated.claim[records.subject[record]!]!;
        const place = `${x} ${y} ${slot}`;
        expect(taken.has(place)).toBe(false);
        taken.add(place);
        expect(slotOf.get(claim) ?? slot).toBe(slot);
        slotOf.set(claim, slot);
        events++;
        expect([KIND.incident, KIND.movement]).toContain(kind[claim]);
      });
    }
    expect(events).toBeGreaterThan(20);
  });

  test('are found by their place: each in the list of one place, its own', () => {
    const { first, records: listed } = records.places;
    expect([...listed].sort((a, b) => a - b)).toEqual([...Array(records.count).keys()]);
    for (let place = 0; place + 1 < first.length; place++)
      for (const record of listed.subarray(first[place], first[place + 1])) expect(placeAt(records.data, record)).toBe(place);
  });
});
