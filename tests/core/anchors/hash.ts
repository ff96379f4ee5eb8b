import { createHash } from 'node:crypto';
import { looseAnchor, type LooseAnchor } from '../../../src/core/anchors/loose-anchor';
import { paragraphOf, sourceText } from '../../../src/core/anchors/source-text';

/** SHA-256 of a text in UTF-8. */
export const hashOf = (words: string): string => createHash('sha256').update(words, 'utf8').digest('hex');

/** The anchor of words that stand in a text once, with more members, or others. */
export function anchorOf(raw: string, words: string, more: object = {}): LooseAnchor {
  const text = sourceText(raw);
  const start = text.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the text.`);
  const end = start + words.length;
  return looseAnchor({ paragraph: paragraphOf(text, start, end), start, end, sha256: hashOf(words), ...more });
}
