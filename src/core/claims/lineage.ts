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
