import { arabicRank } from './arabic-headings';
import { shortened } from './cells';
import { fieldNames, fields, foldHeading, isHashtags, type Field } from './fields';
import { kindOfPeople } from './people';
import type { RowRead } from './table';

/** Which row of a table has its headings: titles, notes and merged cells may stand above them. */

/** So many rows are looked at. */
export const HEADER_WITHIN = 10;
/** A row that has headings of so many fields is one of headings. */
const LEAST_FIELDS = 2;

const fieldOf = new Map<string, Field>(fieldNames.flatMap((field) => fields[field].map((word) => [word, field] as const)));

/** The index of the first row, among the first, that has headings we know, or hashtags below it; null where none has. */
export function headerAt(rows: readonly (readonly string[])[]): number | null {
  const at = rows
    .slice(0, HEADER_WITHIN)
    .findIndex((cells, i) => !isHashtags(cells) && (isHashtags(rows[i + 1] ?? []) || fieldsKnown(cells) >= LEAST_FIELDS));
  return at < 0 ? null : at;
}

function fieldsKnown(cells: readonly string[]): number {
  const found = cells.map(
    (cell) =>
      fieldOf.get(foldHeading(cell)) ??
      fieldNames.find((field) => arabicRank(field, cell) >= 0) ??
      (kindOfPeople(cell) === null ? undefined : 'people'),
  );
  return new Set(found.filter((field) => field !== undefined)).size;
}

/** What is told of the rows above the headings; nothing where they are empty. */
export function toldOfAbove(rows: readonly Pick<RowRead, 'number' | 'cells'>[]): string[] {
  const texts = rows.flatMap(({ number, cells }) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' | ');
    return text === '' ? [] : [`row ${number}, “${shortened(text)}”`];
  });
  return texts.length === 0 ? [] : [`left out, for they stand above the headings: ${texts.join('; ')}`];
}
