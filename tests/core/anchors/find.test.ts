import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnchors, type Finding } from '../../../src/core/anchors/find';
import { looseAnchor, type LooseAnchor } from '../../../src/core/anchors/loose-anchor';
import { sourceText } from '../../../src/core/anchors/source-text';
import { anchorOf, hashOf } from './hash';

const text = `The river rose on Monday.

The mayor said that “nobody was hurt” in the mill. The bridge is closed.

Boats carried people over the river all night.
`;
const find = (raw: string, anchor: LooseAnchor): Finding => findAnchors(sourceText(raw), [anchor], hashOf)[0]!;
const words = (raw: string, finding: Finding): string | null =>
  'mended' in finding ? sourceText(raw).text.slice(finding.mended.start, finding.mended.end) : null;

describe('an anchor whose words have its hash', () => {
  test('is in place', () => expect(find(text, anchorOf(text, 'The bridge is closed.'))).toEqual({ status: 'in-place' }));
  test('in another paragraph than it says gets the right one', () => {
    const finding = find(text, anchorOf(text, 'The bridge is closed.', { paragraph: 3 }));
    expect(finding).toMatchObject({ status: 'completed', by: 'hash', mended: { paragraph: 2 } });
  });
  test('in upper case gets it in lower case', () => {
    const anchor = anchorOf(text, 'The bridge', { sha256: hashOf('The bridge').toUpperCase() });
    expect(find(text, anchor)).toMatchObject({ status: 'completed', mended: { sha256: hashOf('The bridge') } });
  });
  test('and whose own copy is of other words is broken: nobody can say which is meant', () => {
    expect(find(text, anchorOf(text, 'The bridge', { exact: 'The ferry' }))).toEqual({ status: 'broken', reason: 'contradiction' });
  });
});

describe('an anchor whose words stand elsewhere', () => {
  test('has moved where they stand there once', () => {
    const after = `A note was added.\n\n${text}`;
    const finding = find(after, anchorOf(text, 'The bridge is closed.'));
    expect(finding).toEqual({
      status: 'moved',
      by: 'hash',
      mended: { paragraph: 3, start: 97, end: 118, sha256: hashOf('The bridge is closed.') },
    });
    expect(words(after, finding)).toBe('The bridge is closed.');
  });
  test('is ambiguous where they stand there twice, with both places', () => {
    const after = `The bridge is closed. ${text}`;
    expect(find(after, anchorOf(text, 'The bridge is closed.'))).toMatchObject({
      status: 'ambiguous',
      places: [
        { paragraph: 1, start: 0 },
        { paragraph: 2, start: 100 },
      ],
    });
  });
  test('has moved to the one that its prefix or suffix fits', () => {
    const after = `The bridge is closed. ${text}`;
    expect(find(after, anchorOf(text, 'The bridge is closed.', { prefix: 'in the mill. ' }))).toMatchObject({
      status: 'moved',
      mended: { start: 100 },
    });
    expect(find(after, anchorOf(text, 'The bridge is closed.', { suffix: ' The river' }))).toMatchObject({ mended: { start: 0 } });
  });
  test('is ambiguous where they stand once, between other words than it carries', () => {
    const after = `The bridge is closed, said nobody.`;
    const anchor = anchorOf(text, 'The bridge is closed', { prefix: 'in the mill. ', suffix: '. Boats' });
    expect(find(after, anchor)).toMatchObject({ status: 'ambiguous', places: [{ start: 0 }] });
    expect(find(after, anchorOf(text, 'The bridge is closed'))).toMatchObject({ status: 'moved' });
  });
  test('is found where it cuts a word', () => {
    for (const cut of ['idge is closed', 'bridge is clos'])
      expect(find(`So: ${text}`, anchorOf(text, cut))).toMatchObject({ status: 'moved', by: 'hash' });
    // cut at both ends, it is found by its copy, or where others moved with it
    expect(find(`So: ${text}`, anchorOf(text, 'idge is clos'))).toMatchObject({ status: 'broken' });
    expect(find(`So: ${text}`, anchorOf(text, 'idge is clos', { exact: 'idge is clos' }))).toMatchObject({
      mended: { start: 88, end: 100 },
    });
  });
  test('is found under other quotation marks and line ends, where the text it was made from was plain', () => {
    const plain = 'He said "nobody was hurt"\nand left.';
    const after = 'A note.\r\nHe said “nobody was hurt”\r\nand left.';
    const finding = find(after, anchorOf(plain, '"nobody was hurt"'));
    expect(finding).toMatchObject({ status: 'moved', by: 'spelling', mended: { sha256: hashOf('“nobody was hurt”') } });
    expect(words(after, finding)).toBe('“nobody was hurt”');
  });
});

describe('an anchor that carries its words', () => {
  test('and nothing else gets place and hash', () => {
    expect(find(text, looseAnchor({ exact: 'nobody was hurt' }))).toEqual({
      status: 'moved',
      by: 'words',
      mended: { paragraph: 2, start: 48, end: 63, sha256: hashOf('nobody was hurt') },
    });
  });
  test('where they are, without a hash, gets it', () => {
    const { sha256: _, ...anchor } = anchorOf(text, 'nobody was hurt', { exact: 'nobody was hurt' });
    expect(find(text, looseAnchor(anchor))).toMatchObject({ status: 'completed', by: 'words', mended: { start: 48 } });
  });
  test('in another spelling is found, and gets them as the text has them', () => {
    const finding = find(text, looseAnchor({ exact: 'said that "nobody  was\nhurt"' }));
    expect(finding).toMatchObject({ status: 'moved', by: 'spelling', mended: { exact: 'said that “nobody was hurt”' } });
  });
  test('and a paragraph is of that paragraph where they stand in several', () => {
    expect(find(text, looseAnchor({ exact: 'The', paragraph: 1 }))).toMatchObject({ status: 'moved', mended: { start: 0 } });
    expect(find(text, looseAnchor({ exact: 'The' }))).toMatchObject({ status: 'ambiguous' });
  });
});

describe('what cannot be found', () => {
  test.each([
    ['gone words', anchorOf(text, 'The mayor'), 'not-found'],
    ['a copy and a hash of different words', looseAnchor({ exact: 'Boats', sha256: hashOf('Ships') }), 'contradiction'],
    ['neither hash nor copy', looseAnchor({ paragraph: 1, start: 0, end: 3, sha256: 'soon' }), 'nothing-to-find'],
    ['a hash and no length', looseAnchor({ sha256: hashOf('Boats') }), 'not-found'],
    ['an empty span', looseAnchor({ paragraph: 1, start: 3, end: 3, sha256: hashOf('') }), 'not-found'],
    ['a span backwards', looseAnchor({ paragraph: 1, start: 5, end: 0, sha256: hashOf('Boats') }), 'not-found'],
    ['a blank copy', looseAnchor({ exact: '  ' }), 'nothing-to-find'],
  ])('%s', (_, anchor, reason) => {
    expect(find(text.replace('mayor', 'miller'), anchor)).toEqual({ status: 'broken', reason });
  });
  test('anything in an empty text', () => {
    expect(find('', anchorOf(text, 'The mayor'))).toMatchObject({ status: 'broken' });
    expect(find('', looseAnchor({ exact: 'The mayor' }))).toMatchObject({ status: 'broken' });
  });
  test('half a character, whose hash any other half has', () => {
    const emoji = 'a 🛶 b';
    const half = looseAnchor({ paragraph: 1, start: 2, end: 3, sha256: hashOf(emoji.slice(2, 3)) });
    expect(find(emoji, half)).toEqual({ status: 'broken', reason: 'not-found' });
    expect(find(emoji, anchorOf(emoji, '🛶'))).toEqual({ status: 'in-place' });
  });
});

describe('paragraphs and offsets', () => {
  const lines = 'First line.\n\n \nSecond line.\nThird line.';
  test('count lines that hold more than white space, whatever ends them', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(find(lines.replaceAll('\n', end), anchorOf(lines.replaceAll('\n', end), 'Third line.'))).toEqual({ status: 'in-place' });
    expect(anchorOf(lines, 'Third line.').paragraph).toBe(3);
  });
  test('a byte-order mark is no part of the text', () => {
    expect(find(`\uFEFF${lines}`, anchorOf(lines, 'Second line.'))).toEqual({ status: 'in-place' });
  });
  test('from LF to CRLF an anchor moves by a unit a line, and keeps its hash', () => {
    const finding = find(lines.replaceAll('\n', '\r\n'), anchorOf(lines, 'Third line.'));
    expect(finding).toMatchObject({ status: 'moved', by: 'hash', mended: { start: anchorOf(lines, 'Third line.').start! + 4 } });
  });
  test('Arabic is found as any other', () => {
    const arabic = 'قالت الوزارة إن الطريق مغلق.\n\nعاد السكان إلى البلدة مساءً.';
    const finding = find(`تصحيح من المحرر.\n\n${arabic}`, anchorOf(arabic, 'السكان إلى البلدة'));
    expect(finding).toMatchObject({ status: 'moved', by: 'hash', mended: { paragraph: 3 } });
    // after a particle that is written with the word
    expect(find(`تصحيح.\n${arabic}`, anchorOf(arabic, 'طريق مغلق'))).toMatchObject({ status: 'moved', by: 'hash' });
  });
  test('words of a script without spaces are found', () => {
    const chinese = '昨天桥梁关闭。居民晚上回家。';
    expect(find(`更正。\n${chinese}`, anchorOf(chinese, '居民晚上'))).toMatchObject({ status: 'moved', mended: { paragraph: 2 } });
  });
});

describe('whatever the text', () => {
  const word = fc.constantFrom('river', 'Homs', 'the', 'حمص', 'نهر', '桥', '🛶', 'said', '“so”', 'naïve');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
  const article = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'));
  const cut = fc.tuple(fc.nat(), fc.nat());
  const spanOf = (raw: string, [a, b]: readonly [number, number]): string => {
    const [from, to] = [a % raw.length, b % raw.length].sort((x, y) => x - y) as [number, number];
    return [...raw.slice(from, to + 1)].join('').replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  };

  const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(unit);
  const cutsBoth = (raw: string, own: string): boolean => {
    const [start, end] = [raw.indexOf(own), raw.indexOf(own) + own.length];
    const cuts = (at: number) => (isLetter(raw[at - 1]) && isLetter(raw[at])) || /\s/.test(raw[at === start ? at : at - 1]!);
    return cuts(start) && cuts(end);
  };

  test('an anchor survives a paragraph before it: its words are found, or are told to stand there more than once', () => {
    fc.assert(
      fc.property(article, paragraph, cut, (raw, added, at) => {
        const own = spanOf(raw, at);
        fc.pre(own.trim() !== '');
        const after = `${added}\n\n${raw}`;
        const [before, finding] = [anchorOf(raw, own), find(after, anchorOf(raw, own))];
        const isOnce = after.indexOf(own) === after.lastIndexOf(own);
        if (finding.status === 'broken') return void expect(cutsBoth(raw, own)).toBe(true);
        if (isOnce) {
          expect(finding).toMatchObject({ status: 'moved', mended: { start: before.start! + added.length + 2, sha256: hashOf(own) } });
          expect('mended' in finding && finding.mended.paragraph).toBe(before.paragraph! + 1);
        } else expect(['ambiguous', 'in-place', 'completed']).toContain(finding.status);
      }),
      { numRuns: 300 },
    );
  });
  test('what is mended is in place, and what was found has the hash that was asked for', () => {
    fc.assert(
      fc.property(article, article, cut, (raw, after, at) => {
        const own = spanOf(raw, at);
        fc.pre(own.trim() !== '');
        const finding = find(after, anchorOf(raw, own));
        if (!('mended' in finding)) return;
        expect(find(after, looseAnchor({ ...anchorOf(raw, own), ...finding.mended }))).toEqual({ status: 'in-place' });
        if (finding.by === 'hash') expect(words(after, finding)).toBe(own);
      }),
      { numRuns: 300 },
    );
  });
  test('what one anchor is found to be does not hang on the others, but that one that cuts words at both ends is found beside them', () => {
    fc.assert(
      fc.property(article, paragraph, fc.array(cut, { minLength: 1, maxLength: 8 }), (raw, added, cuts) => {
        const own = cuts.map((at) => spanOf(raw, at)).filter((each) => each.trim() !== '');
        const anchors = own.map((each) => anchorOf(raw, each));
        const after = sourceText(`${added}\n${raw}`);
        findAnchors(after, anchors, hashOf).forEach((finding, i) => {
          const alone = findAnchors(after, [anchors[i]!], hashOf)[0]!;
          if (alone.status === 'broken' && finding.status !== 'broken') expect(cutsBoth(raw, own[i]!)).toBe(true);
          else expect(finding).toEqual(alone);
        });
      }),
    );
  });
});

test('of anchors that moved together only the first is looked for, and the others where it leads', () => {
  const words = Array.from({ length: 900 }, (_, i) => `word${i * 7919}`);
  const raw = words.join(' ');
  const anchors = Array.from({ length: 60 }, (_, i) => anchorOf(raw, words.slice(i * 14, i * 14 + 2 + (i % 9)).join(' ')));
  let count = 0;
  const counting = (each: string) => (count++, hashOf(each));
  const found = findAnchors(sourceText(`An added paragraph.\n\n${raw}`), anchors, counting);
  expect(found.every(({ status }) => status === 'moved')).toBe(true);
  // each where it was, where it is and once mended; the first among the spans of its length too
  expect(count).toBeLessThan(anchors.length * 3 + words.length);
});
