import { plain } from './cells';
import { foldHeading } from './fields';

/** The administrative levels that a row names, with their P-codes: kept with its claim as they are, since no gazetteer here has districts. */

/** Where the cells of a level stand, by the claim's member: `adm2_name`, `adm2_pcode`, and `place_pcode` of the place itself. */
export function levelsIn(headings: readonly string[], hashtags: readonly string[] | null): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  headings.forEach((heading, i) => {
    const name = levelOf(foldHeading(hashtags?.[i] ?? '')) ?? levelOf(foldHeading(heading));
    if (name !== null && !found.has(name)) found.set(name, i);
  });
  return found;
}

function levelOf(folded: string): string | null {
  const [, level, what] = /^adm(?:in)?([1-5])(pcode|code|name|nameen|en)?$/.exec(folded) ?? /^#adm([1-5])(?:\+(code))?$/.exec(folded) ?? [];
  if (level !== undefined) return `adm${level}_${/code/.test(what ?? '') ? 'pcode' : 'name'}`;
  return /^(placepcode|locationpcode|communitypcode|pcode|#loc\+code)$/.test(folded) ? 'place_pcode' : null;
}

/** The members that a row gives its claim. */
export function levelMembers(levels: ReadonlyMap<string, number>, cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...levels].flatMap(([name, at]) => {
      const text = plain(cells[at] ?? '');
      return text === '' ? [] : [[name, text]];
    }),
  );
}
