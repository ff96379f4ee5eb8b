import { edited, type Edit, type Members } from '../json/set-members';
import { dialectOf } from './csv-reader';
import { cellOf, columnOf, formAt, reportMembers } from './form';

/** A row of a CSV text: where each of its cells stands, quotation marks included. */
interface Row {
  readonly cells: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Sets cells of a CSV table by row, as messages name it (`row 12`), and by the name of its column, and leaves everything else as it is. A column that is not there
 * is put behind the last one. Throws where there is no such row.
 */
export function setCells(text: string, changes: ReadonlyMap<string, Members>): string {
  const body = text.startsWith('\uFEFF') ? 1 : 0;
  const { delimiter, newline } = dialectOf(text.slice(body));
  const rows = rowsOf(text, body, delimiter, newline);
  const header = rows[0]!.cells.map(({ start, end }) => unquoted(text.slice(start, end)).trim());
  const wanted = [...new Set([...changes.values()].flatMap((members) => Object.keys(members)))];
  const added = wanted.filter((name) => !header.includes(name));
  const quote = (cell: string) => (cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const edits: Edit[] = [];
  const left = new Set(changes.keys());
  rows.forEach(({ cells }, i) => {
    const at = `row ${i + 1}`;
    const members = changes.get(at);
    left.delete(at);
    const value = (name: string) => (members && Object.hasOwn(members, name) ? cellOf(formOf(name), members[name]) : '');
    for (const name of Object.keys(members ?? {})) {
      const cell = cells[header.indexOf(name)];
      if (cell && unquoted(text.slice(cell.start, cell.end)) !== value(name)) edits.push({ ...cell, text: quote(value(name)) });
    }
    const { end } = cells.at(-1)!;
    // an empty line is no row
    const isEmpty = cells.length === 1 && cells[0]!.start === end;
    if (added.length > 0 && !isEmpty)
      edits.push({ start: end, end, text: added.map((name) => delimiter + (i === 0 ? name : quote(value(name)))).join('') });
  });
  if (left.size > 0) throw new Error(`There is no ${[...left].join(', ')}.`);
  return edited(text, edits);
}

function formOf(name: string) {
  return formAt(reportMembers, columnOf(name).path);
}

function rowsOf(text: string, from: number, delimiter: string, newline: string): Row[] {
  const rows: Row[] = [];
  for (let at = from; at < text.length;) {
    const cells = [];
    for (;;) {
      const start = at;
      if (text[at] === '"') at = afterQuotes(text, at);
      while (at < text.length && !text.startsWith(delimiter, at) && !text.startsWith(newline, at)) at++;
      cells.push({ start, end: at });
      if (!text.startsWith(delimiter, at)) break;
      at += delimiter.length;
    }
    at += newline.length;
    rows.push({ cells });
  }
  return rows;
}

function afterQuotes(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
  return at + 1;
}

function unquoted(cell: string): string {
  const quoted = /^"([^]*)"\s*$/.exec(cell);
  return quoted ? quoted[1]!.replaceAll('""', '"') : cell;
}
