import type { Source } from '../model';

/** Which text was made from which. */

/** The source's own id and those of every text it was derived from, nearest first. A cycle ends the list. */
function ancestry(source: string, sources: ReadonlyMap<string, Source>): string[] {
  const line = [source];
  for (let from = sources.get(source)?.derivedFrom; from && !line.includes(from); from = sources.get(from)?.derivedFrom) line.push(from);
  return line;
}

/** The text at the root of a source's line of descent: the source itself where it was derived from none. */
export function rootOf(source: string, sources: ReadonlyMap<string, Source>): string {
  return ancestry(source, sources).at(-1)!;
}

/** How much two texts share, by runs of five words: the share of each text's runs that stand in the other, 0 to 1. */
export interface Overlap {
  readonly firstInSecond: number;
  readonly secondInFirst: number;
  /** Number of distinct runs that both have. */
  readonly shared: number;
}

const RUN_WORDS = 5;

/** Every run of five words in a text, case and punctuation folded away. */
export function shingles(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN_WORDS <= words.length; i++) runs.add(words.slice(i, i + RUN_WORDS).join(' '));
  return runs;
}

/** Measures overlap by containment of five-word shingles (Broder 1997); a text of fewer than five words shares nothing. */
export function overlap(first: string, second: string): Overlap {
  const [a, b] = [shingles(first), shingles(second)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return { firstInSecond: a.size ? shared / a.size : 0, secondInFirst: b.size ? shared / b.size : 0, shared };
}
