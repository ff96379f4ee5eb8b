import { expect, test } from 'vitest';
import { looseAnchor } from '../../../src/core/anchors/loose-anchor';
import { findRows } from '../../../src/core/anchors/rows';
import { surveyAnchors } from '../../../src/core/anchors/survey';
import { sourceText } from '../../../src/core/anchors/source-text';
import type { Source } from '../../../src/core/model';
import { hashOf } from './hash';

const text = 'place,holder\nHoms,north\nHama,south\nHoms,north\n';
const row = (number: number, start: number, words: string) => ({ number, start, end: start + words.length, sha256: hashOf(words) });
const rows = [row(2, 13, 'Homs,north'), row(3, 24, 'Hama,south'), row(4, 35, 'Homs,north')];
const anchor = (number: number, start: number, words: string) => {
  const { end, sha256 } = row(number, start, words);
  return looseAnchor({ paragraph: number, start, end, sha256 });
};

test('a row is in its place, in another, in several, or gone', () => {
  const found = findRows(
    rows,
    [anchor(2, 13, 'Homs,north'), anchor(9, 80, 'Hama,south'), anchor(9, 80, 'Homs,north'), anchor(3, 24, 'Hama')],
    hashOf,
  );
  expect(found).toMatchObject([
    { status: 'in-place' },
    { status: 'moved', by: 'hash', mended: { paragraph: 3, start: 24, end: 34 } },
    { status: 'ambiguous', places: [{ paragraph: 2 }, { paragraph: 4 }] },
    { status: 'broken', reason: 'not-found' },
  ]);
});

test('a row of another number is completed, and an anchor without a hash is known by its words', () => {
  expect(
    findRows(rows, [anchor(5, 24, 'Hama,south'), looseAnchor({ exact: 'Hama,south' }), looseAnchor({ start: 24, end: 34 })], hashOf),
  ).toMatchObject([
    { status: 'completed', mended: { paragraph: 3 } },
    { status: 'moved', by: 'words' },
    { status: 'broken', reason: 'nothing-to-find' },
  ]);
});

test('words of a row that were anchored by hand are found in the text, beside anchors of rows', () => {
  const source = { id: 'table', text: { file: 'table.csv', sha256: hashOf(text) } } as Source;
  const placed = [anchor(3, 24, 'Hama,south'), anchor(3, 24, 'Hama'), anchor(3, 30, 'Hama,north')].map((each, i) => ({
    file: 'control.geojson',
    at: `/${i}`,
    id: `claim-${i}`,
    source: 'table',
    anchor: each,
  }));
  const file = { name: 'table.csv', text: sourceText(text), sha256: hashOf(text), rows };
  const statuses = (more: object) =>
    surveyAnchors(new Map([['table', source]]), placed, [{ ...file, ...more }], hashOf).anchors.map(
      ({ finding }) => finding?.status ?? null,
    );
  expect(statuses({})).toEqual(['in-place', 'in-place', 'broken']);
  expect(statuses({ isRowsAlone: true })).toEqual(['in-place', 'broken', 'broken']);
  expect(statuses({ rows: undefined, isOfAreas: true })).toEqual(['in-place', 'in-place', null]);
  // all rows have one more cell: what they say now is to be read
  const longer = 'place,holder,note\nHoms,north,\nHama,south,denied\n';
  const changed = { text: sourceText(longer), rows: [row(2, 18, 'Homs,north,'), row(3, 30, 'Hama,south,denied')] };
  expect(statuses(changed)).toEqual(['ambiguous', 'ambiguous', 'broken']);
});
