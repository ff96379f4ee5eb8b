import { describe, expect, test } from 'vitest';
import { brokenLines } from '../../../src/print/vector/break-lines';
import { contextual } from '../../../src/print/vector/contextual';

// letters of half an em; none of what is not seen
const advance = (letter: string) => (/^\p{Cf}/u.test(letter) ? 0 : 0.5);

describe('a name in lines', () => {
  test('is broken so that its lines are about as long as one another, the last rather shorter', () => {
    expect(brokenLines('Homs', 9, 0, advance)).toEqual(['Homs']);
    expect(brokenLines('the Latakia countryside by the sea', 9, 0, advance)).toEqual(['the Latakia countryside', 'by the sea']);
    expect(brokenLines('Mediterranean Sea', 8, 0.14, advance)).toEqual(['Mediterranean', 'Sea']);
  });

  test('is not broken by the signs without width at its end', () => {
    expect(brokenLines('thousands from Homs\u200b\u200b', 20, 0, advance)).toEqual(['thousands from Homs\u200b\u200b']);
  });
});

describe('letters one by one', () => {
  test('of Arabic keep the forms that they have in their word', () => {
    // beh joins on both sides, alef only what comes before it, and lam with alef is one shape
    expect(contextual('باب')).toEqual(['ب\u200d', '\u200dا', 'ب']);
    expect(contextual('سلام')).toEqual(['س\u200d', '\u200dلا', 'م']);
  });

  test('of other scripts stay as they are', () => {
    expect(contextual('Orontes')).toEqual([...'Orontes']);
  });
});
