import writeExcelFile, { type CellObject } from 'write-excel-file/universal';
import { guarded } from '../core/table/formula';
import type { Claim, Dossier, Place } from '../core/model';
import { CLAIMS_SHEET, columnsFor, rowsOf, textOf, type Cell } from './table';

/** A dossier as an Excel workbook: the table of claims, and a sheet each of what it names. Texts are cells of text, so that nothing in them is ever run. */

/** What Excel holds at most. */
export const LONGEST_CELL = 32_767;
export const MOST_ROWS = 1_048_576;

type Value = string | number | boolean | null;
type Sheet = readonly (readonly Value[])[];

/** Some text that no cell can hold whole, by the row and column of its sheet. */
export interface LongText {
  readonly sheet: string;
  /** The first cell of its row: an id. */
  readonly id: string;
  readonly column: string;
  /** In UTF-16 units. */
  readonly length: number;
}

/** The sheets by name, a header first; a text that Excel would run, in a copy of it as CSV too, is `guarded`. */
function sheetsOf(dossier: Dossier, claims: readonly Claim[]): Record<string, Sheet> {
  const columns = columnsFor(claims).map(({ name }) => name);
  return {
    [CLAIMS_SHEET]: [columns, ...claims.flatMap((claim) => rowsOf(claim).map((row) => columns.map((name) => valueOf(row.get(name)))))],
    sources: tableOf([...dossier.sources.values()]),
    places: tableOf([...dossier.places.values()].map(placeRow)),
    parties: tableOf([...dossier.parties.values()]),
    speakers: tableOf([...dossier.speakers.values()]),
    about: tableOf([aboutOf(dossier)]),
  };
}

function valueOf(cell: Cell | undefined): Value {
  if (typeof cell?.value === 'number' || typeof cell?.value === 'boolean') return cell.value;
  return textOf(cell) || null;
}

function placeRow({
  id,
  title,
  titleAr,
  spellings,
  kind,
  point,
  precisionM,
  pcode,
  geonames,
  population,
  sensitive,
  countries,
}: Place): object {
  const [longitude = null, latitude = null] = point ?? [];
  return {
    id,
    title,
    titleAr,
    spellings: spellings.join('; '),
    kind,
    countries: countries.join('; '),
    longitude,
    latitude,
    precisionM,
    pcode,
    // which would lead to where it is
    geonames: sensitive ? null : geonames,
    population,
    coarsened: sensitive,
  };
}

function aboutOf({ id, title, standfirst, timeZone, credits, disclaimer, license }: Dossier): object {
  return { id, title, standfirst, timeZone, credits, disclaimer, license };
}

/** Rows of any objects: their members as columns, texts by language as `title.en`, all else that is no text, number or flag as JSON. */
function tableOf(objects: readonly object[]): Sheet {
  const rows = objects.map((object) => new Map(Object.entries(object).flatMap(([name, value]) => entriesOf(name, value as unknown))));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((name) => row.get(name) ?? null))];
}

function entriesOf(name: string, value: unknown): [string, Value][] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
  if (Array.isArray(value)) return [[name, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([own, inner]) => entriesOf(`${name}.${own}`, inner as unknown));
}

/** The texts that are cut because no cell holds them. */
export function longTexts(dossier: Dossier, claims: readonly Claim[]): LongText[] {
  return Object.entries(sheetsOf(dossier, claims)).flatMap(([sheet, [header, ...rows]]) =>
    rows.flatMap((row) =>
      row.flatMap((value, i) =>
        typeof value === 'string' && guarded(value).length > LONGEST_CELL
          ? [{ sheet, id: String(row[0]), column: String(header![i]), length: value.length }]
          : [],
      ),
    ),
  );
}

/** The workbook's bytes. A text longer than a cell holds is cut, and says so at its end. Throws RangeError where a sheet has too few rows for the claims. */
export async function dossierAsXlsx(dossier: Dossier, claims: readonly Claim[]): Promise<Uint8Array> {
  const sheets = Object.entries(sheetsOf(dossier, claims)).map(([sheet, rows]) => {
    if (rows.length > MOST_ROWS)
      throw new RangeError(`a sheet holds ${MOST_ROWS} rows, and ${sheet} has ${rows.length}: write CSV or Parquet`);
    return { sheet, stickyRowsCount: 1, columns: widthsOf(rows), data: rows.map((row, i) => row.map((value) => cellOf(value, i === 0))) };
  });
  return new Uint8Array(await (await writeExcelFile(sheets).toBlob()).arrayBuffer());
}

/** Columns as wide as what stands in their first rows, in characters, within bounds. */
function widthsOf(rows: Sheet): { width: number }[] {
  return rows[0]!.map((_, i) => ({ width: Math.min(60, Math.max(8, ...rows.slice(0, 50).map((row) => String(row[i] ?? '').length + 2))) }));
}

function cellOf(value: Value, heading: boolean): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  if (typeof value === 'boolean') return { type: Boolean, value };
  // the format of a text, or Excel makes a date or a number of it as soon as it is edited
  return { type: String, value: cellText(cut(value)), format: '@', ...(heading && { fontWeight: 'bold' as const }) };
}

function cut(text: string): string {
  if (guarded(text).length <= LONGEST_CELL) return text;
  const mark = ` [… cut: ${text.length} characters]`;
  return text.slice(0, LONGEST_CELL - 1 - mark.length) + mark;
}

/** Characters that XML or the writer would lose, and what reads like the escape of one. */
const unsafe = new RegExp(
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\uFDD0-\\uFDEF\\uFFFD-\\uFFFF]|[\\uD800-\\uDBFF][\\uDFFE\\uDFFF]' +
    '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)',
  'g',
);

/** A text as Excel's own escapes have it (ECMA-376, ST_Xstring: `_x000D_`), by which every text comes back. */
function cellText(text: string): string {
  const escaped = guarded(text).replace(unsafe, (found) =>
    [...Array(found.length).keys()].map((i) => escapeOf(found.charCodeAt(i))).join(''),
  );
  // the writer looks texts up in an object, which knows some names of its own
  return escaped in {} ? escapeOf(escaped.charCodeAt(0)) + escaped.slice(1) : escaped;
}

function escapeOf(code: number): string {
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
