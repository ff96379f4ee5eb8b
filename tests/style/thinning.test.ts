import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/core/model';
import { toPlane } from '../../src/core/geometry/plane';
import { changesBetween, situationAt, type Situation } from '../../src/core/situation';
import { eachAlive } from '../../src/style/records/alive-records';
import { hiddenAt } from '../../src/style/records/hidden';
import { rankOf } from '../../src/style/mark';
import { recordsOf } from '../../src/style/records/records-of';
import { marksIn } from '../../src/style/records/records-near';
import { runsOf } from '../../src/style/records/record-runs';
import { cellsAcross, levelOf } from '../../src/style/records/thinning';
import { DAYS, endOf, ledgerOfPlaces } from './ledger-of-places';

const ledger = ledgerOfPlaces(3000, 1);
const records = recordsOf(ledger);
const { places } = ledger.dossier;
const ids = ledger.dossier.claims.columns.places;
const list = ids.map((id) => places.get(id)!);
const weight = (place: Place) => ['area', 'village', 'town', 'city'].indexOf(rankOf(place)) * 1e10 + (place.population ?? 0);
const days = [0, 1, 7, 15, DAYS - 1];

/** Entries that are drawn. */
function shownAt(at: number, zoom: number): Set<number> {
  const shown = new Set<number>();
  eachAlive(records, { at, zoom, off: [] }, (record) => shown.add(records.subject[record]!));
  return shown;
}

/** Entries of which something is said, by their cell. */
function cellsOf({ rows }: Situation, level: number): Map<string, number[]> {
  const across = cellsAcross(level)!;
  const cells = new Map<string, number[]>();
  rows.forEach((row, entry) => {
    if (row < 0) return;
    const key = toPlane(list[entry]!.point!)
      .map((value) => Math.floor(value * across))
      .join();
    cells.set(key, [...(cells.get(key) ?? []), entry]);
  });
  return cells;
}

describe.each([4, 6.2, 9, 12.6])('at zoom %d', (zoom) => {
  test.each(days)('on day %d no cell that has something is empty, and its first place shows', (day) => {
    const situation = situationAt(ledger, endOf(day));
    const shown = shownAt(endOf(day), zoom);
    let hidden = 0;
    for (const entries of cellsOf(situation, levelOf(zoom)).values()) {
      const most = Math.max(...entries.map((entry) => weight(list[entry]!)));
      expect(entries.some((entry) => shown.has(entry) && weight(list[entry]!) === most)).toBe(true);
      hidden += entries.filter((entry) => !shown.has(entry)).length;
    }
    if (day === DAYS - 1) expect(hidden).toBeGreaterThan(zoom < 12 ? 200 : 0);
  });

  test.each(days)('on day %d neither a dispute nor a change is hidden', (day) => {
    const situation = situationAt(ledger, endOf(day));
    const shown = shownAt(endOf(day), zoom);
    for (const entry of situation.disputed) expect(shown.has(entry)).toBe(true);
    if (day === 0) return;
    const changes = changesBetween(situationAt(ledger, endOf(day - 1)), situation);
    expect(changes.length).toBeGreaterThan(20);
    for (const { subject } of changes) expect(shown.has(ids.indexOf(subject))).toBe(true);
  });

  test.each(days)('on day %d every mark that is not drawn is counted beneath one that is', (day) => {
    const situation = situationAt(ledger, endOf(day));
    const shown = shownAt(endOf(day), zoom);
    const hidden = hiddenAt(situation, records, zoom, [35, 33, 41, 39]);
    for (const [entry, count] of hidden) expect([shown.has(entry), count > 0]).toEqual([true, true]);
    const held = situation.rows.filter((row) => row >= 0).length;
    expect([...hidden.values()].reduce((sum, count) => sum + count, 0)).toBe(held - shown.size);
  });

  test('what is near is what is drawn there', () => {
    const bounds = [36.01, 34.01, 36.04, 34.3] as const;
    const near = marksIn({ records }, endOf(15), zoom, bounds);
    const wanted = [...shownAt(endOf(15), zoom)].filter((entry) => {
      const [lng, lat] = list[entry]!.point!;
      return lng > bounds[0] && lng < bounds[2] && lat > bounds[1] && lat < bounds[3];
    });
    expect(new Set(near.map(({ record }) => records.subject[record]!))).toEqual(new Set(wanted));
    // and on another copy of the world
    const beside = marksIn({ records }, endOf(15), zoom, [bounds[0] + 360, bounds[1], bounds[2] + 360, bounds[3]]);
    expect(beside.map(({ record }) => record)).toEqual(near.map(({ record }) => record));
    for (const { at } of beside) expect(at[0]).toBeGreaterThan(390);
  });
});

test('at the nearest level everything shows', () => {
  const { rows } = situationAt(ledger, endOf(20));
  expect(shownAt(endOf(20), 13).size).toBe(rows.filter((row) => row >= 0).length);
  expect(hiddenAt(situationAt(ledger, endOf(20)), records, 13, [35, 33, 41, 39]).size).toBe(0);
});

test('a step looks at little more than what is alive, and at nothing of a layer that is off', () => {
  const many = recordsOf(ledgerOfPlaces(30_000, 2));
  for (const day of [3, 14, 26]) {
    const runs = runsOf(many, endOf(day));
    const looked = runs.reduce((sum, [first, end]) => sum + end - first, 0);
    let alive = 0;
    eachAlive(many, { at: endOf(day), off: [] }, () => alive++);
    expect(looked).toBeLessThan(alive * 1.6);
    expect(looked).toBeLessThan(many.count * 0.8);
    for (let i = 1; i < runs.length; i++) expect(runs[i]![0]).toBeGreaterThanOrEqual(runs[i - 1]![1]);
    expect(runsOf(many, endOf(day), ['control'])).toEqual([]);
  }
});
