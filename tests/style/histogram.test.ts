import { expect, test } from 'vitest';
import { daysOf } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh';
import { datedReports, reportsPerDay } from '../../src/style/histogram';
import { dossierOf, holds, took } from '../core/fixture';

const countsOf = (...claims: Parameters<typeof dossierOf>[0]) => {
  const dossier = dossierOf(claims);
  const days = daysOf(dossier.span, dossier.timeZone);
  const rows = reportsPerDay(datedReports(weigh(dossier, defaultLens), days), days, Infinity);
  return Object.fromEntries(rows.filter((row) => row.total > 0).map(({ day, total }) => [day, total]));
};

test('a report stands on the last day of what it speaks of', () => {
  expect(countsOf(took('hts', '2024-12-04/2024-12-05', ['paper5', 'paper6']))).toEqual({ '2024-12-05': 2 });
});

test('what has not ended stands on its first day, and is left out where that lies before the span', () => {
  expect(countsOf(took('hts', '2024-12-05/..', ['paper5']), holds('gov', '2020/..', ['paper6']))).toEqual({ '2024-12-05': 1 });
});

test('what is published after a time is counted as later', () => {
  const dossier = dossierOf([took('hts', '2024-12-05', ['paper5', 'paper6'])]);
  const days = ['2024-12-05'];
  const reports = datedReports(weigh(dossier, defaultLens), days);
  const knownBy = Math.min(...reports.map((report) => report.knownFrom));
  expect(reportsPerDay(reports, days, knownBy)).toMatchObject([{ known: { control: 1 }, later: 1, total: 2 }]);
});
