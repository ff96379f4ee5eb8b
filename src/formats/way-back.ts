import { unparse } from 'papaparse';
import type { Feature, Geometry } from 'geojson';
import readExcelFile from 'read-excel-file/universal';
import { schemaNameOf } from '../core/claim-schema';
import type { Claim } from '../core/model';
import { guarded } from '../core/table/formula';
import { claimOf } from './flat-claims';
import { CLAIMS_SHEET, tableAsCsv } from './table';

/** Exported claims as a table again, which a dossier can be kept in. Nothing is checked here: whoever reads the table checks it. */

/** A workbook's sheet of claims as CSV; its first sheet where none is called so. Throws where the bytes are no workbook. */
export async function tableOfWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sheets = await readExcelFile(new Blob([bytes]), { trim: false });
  const rows = (sheets.find(({ sheet }) => sheet === CLAIMS_SHEET) ?? sheets[0])?.data ?? [];
  const width = rows[0]?.length ?? 0;
  const cells = rows.map((row) => Array.from({ length: width }, (_, i) => textOf(row[i])));
  return `${unparse(cells, { newline: '\r\n', skipEmptyLines: 'greedy' })}\r\n`;
}

/** A cell as CSV has it: what somebody's Excel made a date of as an ISO day or time. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.\d{3}Z$/, 'Z');
  // what was guarded on the way out still is, unless somebody wrote it since
  return typeof cell === 'string' && !cell.startsWith("'") ? guarded(cell) : String(cell as string | number | boolean);
}

/** A collection of flat features as CSV. Throws RangeError, naming the feature, where one is no claim. */
export function tableOfGeojson(collection: unknown): Iterable<string> {
  const { features } = Object(collection) as { features?: unknown };
  if (!Array.isArray(features)) throw new RangeError('it is no GeoJSON collection of features');
  return tableAsCsv(features.map(claimIn));
}

function claimIn(feature: unknown, index: number): Claim {
  const claim = claimOf(Object(feature) as Feature<Geometry | null>);
  const { id, reports } = claim as unknown as Record<string, unknown>;
  if (typeof id !== 'string' || schemaNameOf(claim) === null || !Array.isArray(reports) || !reports.every(isObject))
    throw new RangeError(`feature ${index + 1} is no claim: it lacks an id, a kind, or reports as JSON text`);
  return claim;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
