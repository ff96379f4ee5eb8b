import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { drawnFrom } from '../../src/style/drawn-from';
import { syria } from '../geo/dossier';

const dossier = syria();
const on = (day: string, lens = defaultLens) => situationAt(weigh(dossier, lens), lastInstant(day, dossier.timeZone));

test('the texts behind a sheet are named, oldest first, with who published them where that is known', () => {
  const line = drawnFrom(on('2024-12-06'), 'en');
  expect(line).toMatch(/^Reported by 5 texts: /);
  expect(line.match(/†/g)).toHaveLength(4);
  expect(line).toMatch(/Lou\.Press\)†.* † These share their text: they are not independent\.$/);
  expect(line).toContain('“Hezbollah Stands Firm with Syria Amid Intensified Opposition Offensive” (Lou.Press)');
  expect(line.indexOf('Receives Reinforcement')).toBeLessThan(line.indexOf('Stands Firm'));
  for (const { title } of dossier.sources.values()) if (typeof title === 'string' && title !== 'common-text') expect(line).toContain(title);
});

test('and not those that the lens leaves out, or that were not published by then', () => {
  expect(drawnFrom(on('2024-12-06', { ...defaultLens, without: ['hezbollah-stands-firm'] }), 'en')).not.toContain('Lou.Press');
  const two = { ...defaultLens, without: ['hezbollah-stands-firm', 'guterres-de-escalation'] };
  expect(drawnFrom(on('2024-12-06', two), 'en')).not.toContain('†');
  const then = drawnFrom(on('2024-12-04', { ...defaultLens, knownBy: 'then' }), 'en');
  const now = drawnFrom(on('2024-12-04', { ...defaultLens, knownBy: 'now' }), 'en');
  expect(now).toContain('Lou.Press');
  expect(then).not.toContain('Lou.Press');
  expect(then).not.toBe('');
  expect(drawnFrom(on('2024-11-27', { ...defaultLens, knownBy: 'then' }), 'en')).toBe('');
});

test('in Arabic with our own titles translated', () => {
  const line = drawnFrom(on('2024-12-06'), 'ar');
  expect(line).toContain('قاسم يدعم دمشق');
  expect(line).toMatch(/^عن ٥ نصوص: /);
});
