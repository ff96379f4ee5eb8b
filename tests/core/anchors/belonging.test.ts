import { describe, expect, test } from 'vitest';
import { belongings, type TextFile } from '../../../src/core/anchors/belonging';
import type { LooseAnchor } from '../../../src/core/anchors/loose-anchor';
import { sourceText } from '../../../src/core/anchors/source-text';
import type { Source } from '../../../src/core/model';
import { anchorOf, hashOf } from './hash';

const flood = 'The river rose on Monday. The bridge is closed.';
const fire = 'A mill burnt down on Tuesday. Nobody was hurt.';
const file = (name: string, raw: string): TextFile => ({ name, text: sourceText(raw), sha256: hashOf(raw) });
const source = (id: string, text?: Source['text']): Source =>
  ({ id, title: id, publisher: null, published: '2024-12-05', language: 'en', ...(text && { text }) }) as Source;
const told = (sources: Source[], files: TextFile[], anchors: Record<string, LooseAnchor[]> = {}) =>
  belongings(sources, files, new Map(Object.entries(anchors)), hashOf).map(({ file, by, rivals }) => [file?.name ?? null, by, ...rivals]);

describe('a file is a source’s text', () => {
  test('by the source’s id', () => expect(told([source('flood')], [file('flood.txt', flood)])).toEqual([['flood.txt', 'id']]));
  test('as sources.json names it, whatever its hash', () => {
    expect(told([source('flood', { file: '1.txt', sha256: hashOf('') })], [file('1.txt', flood)])).toEqual([['1.txt', 'name']]);
  });
  test('by its hash, where it has another name', () => {
    expect(told([source('flood', { file: '1.txt', sha256: hashOf(flood) })], [file('a.txt', flood)])).toEqual([['a.txt', 'hash']]);
  });
  test('by its anchors, in place or moved', () => {
    const files = [file('a.txt', fire), file('b.txt', flood)];
    const anchors = [anchorOf(flood, 'The bridge is closed'), anchorOf(flood, 'on Monday')];
    expect(told([source('flood')], files, { flood: anchors })).toEqual([['b.txt', 'anchors']]);
    expect(told([source('flood')], [files[0]!, file('b.txt', `A note.\n${flood}`)], { flood: anchors })).toEqual([['b.txt', 'anchors']]);
  });
});

describe('no file is a source’s text', () => {
  test('where one of its anchors is missing', () => {
    const anchors = [anchorOf(flood, 'The bridge is closed'), anchorOf(fire, 'burnt down')];
    expect(told([source('flood')], [file('a.txt', fire), file('b.txt', flood)], { flood: anchors })).toEqual([[null, null]]);
  });
  test('where its anchors fit two, which are named', () => {
    const files = [file('a.txt', flood), file('b.txt', flood)];
    expect(told([source('flood')], files, { flood: [anchorOf(flood, 'on Monday')] })).toEqual([[null, null, 'a.txt', 'b.txt']]);
  });
  test('where it has no anchors to go by', () => expect(told([source('flood')], [file('a.txt', flood)])).toEqual([[null, null]]));
  test('that is known to be another’s', () => {
    const anchors = { flood: [], other: [anchorOf(flood, 'on Monday')] };
    expect(told([source('flood'), source('other')], [file('flood.txt', flood)], anchors)).toEqual([
      ['flood.txt', 'id'],
      [null, null],
    ]);
  });
});
