import { describe, expect, test } from 'vitest';
import type { Claim, MovementClaim } from '../../src/core/model';
import { lastInstant } from '../../src/core/time';
import { situationAt } from '../../src/core/situation';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { tellingOf, wordsOf } from '../../src/style/words';
import { dossierOf, holds, report, situationOf, took, ZONE } from '../core/fixture';

const advance = (id: string, happened: string): MovementClaim => ({
  ...{ id, happened, recorded: '2024-12-07', summary: id, geometry: null, kind: 'movement' },
  ...{ party: 'hts', movement: 'advance', from: 'hama', to: 'homs', axis: 'two-pronged' },
  reports: [report('paper5')],
});

test('a movement says its axis after its way', () => {
  const dossier = dossierOf([advance('m1', '2024-12-05')]);
  const [sentence] = wordsOf(situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-05', ZONE)), 'en');
  expect(sentence?.text).toMatch(/^Advance by hts from hama to homs, two-pronged \(/);
});

test('words of a claim are told in the language that the dossier translates them into, and as they are in another', () => {
  const dossier = {
    ...dossierOf([advance('m1', '2024-12-05')]),
    translations: new Map([['ar', new Map([['two-pronged', 'على محورين']])]]),
  };
  const situation = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-05', ZONE));
  expect(wordsOf(situation, 'ar')[0]?.text).toContain('، على محورين (');
  expect(wordsOf(situation, 'en')[0]?.text).toContain(', two-pronged (');
});

test('an origin that only implies a position is named so beside one that says it, and where all do it is said once', () => {
  const said = (claims: readonly Claim[]) => wordsOf(situationOf(claims, '2024-12-05'), 'en')[0]!.text;
  const implied = holds('gov', '2024-12-04', ['paper5'], { implied: true });
  expect(said([implied, holds('gov', '2024-12-04', ['wire'])])).toContain('(2 origins: wire, and by implication paper5)');
  expect(said([implied])).toMatch(/\(implied; 1 origin: [^)]*paper5\)/i);
});

describe('a telling', () => {
  const claims = [
    took('hts', '2024-12-05', ['paper5']),
    holds('gov', '2024-12-05', ['paper5'], { place: 'hama' }),
    advance('m1', '2024-12-05'),
    advance('m2', '2024-12-04'),
    advance('m3', '2024-12-05'),
  ];
  const telling = tellingOf(situationOf(claims, '2024-12-05'), 'en');

  test('counts by kind, and leaves out kinds of which there is nothing', () => {
    expect(telling.groups.map(({ kind, count }) => [kind, count])).toEqual([
      ['control', 2],
      ['movement', 3],
    ]);
  });

  test('gives the same sentences by page, by mark and as a whole', () => {
    const [places, movements] = telling.groups;
    expect(places!.part(0, 50).map(({ id }) => id)).toEqual(['control:hama', 'control:homs']);
    const pages = [movements!.part(0, 2), movements!.part(2, 4), movements!.part(4, 6)];
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['movement:m1', 'movement:m2'], ['movement:m3'], []]);
    const all = wordsOf(situationOf(claims, '2024-12-05'), 'en');
    expect([...places!.part(0, 50), ...pages.flat()]).toEqual(all);
    for (const { id, text } of all) expect([id, telling.sentenceOf(id)]).toEqual([id, text]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(4);
  });

  test('has no sentence for what is no mark of the situation', () => {
    const others = ['control:nowhere', 'flow:m1', 'incident:m1', 'movement:m9', 'figure:m1', 'date:homs', '', 'control', '__proto__:homs'];
    expect(others.map((id) => telling.sentenceOf(id))).toEqual(others.map(() => null));
  });

  test('says who does the counting as its lens has it', () => {
    const of = (counting: 'origins' | 'articles') => wordsOf(situationOf(claims, '2024-12-05', { counting }), 'en')[0]!.text;
    expect([of('origins'), of('articles')]).toEqual([expect.stringContaining('1 origin'), expect.stringContaining('1 article')]);
  });
});
