import { expect, test } from 'vitest';
import { parseMapping } from '../../../src/formats/import/choices';
import { guessMapping } from '../../../src/core/import/mapping';
import { statusOf } from '../../../src/core/import/usual-words';
import { meaningOf } from '../../../src/core/import/meanings';

const { mapping } = guessMapping(['Place', 'Date', 'Holder', 'Status'], null, [], null);
const written = (statuses: object, events: object = {}) => parseMapping(JSON.stringify({ ...mapping, statuses, events }));

test('a mapping says what a word means by a word, however the text is written', () => {
  const read = written({ 'Still there': 'holds', سيطر: 'took', 'so so': 'holds parts', 'As ever': 'held' });
  expect(['still THERE', 'سيطر', 'So so', 'as ever'].map((text) => statusOf(text, read))).toEqual([
    'holds held',
    'took held',
    'holds parts',
    'holds held',
  ]);
});

test.each([
  [() => written({ 'still there': 'maybe' }), /statuses.*maybe|is none of took, holds/],
  [() => written({}, { raid: 'war' }), /is none of strike, damage/],
])('and what means nothing is refused, with what could be meant', (write, why) => {
  expect(write).toThrow(why);
});

test('a word of one kind is none of the other', () => {
  expect([meaningOf('status', 'strike'), meaningOf('event', 'holds'), meaningOf('event', 'took')]).toEqual([null, null, 'took']);
});
