import { expect, test } from 'vitest';
import { filesUnder, importsOf, programOf } from '../architecture/imports';
import type { Census } from './reference/census';
import { compareRandom } from './reference/compare';

/** What every sample must hold, and how often at least in a thousand dossiers. */
const wanted: Census = {
  'dispute of holders': 400,
  'dispute of a date': 180,
  'denial that disputes': 300,
  'denial that does not': 70,
  'contradiction that disputes': 250,
  'contradiction that does not': 20,
  'pooled take-overs': 60,
  'pooled holding': 60,
  'take-over that is over': 90,
  arrival: 30,
  nobody: 170,
  guest: 360,
  background: 350,
  'all taken back': 6,
  'words alone in dispute': 6,
  copy: 600,
  retraction: 800,
  withdrawn: 500,
  held: 1100,
  claimed: 330,
  unknown: 370,
  'of the day': 500,
  past: 400,
  'under way': 150,
  intended: 150,
  figures: 110,
};

test(
  'situations equal those of a slow, obvious reference of the weighing rule, on a thousand random dossiers',
  { timeout: 240_000 },
  () => {
    const census: Census = {};
    compareRandom(20_241_208, 1000, census);
    const scarce = Object.keys(wanted).filter((what) => (census[what] ?? 0) < wanted[what]!);
    expect(scarce.map((what) => `${what}: ${census[what] ?? 0}`)).toEqual([]);
  },
);

test('the reference calls nothing of the code that it judges: it has types, and the calendar', () => {
  const files = filesUnder('tests/core/reference', /(reports|take-overs|rivals|holding|situation|changes|census)\.ts$/);
  expect(files).toHaveLength(7);
  const values = files.flatMap((file) => importsOf(programOf(file)).filter(({ typeOnly }) => !typeOnly));
  expect([...new Set(values.map(({ from }) => from.replace(/^\.\/.*/, 'beside it')))].sort()).toEqual([
    '../../../src/core/edtf',
    '../../../src/core/time',
    'beside it',
  ]);
});
