import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMuch, lineageOf, threshold } from '../../../src/core/lineage/copies';
import { passagesOf } from '../../../src/core/lineage/passages';
import { shingled, sharedShingles, type Shingled } from '../../../src/core/lineage/shingles';
import { wordsOf } from '../../../src/core/lineage/words';
import type { Source } from '../../../src/core/model';

const compare = (...texts: string[]) =>
  lineageOf(
    texts.map((text, i) => ({ name: `text ${i}`, source: null, text })),
    new Map(),
  );
const numbered = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${from + i}`);

describe('words', () => {
  test('are folded alike in any case, with any marks, and say where they stand', () => {
    const { folded, starts, ends } = wordsOf('“Naïve”, the MAYOR’s 2,000');
    expect(folded).toEqual(['naive', 'the', 'mayor', 's', '2', '000']);
    expect([starts[2], ends[2]]).toEqual([13, 18]);
  });
  test.each([
    ['قَالَت الوِزارَة', 'قالت الوزاره'],
    ['أعلن إلى آخر', 'اعلن الي اخر'],
    ['العـــراق ٢٠٢٤', 'العراق 2024'],
  ])('of Arabic, %s is %s', (written, folded) => expect(wordsOf(written).folded.join(' ')).toBe(folded));
  test('of a script without spaces are its characters', () =>
    expect(wordsOf('桥梁关闭 ok').folded).toEqual(['桥', '梁', '关', '闭', 'ok']));
  test('of letters beyond the first plane are whole', () => expect(wordsOf('𐤀𐤁 🛶').folded).toEqual(['𐤀𐤁']));
  test('of nothing are none', () => expect(wordsOf(' … ').folded).toEqual([]));
});

describe('overlap', () => {
  test('of identical texts is whole', () => {
    const { pairs } = compare(numbered(0, 40).join(' '), numbered(0, 40).join(' '));
    expect(pairs[0]).toMatchObject({ kinship: 'proposed', overlap: { firstInSecond: 1, secondInFirst: 1, shared: 36 } });
    expect(pairs[0]!.passages).toMatchObject([{ words: 40, first: { start: 0 } }]);
  });
  test.each([
    ['empty texts', '', ''],
    ['texts of one word', 'river', 'river'],
    ['texts of four words', 'the bridge is closed', 'the bridge is closed'],
  ])('of %s is nothing, and nothing is proposed', (_, a, b) => expect(compare(a, b)).toEqual({ pairs: [], nearest: null, compared: 1 }));
  test('is measured both ways: an excerpt is whole in the long text, which is a tenth of it', () => {
    const long = numbered(0, 404);
    const { overlap } = compare(long.join(' '), long.slice(100, 144).join(' ')).pairs[0]!;
    expect(overlap).toEqual({ firstInSecond: 0.1, secondInFirst: 1, shared: 40 });
  });
  test('is of distinct runs: a slogan said ten times is one', () => {
    expect(compare('we will not leave ever '.repeat(10), `we will not leave ever ${numbered(0, 60).join(' ')}`).pairs).toEqual([]);
  });
  test('in Arabic sees through diacritics and seats of hamza', () => {
    const written = 'أعلنت الوزارة أن الطريق إلى المدينة مغلق منذ مساء أمس بسبب القصف على الجسر';
    const bare = 'اعلنت الوزاره ان الطريق الى المدينه مغلق منذ مساء امس بسبب القصف على الجسر';
    expect(compare(written, bare).pairs[0]!.overlap).toMatchObject({ firstInSecond: 1, secondInFirst: 1 });
  });
});

test('a run that begins in one passage and goes on in another is in a passage too', () => {
  const passages = passagesOf(shingled('a b c d e f g h'), shingled('a b c d e f. x. e f g h. y. d e f g h'));
  expect(passages.map(({ words, first }) => [first.start, words])).toEqual([
    [0, 6],
    [6, 5],
  ]);
});

describe('the threshold', () => {
  const overlap = (shared: number, size: number) => ({ shared, firstInSecond: shared / size, secondInFirst: shared / size / 2 });
  test('is reached by runs and share together', () => {
    expect(isMuch(overlap(threshold.shared, 400))).toBe(true);
    expect(isMuch(overlap(threshold.shared - 1, 400))).toBe(false);
    expect(isMuch(overlap(threshold.shared, 600))).toBe(false);
  });
  test('is reached by a short text of which half stands in another', () => {
    expect(isMuch(overlap(4, 8))).toBe(true);
    expect(isMuch(overlap(3, 3))).toBe(false);
    expect(isMuch(overlap(11, 23))).toBe(false);
  });
  test('is not reached by stock phrases in independent texts', () => {
    const stock = ['according to the observatory for human rights', 'the united nations said in a statement', 'who asked not to be named'];
    const text = (from: number) => stock.map((phrase, i) => `${numbered(from + i * 200, 180).join(' ')} ${phrase}`).join('. ');
    const { pairs, nearest } = compare(text(0), text(10_000));
    expect(pairs).toEqual([]);
    expect(nearest!.overlap.shared).toBe(3 + 3 + 2);
  });
  test('is reached by a copy of which every twelfth word was changed', () => {
    const text = numbered(0, 300);
    expect(compare(text.join(' '), text.map((word, i) => (i % 12 === 0 ? `other${i}` : word)).join(' ')).pairs).toHaveLength(1);
  });
});

describe('what sources.json declares', () => {
  const source = (id: string, derivedFrom?: string, language = 'en') =>
    ({ id, title: id, publisher: null, published: '2024-12-05', language, ...(derivedFrom && { derivedFrom }) }) as Source;
  const [wire, copy, translation, other, again] = [
    source('wire'),
    source('copy', 'unseen'),
    source('translation', 'wire', 'ar'),
    source('other'),
    source('again', 'unseen'),
  ];
  const sources = new Map([wire, copy, translation, other, again, source('unseen')].map((each) => [each.id, each]));
  const words = numbered(0, 100).join(' ');
  const kinships = (...texts: [Source, string][]) =>
    lineageOf(
      texts.map(([of, text]) => ({ name: of.id, source: of, text })),
      sources,
    ).pairs.map(({ first, second, kinship }) => [first, second, kinship]);

  test('is confirmed, also where the root was never seen', () =>
    expect(kinships([copy, words], [again, words])).toEqual([['copy', 'again', 'confirmed']]));
  test('is told where the texts do not show it', () =>
    expect(kinships([wire, words], [translation, 'قال'])).toEqual([['wire', 'translation', 'not-seen']]));
  test('is proposed where nothing is declared', () =>
    expect(kinships([wire, words], [other, words])).toEqual([['wire', 'other', 'proposed']]));
  test('keeps texts of two roots apart', () => expect(kinships([wire, words], [copy, words])).toEqual([['wire', 'copy', 'proposed']]));
});

describe('whatever the texts', () => {
  const word = fc.constantFrom('river', 'rose', 'on', 'the', 'mayor', 'said', 'نهر', '🛶', 'bridge', 'closed');
  const article = fc.array(word, { maxLength: 60 }).map((all) => all.join(' '));
  const distinct = (text: Shingled) => new Set(text.shingles.keys());

  test('shared runs are those of both, counted one by one', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 5 }), (texts) => {
        const read = texts.map(shingled);
        const shared = sharedShingles(read);
        read.forEach((a, i) =>
          read.forEach((b, j) => {
            if (i >= j) return;
            const both = [...distinct(a)].filter((run) => b.shingles.has(run)).length;
            expect(shared.get(i)?.get(j) ?? 0).toBe(both);
          }),
        );
      }),
    );
  });
  test('a passage is the same words in both, five or more, and every shared run of the first lies in one', () => {
    fc.assert(
      fc.property(article, article, (first, second) => {
        const [a, b] = [shingled(first), shingled(second)];
        const passages = passagesOf(a, b);
        const folded = (text: string) => wordsOf(text).folded.join(' ');
        for (const { first: own, second: other, words } of passages) {
          expect(folded(first.slice(own.start, own.end))).toBe(folded(second.slice(other.start, other.end)));
          expect(words).toBeGreaterThanOrEqual(5);
        }
        for (const [run, places] of a.shingles)
          for (const place of b.shingles.has(run) ? places : []) {
            const [start, end] = [a.words.starts[place]!, a.words.ends[place + 4]!];
            expect(passages.some(({ first: own }) => own.start <= start && end <= own.end)).toBe(true);
          }
      }),
    );
  });
  test('a copy with edits holds at least what the edits leave: each spoils five runs at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.array(fc.nat(), { maxLength: 12 }), (length, edits) => {
        const text = numbered(0, length);
        const edited = text.map((each, i) => (edits.some((at) => at % length === i) ? `edit${i}` : each));
        const [a, b] = [shingled(text.join(' ')), shingled(edited.join(' '))];
        const shared = sharedShingles([a, b]).get(0)?.get(1) ?? 0;
        expect(shared).toBeGreaterThanOrEqual(length - 4 - 5 * new Set(edits.map((at) => at % length)).size);
        expect(shared).toBeLessThanOrEqual(length - 4);
      }),
    );
  });
});
