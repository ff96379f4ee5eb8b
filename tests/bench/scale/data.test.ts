import { describe, expect, test } from 'vitest';
import type { DossierReader } from '../../../src/core/check/reader';
import { gazetteerOf } from '../../../src/core/gazetteer/gazetteer';
import type { Issue } from '../../../src/core/issue';
import type { Claim } from '../../../src/core/model';
import { readingDossier } from '../../../src/formats/read-dossier';
import { generated, type Shape } from './data';
import { parquetOf, textsOf } from './folder';
import { DAYS } from './head';
import { aliveOn, changesOf, pointsOf } from './points';
import { claimsOfFlows, flowsOf } from './flows';

const REPORTS = 20_000;
const made = (shape: Shape) => {
  const { head, claims } = generated(REPORTS, shape);
  return { head, claims: [...claims()] };
};
const usual = made('usual');
const share = <T>(all: readonly T[], has: (each: T) => boolean) => all.filter(has).length / all.length;
const reportsOf = (claims: readonly Claim[]) => claims.flatMap(({ reports }) => reports);
const placeOf = (claim: Claim) => (claim.kind === 'control' || claim.kind === 'incident' ? claim.place : null);

const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  bytes: async function* () {
    yield bytes;
  },
});

describe('a generated dossier', () => {
  test('has the size that it says', () => {
    expect(usual.claims).toHaveLength(0.4 * REPORTS);
    expect(new Set(usual.claims.map(({ id }) => id)).size).toBe(0.4 * REPORTS);
    expect(reportsOf(usual.claims).length / REPORTS).toBeCloseTo(1, 1);
    expect(new Set(usual.claims.flatMap((claim) => placeOf(claim) ?? [])).size).toBe(REPORTS / 10);
  });

  test('has no issues', async () => {
    const made = generated(2000);
    const files = [...textsOf(made)].map(([name, text]) => fileOf(name, new TextEncoder().encode(text)));
    const issues: Issue[] = [];
    let reader: DossierReader | null = null;
    for await (const step of readingDossier([...files, fileOf('claims.parquet', parquetOf(made))], gazetteerOf([]), issues))
      reader = step.reader;
    expect(issues).toEqual([]);
    expect(reader?.reports).toBe(reportsOf([...made.claims()]).length);
  });

  test('is the same each time', () => {
    expect(made('usual').claims).toEqual(usual.claims);
  });

  test('has the kinds in the shares that it says', () => {
    const kinds = (kind: string) => share(usual.claims, (claim) => claim.kind === kind);
    expect(kinds('control')).toBeCloseTo(0.6, 1);
    expect(kinds('incident')).toBeCloseTo(0.28, 1);
    expect(kinds('movement')).toBeCloseTo(0.06, 1);
    expect(kinds('displacement')).toBeCloseTo(0.06, 1);
  });

  test('has copies, denials, retractions and party claims', () => {
    const modes = (mode: string) => share(reportsOf(usual.claims), (report) => report.mode === mode);
    expect(share(usual.head.texts, ({ derivedFrom }) => derivedFrom !== undefined)).toBeCloseTo(0.25, 1);
    expect(modes('asserts')).toBeGreaterThan(0.6);
    expect(modes('observes')).toBeCloseTo(0.11, 1);
    expect(modes('denies')).toBeCloseTo(0.07, 2);
    expect(modes('retracts')).toBeCloseTo(0.015, 2);
    expect(modes('claims')).toBeGreaterThan(0.07);
  });

  test('has sources that disagree: places with holders of two parties in one year', () => {
    const months = new Map<string, Set<string>>();
    for (const claim of usual.claims) {
      if (claim.kind !== 'control') continue;
      const key = `${claim.place} ${claim.happened.slice(0, 4)}`;
      months.set(key, (months.get(key) ?? new Set()).add(claim.holder));
    }
    expect([...months.values()].filter((holders) => holders.size > 1).length).toBeGreaterThan(REPORTS / 100);
  });

  test('has open ends, uncertain days and backgrounds', () => {
    const dated = (pattern: RegExp) => share(usual.claims, ({ happened }) => pattern.test(happened));
    expect(dated(/^[\d-]{10}$/)).toBeGreaterThan(0.65);
    expect(dated(/\/\.\.$/)).toBeCloseTo(0.06, 1);
    expect(dated(/^\[.*\.\./)).toBeCloseTo(0.03, 1);
    expect(dated(/^\.\.\//)).toBeCloseTo(0.075, 1);
  });

  test('has claims on places by Zipf’s law', () => {
    const counts = new Map<string, number>();
    for (const claim of usual.claims) counts.set(placeOf(claim) ?? '', (counts.get(placeOf(claim) ?? '') ?? 0) + 1);
    counts.delete('');
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]! / sorted[REPORTS / 20]!).toBeGreaterThan(30);
    expect(sorted.at(-1)).toBe(1);
  });

  test('has everything on one place, or on one day, in the worst cases', () => {
    expect(new Set(made('one place').claims.flatMap((claim) => placeOf(claim) ?? [])).size).toBe(1);
    const days = made('one day').claims.flatMap(({ happened }) => happened.match(/\d{4}-\d{2}-\d{2}/g) ?? []);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeLessThanOrEqual(2);
  });
});

describe('data for the layer alone', () => {
  test('of the points about 4.5 % are alive on a day in the middle', () => {
    const points = pointsOf(100_000);
    expect(aliveOn(points, 1800) / points.count).toBeCloseTo(0.045, 2);
    expect(aliveOn(points, 2500) / points.count).toBeCloseTo(0.05, 2);
  });

  test('every place has a first row for all times, and changes hands', () => {
    const { place, day, party } = changesOf(1000);
    const first = place.map((each, row) => (each === place[row - 1] ? 0 : 1));
    expect(first.filter((each) => each === 1)).toHaveLength(1000);
    expect(day.filter((each, row) => first[row] === 1 && each !== 0)).toHaveLength(0);
    expect(place.length / 1000).toBeCloseTo(3.4, 0);
    expect(party.filter((each, row) => first[row] === 0 && each === party[row - 1])).toHaveLength(0);
  });

  test('of 100,000 flows and arrows about 500 are alive on a day', () => {
    const { start, end } = flowsOf(100_000);
    for (const day of [500, 1800, 3000]) {
      const alive = start.filter((each, i) => each <= day && end[i]! + 3 > day).length;
      expect(alive).toBeGreaterThan(450);
      expect(alive).toBeLessThan(550);
    }
    expect(Math.max(...end)).toBeLessThanOrEqual(DAYS);
    expect([...claimsOfFlows(flowsOf(100))].map(({ kind }) => kind).slice(0, 2)).toEqual(['displacement', 'movement']);
  });
});
