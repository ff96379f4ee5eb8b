import { unparse } from 'papaparse';
import { schemaNameOf } from '../core/claim-schema';
import type { Claim } from '../core/model';
import { guarded } from '../core/table/formula';
import { cellOf, claimMembers, formAt, nameOfColumn, reportMembers, tableColumns, type Column, type Form } from '../core/table/form';

/** Claims as a table that is read back as the same claims: one row a report; what is of the claim stands in its first row alone, but for the id. */

/** What the sheet of a workbook is called that is such a table. */
export const CLAIMS_SHEET = 'claims';

/** A value on its way into a cell. */
export interface Cell {
  readonly form: Form;
  readonly value: unknown;
}

/** Rows of `Cell` by column name. */
export type Row = ReadonlyMap<string, Cell>;

/** The rows of a claim, one a report. */
export function rowsOf(claim: Claim): Row[] {
  return claim.reports.map((report, i) => {
    const row = i === 0 ? claimCells(claim) : new Map<string, Cell>([['id', { form: 'text', value: claim.id }]]);
    addMembers(row, 'report', reportMembers, report);
    return row;
  });
}

/** What is of a claim and of none of its reports. */
export function claimCells(claim: Claim): Map<string, Cell> {
  const { id, geometry, reports: _reports, ...members } = claim;
  const row = new Map<string, Cell>([['id', { form: 'text', value: id }]]);
  if (geometry) row.set('geometry', { form: 'any', value: geometry });
  addMembers(row, 'claim', claimMembers[schemaNameOf(claim)!], members);
  return row;
}

function addMembers(row: Map<string, Cell>, of: Column['of'], known: Members, members: object): void {
  for (const [member, value] of Object.entries(members))
    if (known.get(member)?.inner) for (const [own, inner] of Object.entries(value as object)) add(row, of, known, [member, own], inner);
    else add(row, of, known, [member], value);
}

function add(row: Map<string, Cell>, of: Column['of'], known: Members, path: Column['path'], value: unknown): void {
  // a member of ours has a column of its own for each; one that is not is named anew each time
  const isKnown = path.length === 1 ? known.has(path[0]) : known.get(path[0])?.inner?.has(path[1]);
  const key = `${of} ${path.join('.')}`;
  let name = isKnown ? names.get(key) : undefined;
  if (name === undefined) {
    name = nameOfColumn({ of, path });
    if (isKnown) names.set(key, name);
  }
  row.set(name, { form: formAt(known, path), value });
}

type Members = typeof reportMembers;
const names = new Map<string, string>();

/** The columns that claims need: ours in their order, then others by name; and whether a column holds whole numbers alone. */
export function columnsFor(claims: Iterable<Claim>): { readonly name: string; readonly whole: boolean }[] {
  const used = new Map<string, boolean>(['id', 'kind', 'source', 'mode'].map((name) => [name, false]));
  for (const claim of claims)
    for (const row of rowsOf(claim))
      for (const [name, { form, value }] of row) {
        const whole = form === 'number' && (value === null || Number.isSafeInteger(value));
        used.set(name, whole && (used.get(name) ?? true));
      }
  const others = [...used.keys()].filter((name) => !tableColumns.has(name)).sort();
  return [...tableColumns.keys(), ...others].flatMap((name) => (used.has(name) ? [{ name, whole: used.get(name)! }] : []));
}

/** How many rows come in one piece. */
const PIECE = 1000;

/** A table as CSV (RFC 4180) in pieces, the header first. A text that a spreadsheet would run is `guarded`, and read back as it was. */
export function* tableAsCsv(claims: Iterable<Claim>): Generator<string> {
  const columns = columnsFor(claims).map(({ name }) => name);
  let rows = [columns.map(guarded)];
  for (const claim of claims)
    for (const row of rowsOf(claim)) {
      rows.push(columns.map((name) => cellTextOf(row.get(name))));
      if (rows.length < PIECE) continue;
      yield rowsAsCsv(rows);
      rows = [];
    }
  if (rows.length > 0) yield rowsAsCsv(rows);
}

/** Rows of finished cells as CSV (RFC 4180). */
export function rowsAsCsv(rows: readonly (readonly string[])[]): string {
  return `${unparse(rows as string[][], { newline: '\r\n' })}\r\n`;
}

/** A cell's text; empty where there is nothing. */
export function textOf(cell: Cell | undefined): string {
  return cell ? cellOf(cell.form, cell.value) : '';
}

/** A cell's text for a spreadsheet: numbers as they are, texts `guarded`. */
export function cellTextOf(cell: Cell | undefined): string {
  const text = textOf(cell);
  return typeof cell?.value === 'number' ? text : guarded(text);
}
