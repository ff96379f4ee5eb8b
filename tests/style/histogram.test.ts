import { expect, test } from 'vitest';
import type { Lens } from '../../src/core/ledger';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { barsOf, datedReports, reportsPerDay } from '../../src/style/histogram';
import { dossierOf, holds, took, ZONE } from '../core/fixture';

type Claims = Parameters<typeof dossierOf>[0];

function countsOf(claims: Claims, lens: Partial<Lens> = {}): Record<string, number> {
  const dossier = dossierOf(claims);
  const days = daysOf(dossier.span, dossier.timeZone);
  const rows = reportsPerDay(datedReports(weigh(dossier, { ...defaultLens, ...lens }), days), Infinity);
  expect(rows).toHaveLength(days.length);
  return Object.fromEntries(rows.flatMap(({ total }, index) => (total > 0 ? [[days[index]!, total]] : [])));
}

test('a report stands on the last day of what it speaks of', () => {
  expect(countsOf([took('hts', '2024-12-04/2024-12-05', ['paper5', 'paper6'])])).toEqual({ '2024-12-05': 2 });
});

test('what has not ended stands on its first day, and is left out where that lies before the span', () => {
  expect(countsOf([took('hts', '2024-12-05/..', ['paper5']), holds('gov', '2020/..', ['paper6'])])).toEqual({ '2024-12-05': 1 });
});

test('what speaks of a day after the last is left out', () => {
  expect(countsOf([took('hts', '2024-12-07', ['paper6']), took('hts', '2024-12-08', ['paper6'])])).toEqual({ '2024-12-07': 1 });
});

test('a source that the lens leaves out is not counted, and neither are those made from it', () => {
  const claims = [took('hts', '2024-12-05', ['copy1', 'paper5'])];
  expect(countsOf(claims)).toEqual({ '2024-12-05': 2 });
  expect(countsOf(claims, { without: ['wire'] })).toEqual({ '2024-12-05': 1 });
});

test('what is published after a time is counted as later, and from its very instant on as known', () => {
  const dossier = dossierOf([took('hts', '2024-12-05', ['paper6', 'paper5', 'herald6'])]);
  const reports = datedReports(weigh(dossier, defaultLens), ['2024-12-05']);
  const at = (time: number) => reportsPerDay(reports, time)[0]!;
  const [fifth, sixth] = [lastInstant('2024-12-05', ZONE), lastInstant('2024-12-06', ZONE)];
  expect(at(fifth)).toEqual({ known: { control: 1, movement: 0, displacement: 0, incident: 0 }, later: 2, total: 3 });
  expect([at(fifth - 1).later, at(sixth - 1).later, at(sixth).later]).toEqual([3, 2, 0]);
});

test('a column stands on the ground, kinds in their order and what comes later above them', () => {
  const row = { known: { control: 2, movement: 0, displacement: 1, incident: 0 }, later: 1, total: 4 };
  expect(barsOf(row, 8, 40)).toEqual([
    { kind: 'control', from: 0, to: 10 },
    { kind: 'displacement', from: 10, to: 15 },
    { kind: 'later', from: 15, to: 20 },
  ]);
});
