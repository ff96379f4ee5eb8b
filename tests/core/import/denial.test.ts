import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';
import { isDenial } from '../../../src/core/import/usual-words';

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
  expect(isDenial(text, mapping)).toBe(true);
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
  expect(isDenial(text, mapping)).toBe(false);
});

test('what a person said of a text counts', () => {
  expect(isDenial('Fake airstrike', { ...mapping, events: { fakeairstrike: 'strike' } })).toBe(false);
});
