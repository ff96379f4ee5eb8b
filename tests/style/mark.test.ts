import { expect, test } from 'vitest';
import type { Holding, Position } from '../../src/core/ledger';
import { markOfLook, rankOf } from '../../src/style/mark';
import { looks } from '../../src/style/palette';
import { tintOf } from '../../src/style/party';
import { referenceLook } from '../core/reference/changes';
import { syria } from '../geo/dossier';

const dossier = syria();
const palette = looks.light;
const position = (holder: string | null, part: Partial<Position> = {}): Position => ({
  holder,
  extent: 'held',
  since: 0,
  background: false,
  implied: false,
  origins: ['source:a'],
  copies: 0,
  deniedBy: [],
  claimedBy: [],
  claims: [],
  evidence: [],
  ...part,
});
const claimed = (holder: string) => position(holder, { origins: [], claimedBy: [`speaker:${holder}`], claims: ['talbisa-claimed'] });
const holding = (state: Holding['state'], positions: Position[], contenders = 0): Holding => ({
  place: 'homs',
  state,
  positions,
  contenders,
});
const mark = (...args: Parameters<typeof holding>) => markOfLook(referenceLook(holding(...args), dossier), 'city', dossier, palette);
const names = (tints: readonly ({ party: string } | null)[]) => tints.map((each) => each?.party ?? null);

test('one holder is one disc', () => {
  const { sectors, claimants, guests, denied } = mark('held', [position('government')]);
  expect([names(sectors), claimants, guests, denied]).toEqual([['government'], [], [], []]);
});

test('a dispute has a sector for each contender and none for who only entered', () => {
  const { sectors, guests } = mark(
    'disputed',
    [position('government'), position('hts-led'), position('islamic-state', { extent: 'entered' })],
    2,
  );
  expect(names(sectors)).toEqual(['government', 'hts-led']);
  expect(guests.map(({ tint, extent }) => [tint.party, extent])).toEqual([['islamic-state', 'entered']]);
});

test('what only its beneficiary says is hatched over the holder before, or over nobody', () => {
  const before = mark('held', [position('government'), claimed('hts-led')]);
  expect([names(before.sectors), names(before.claimants), before.denied]).toEqual([['government'], ['hts-led'], []]);
  const nobody = mark('claimed', [claimed('hts-led')]);
  expect([names(nobody.sectors), names(nobody.claimants)]).toEqual([[null], ['hts-led']]);
});

test('the word of whoever lost the place denies the holder, and is no claim to it', () => {
  const { sectors, claimants, denied } = mark('held', [
    position('hts-led'),
    position('government', { origins: [], claimedBy: ['speaker:syrian-military'] }),
  ]);
  expect([names(sectors), claimants, denied]).toEqual([['hts-led'], [], [0]]);
});

test('a denied position of a dispute is marked at its own sector', () => {
  expect(mark('disputed', [position('government'), position('hts-led', { deniedBy: ['source:b'] })], 2).denied).toEqual([1]);
});

test('who stands on the outskirts of a place that nobody is known to hold does not hold it', () => {
  const { sectors, guests } = mark('unknown', [position('islamic-state', { extent: 'outskirts' })]);
  expect([names(sectors), guests.length]).toEqual([[null], 1]);
});

test('an ally has the hue of its ally and initials of its own', () => {
  const [government, hezbollah] = ['government', 'hezbollah'].map((party) => tintOf(party, dossier, palette));
  expect(hezbollah!.colour).toBe(government!.colour);
  expect(hezbollah!.initials).not.toBe(government!.initials);
  expect(tintOf('nobody-we-know', dossier, palette)).toEqual({ party: 'nobody-we-know', colour: palette.otherParty, initials: '' });
});

test('what is no settlement ranks as an area', () => {
  expect(['city', 'village', 'governorate', 'country', 'area'].map((kind) => rankOf({ kind } as never))).toEqual([
    'city',
    'village',
    'area',
    'area',
    'area',
  ]);
});
