import { fieldsOf } from './fields-of';
import type { Field } from './fields';
import { levelsIn } from './levels';
import type { Mapping } from './mapping';
import type { TableHead } from './table';

/** The columns of which nothing comes into a claim; null where each is read. `rows`: the first. */
export function unreadIn(
  { table, columns }: Pick<Mapping, 'table' | 'columns'>,
  { headings, hashtags }: Pick<TableHead, 'headings' | 'hashtags'>,
  rows: readonly (readonly string[])[],
): string | null {
  const used = new Set<Field>(fieldsOf(table));
  const read = new Set([...levelsIn(headings, hashtags).values()]);
  for (const [field, from] of Object.entries(columns) as [Field, { column: string } | { always: string }][])
    if ('column' in from && used.has(field)) read.add(headings.indexOf(from.column));
  // columns that are empty say nothing that could be missed
  const isFilled = (i: number): boolean => headings[i] !== '' || rows.some((row) => (row[i] ?? '').trim() !== '');
  const unread = headings.flatMap((heading, i) =>
    read.has(i) || !isFilled(i) ? [] : [heading === '' ? `column ${i + 1}` : `“${heading}”`],
  );
  return unread.length === 0 ? null : `not read: ${unread.join(', ')}`;
}
