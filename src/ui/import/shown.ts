import type { Brought } from '../../formats/import/bring-in';
import type { Plan } from '../../formats/import/plan';
import type { Shown } from './import-messages';
import type { MemoryFile } from './memory-file';

/** What an import came to, as the page shows it. */

/** How many values of a column are shown. */
const EXAMPLES = 3;

export function shownOf({ head: { headings }, mapping, sample }: Plan, { outcome, files }: Brought<MemoryFile>, isOfAreas: boolean): Shown {
  return {
    isOfAreas,
    headings,
    mapping,
    examples: headings.map((_, i) =>
      sample
        .map((cells) => (cells[i] ?? '').trim())
        .filter((cell) => cell !== '')
        .slice(0, EXAMPLES),
    ),
    outcome,
    files: new Map(Array.from(files, ([name, content]) => [name, typeof content === 'string' ? new Blob([content]) : content.content])),
    objection: null,
  };
}
