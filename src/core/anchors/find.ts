import { Haystack, isSpan, spansByHash, type HashOf } from './by-hash';
import { fittingContext } from './context';
import { plainOf, plainWords, spanBehind } from './plain';
import { paragraphOf, type SourceText } from './source-text';
import type { LooseAnchor } from './loose-anchor';

/** What an anchor should say. */
export interface Mended {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
  /** The words as the text has them, where the anchor carries them in another spelling. */
  readonly exact?: string;
}

/** By what the words were found: their hash, the anchor's own copy of them, or that copy or hash with other quotation marks and white space. */
export type FoundBy = 'hash' | 'words' | 'spelling';

/** Why an anchor's words cannot be found: they do not stand in the text; its copy and its hash are of different words; it carries neither. */
export type Reason = 'not-found' | 'contradiction' | 'nothing-to-find';

/**
 * What became of an anchor in a text. In place; in place, but its paragraph or hash is missing or wrong; moved; in several places, or in one between other words than
 * it carries, so that nobody can say that it is the one; broken.
 */
export type Finding =
  | { readonly status: 'in-place' }
  | { readonly status: 'completed' | 'moved'; readonly by: FoundBy; readonly mended: Mended }
  | { readonly status: 'ambiguous'; readonly by: FoundBy; readonly places: readonly Mended[] }
  | { readonly status: 'broken'; readonly reason: Reason };

type Span = readonly [start: number, end: number];

/** Finds anchors in the text that they point into, each by itself: nothing is taken from what others say but where to look first. */
export function findAnchors(text: SourceText, anchors: readonly LooseAnchor[], hashOf: HashOf): Finding[] {
  const findings = anchors.map((anchor) => inPlace(text, anchor, hashOf));
  const open = anchors.filter((_, i) => findings[i] === null);
  // an anchor's own copy of its words spares looking for their hash
  const hashed = open.flatMap((anchor) => (hasOwnWords(anchor, hashOf) ? [] : hashedOf(anchor)));
  const exactly = spansByHash(new Haystack(text.text), hashed, hashOf);
  const plain = open.length === 0 ? plainOf('') : plainOf(text.text);
  const plainly = spansByHash(
    new Haystack(plain.text),
    hashed.filter(({ sha256 }) => !exactly.has(sha256)),
    hashOf,
    false,
  );
  const behind = (words: string) => occurrences(plain.text, words).map(([start, end]) => spanBehind(plain, start, end));
  const search = (anchor: LooseAnchor): { readonly by: FoundBy; readonly spans: readonly Span[] } => {
    const { exact, sha256 } = anchor;
    const own = hasOwnWords(anchor, hashOf) ? exact! : null;
    if (own !== null) {
      const spans = occurrences(text.text, own);
      return spans.length > 0 ? { by: 'words', spans } : { by: 'spelling', spans: behind(plainWords(own)) };
    }
    const length = lengthOf(anchor);
    if (sha256 === undefined || length === undefined) return { by: 'hash', spans: [] };
    const at = exactly.get(sha256);
    if (at !== undefined) return { by: 'hash', spans: occurrences(text.text, text.text.slice(at, at + length)) };
    const plainAt = plainly.get(sha256);
    return { by: 'spelling', spans: plainAt === undefined ? [] : behind(plain.text.slice(plainAt, plainAt + length)) };
  };
  return anchors.map((anchor, i) => {
    const settled = findings[i];
    if (settled) return settled;
    const { by, spans } = search(anchor);
    return judged(text, anchor, by, spans, hashOf);
  });
}

/** An anchor whose own offsets fit, by its hash, or by its words where it has no hash; null where they do not. */
function inPlace(text: SourceText, anchor: LooseAnchor, hashOf: HashOf): Finding | null {
  const { start, end, sha256, exact } = anchor;
  if (sha256 === undefined && exact === undefined) return { status: 'broken', reason: 'nothing-to-find' };
  if (start === undefined || end === undefined || !isSpan(text.text, start, end - start)) return null;
  const words = text.text.slice(start, end);
  if (sha256 === undefined ? words !== exact : hashOf(words) !== sha256) return null;
  if (exact !== undefined && plainWords(exact) !== plainWords(words)) return { status: 'broken', reason: 'contradiction' };
  const mended = mendedAt(text, anchor, [start, end], hashOf);
  const isWhole = anchor.paragraph === mended.paragraph && anchor.isHashWellFormed;
  return isWhole ? { status: 'in-place' } : { status: 'completed', by: sha256 === undefined ? 'words' : 'hash', mended };
}

function judged(text: SourceText, anchor: LooseAnchor, by: FoundBy, spans: readonly Span[], hashOf: HashOf): Finding {
  const { exact } = anchor;
  const contradicts = (words: string) => exact !== undefined && plainWords(exact) !== plainWords(words);
  if (spans.length === 0) {
    const isTorn = exact !== undefined && !hasOwnWords(anchor, hashOf);
    return { status: 'broken', reason: isTorn ? 'contradiction' : 'not-found' };
  }
  if (contradicts(text.text.slice(...spans[0]!))) return { status: 'broken', reason: 'contradiction' };
  const { fitting, isSure } = fittingContext(text, anchor, spans);
  if (isSure && fitting.length === 1) return { status: 'moved', by, mended: mendedAt(text, anchor, fitting[0]!, hashOf) };
  return { status: 'ambiguous', by, places: fitting.slice(0, MOST_PLACES).map((span) => mendedAt(text, anchor, span, hashOf)) };
}

/** So many places of an ambiguous anchor are listed. */
const MOST_PLACES = 10;

function mendedAt(text: SourceText, { exact }: LooseAnchor, [start, end]: Span, hashOf: HashOf): Mended {
  const words = text.text.slice(start, end);
  const mended = { paragraph: paragraphOf(text, start, end), start, end, sha256: hashOf(words) };
  return exact === undefined || exact === words ? mended : { ...mended, exact: words };
}

/** Whether an anchor carries a copy of its words that its hash, if it has one, is of. */
function hasOwnWords({ exact, sha256 }: LooseAnchor, hashOf: HashOf): boolean {
  return exact !== undefined && (sha256 === undefined || hashOf(exact) === sha256);
}

function lengthOf({ start, end }: LooseAnchor): number | undefined {
  return start === undefined || end === undefined ? undefined : end - start;
}

function hashedOf(anchor: LooseAnchor) {
  const length = lengthOf(anchor);
  return anchor.sha256 === undefined || length === undefined ? [] : [{ sha256: anchor.sha256, length, start: anchor.start }];
}

/** Every place of some words in a text, overlapping ones too; of an empty text none. */
function occurrences(text: string, words: string): Span[] {
  const spans: Span[] = [];
  if (words === '') return spans;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isSpan(text, at, words.length)) spans.push([at, at + words.length]);
  return spans;
}
