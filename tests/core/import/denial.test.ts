import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';
import { doubtOf } from '../../../src/core/import/usual-words';

const { mapping } = guessMapping(['date', 'description'], null, [], null);

test.each([
  'No airstrike happened here, denied by locals',
  'Airstrike on the bridge: false',
  'Fake video of an airstrike',
  'Missile strike, debunked',
  'It was not a strike but an explosion of gas',
  'This wasn’t an air strike, it was a bomb',
  'The shelling did not happen',
  'Homs was not bombed',
  'No confirmed Russian airstrikes',
  'No reports of shelling',
  'No damage here',
  'The ministry denies the airstrike',
])('“%s” seems to deny it', (text) => {
  expect(doubtOf(text, mapping)).toContain('did not happen');
});

test.each([
  'Airstrike on the bridge, no casualties',
  'Attack on a checkpoint; no casualties among civilians',
  'Airstrike near the market; no damage was seen',
  'Airstrike; no further strikes since',
  'Airstrike. Russia denied responsibility',
  'Shelling of the road; rescuers were denied access',
  'No group claimed the bombing',
  'The army did not comment on the airstrike',
  'Airstrike, a false flag by its own word',
  'Northern airstrike, noted by nobody',
])('“%s” does not', (text) => {
  expect(doubtOf(text, mapping)).toBeNull();
});

test('what a person said of a text counts', () => {
  expect(doubtOf('Fake airstrike', { ...mapping, events: { fakeairstrike: 'strike' } })).toBeNull();
});

test.each([
  'airstrike?',
  'alleged airstrike',
  'Possible shelling of the base',
  'planned airstrike',
  'airstrike averted',
  'airstrike drill',
  'Old footage of an airstrike, from 2016',
  'protest against airstrikes',
  'statement denying airstrike',
])('“%s” is not sure', (text) => {
  expect(doubtOf(text, mapping)).not.toBeNull();
});

test.each([
  'Airstrike on a suspected depot',
  'Shelling reported in the old town',
  'Airstrike; casualties unconfirmed',
  'Air/drone strike',
  'Drone strike prevented the convoy from moving',
  'Statement by the ministry',
])('“%s” is', (text) => {
  expect(doubtOf(text, mapping)).toBeNull();
});
