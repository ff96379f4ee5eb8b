import { unparse } from 'papaparse';
import { isHashtags } from '../../core/import/fields';
import { headerAt, toldOfAbove } from '../../core/import/header-row';
import { NoTable, type RowRead, type TableReading } from '../../core/import/table';

/** A table that is in memory, of a format whose file is no text: its rows stand where they would in the same table as CSV. */

const PIECE = 1000;

/**
 * The first row of cells that are not all empty has the headings, or of a sheet that a person made the first of headings that are known. Throws NoTable where
 * there is none. `faults`: why a row below the first is none, where whoever made the cells knows.
 */
export function tableOfCells(
  cells: readonly (readonly string[])[],
  reasons: readonly string[],
  faults: readonly (string | null)[] = [],
  isSheet = false,
): TableReading {
  let offset = 0;
  const all = cells.map((row, i): RowRead => {
    const text = unparse([[...row]]);
    const start = offset;
    offset += text.length + 2;
    const fault = faults[i - 1];
    return { number: i + 1, cells: row, text, start, end: start + text.length, ...(fault && { fault }) };
  });
  const filled = all.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const at = (isSheet ? headerAt(filled.map((row) => row.cells)) : null) ?? 0;
  const [heading, second] = filled.slice(at);
  if (!heading) throw new NoTable('it has no rows');
  const hashtags = second && isHashtags(second.cells) ? second.cells : null;
  const below = filled.slice(at + (hashtags ? 2 : 1));
  async function* rows(): AsyncGenerator<readonly RowRead[]> {
    for (let at = 0; at < below.length; at += PIECE) yield below.slice(at, at + PIECE);
  }
  const told = [...reasons, ...toldOfAbove(filled.slice(0, at))];
  return { head: { headings: heading.cells.map((cell) => cell.trim()), hashtags, reasons: told }, rows: rows() };
}

/** Objects as a table, whose headings are their members in the order of their coming. */
export function cellsOfObjects(objects: readonly Readonly<Record<string, unknown>>[]): string[][] {
  const headings = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return [headings, ...objects.map((each) => headings.map((name) => (Object.hasOwn(each, name) ? cellOf(each[name]) : '')))];
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(named).map(cellOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** Of an object in a list, such as a source, what it is known by. */
function named(value: unknown): unknown {
  const object = Object(value) as Readonly<Record<string, unknown>>;
  return (
    ['name', 'title', 'path', 'url', 'link', 'id'].map((name) => object[name]).find((each) => typeof each === 'string' && each !== '') ??
    value
  );
}
