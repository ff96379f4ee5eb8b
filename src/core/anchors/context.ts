import type { LooseAnchor } from './loose-anchor';
import { plainOf } from './plain';
import { paragraphOf, type SourceText } from './source-text';

type Span = readonly [start: number, end: number];

/**
 * Of the places where an anchor's words stand, those that most of what it says of its surroundings fits: `prefix` and `suffix`, and the paragraph where it has no
 * offsets. `isSure` is false where it says something and nothing of it fits.
 */
export function fittingContext(
  text: SourceText,
  anchor: LooseAnchor,
  spans: readonly Span[],
): { readonly fitting: readonly Span[]; readonly isSure: boolean } {
  const { prefix, suffix } = anchor;
  const isStated = Boolean(prefix?.trim() || suffix?.trim());
  const fits = spans.map(([start, end]) => Number(isBefore(text.text, start, prefix)) + Number(isBehind(text.text, end, suffix)));
  const most = Math.max(...fits);
  const fitting = spans.filter((_, i) => fits[i] === most);
  if (isStated && most === 0) return { fitting, isSure: false };
  if (fitting.length === 1 || anchor.start !== undefined || anchor.paragraph === undefined) return { fitting, isSure: true };
  const inParagraph = fitting.filter((span) => paragraphOf(text, ...span) === anchor.paragraph);
  return { fitting: inParagraph.length > 0 ? inParagraph : fitting, isSure: true };
}

/** Quotation marks and white space can make a context longer than its plain form by this factor. */
const SLACK = 4;

function isBefore(text: string, start: number, prefix: string | undefined): boolean {
  if (!prefix?.trim()) return false;
  const before = plainOf(text.slice(Math.max(0, start - SLACK * prefix.length), start)).text.trimEnd();
  return before.endsWith(plainOf(prefix).text.trim());
}

function isBehind(text: string, end: number, suffix: string | undefined): boolean {
  if (!suffix?.trim()) return false;
  const behind = plainOf(text.slice(end, end + SLACK * suffix.length)).text.trimStart();
  return behind.startsWith(plainOf(suffix).text.trim());
}
