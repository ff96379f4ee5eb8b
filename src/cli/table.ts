import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Claims } from '../core/claims/claims';
import { tableAsParquet } from '../formats/parquet-out';
import { tableAsCsv } from '../formats/table';
import { tableOfGeojson, tableOfWorkbook } from '../formats/way-back';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { oneDossier } from './options';
import { writeWhole } from './whole-file';

export const help = `claimline table DOSSIER --out FILE.csv|FILE.parquet
claimline table FILE.xlsx|FILE.geojson --out FILE.csv

The claims of a dossier as one table, a row a report. Called claims.csv or claims.parquet and put beside
dossier.json and sources.json, in place of the GeoJSON files of claims, it is the same dossier.

Of a workbook or a GeoJSON file that claimline export wrote, as it is now, it makes the table again, unchecked:
put it into the dossier, and claimline validate says what is wrong with it.

  --out FILE   written whole or not at all

Exit code: 0 fine, 1 the dossier has issues (listed on standard error), 2 misuse.
`;

/** Writes the table of a dossier. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { out: { type: 'string' } } });
  const folder = oneDossier(positionals);
  const { out, write } = outOption(values.out);
  if (isExport(folder)) {
    if (!/\.csv$/i.test(out)) throw new Misuse(`--out ${out} does not end in .csv, which is all that a file becomes.`);
    writeWhole(out, await tableOf(folder));
    process.stderr.write(`${out}: the claims of ${folder}, unchecked\n`);
    return 0;
  }
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  writeWhole(out, write(dossier.claims));
  const { firstReport } = dossier.claims.columns;
  process.stderr.write(`${out}: ${dossier.claims.size} claims, ${firstReport[firstReport.length - 1]} reports\n`);
  return 0;
}

function isExport(path: string): boolean {
  return /\.(xlsx|geojson)$/i.test(path) && existsSync(path) && statSync(path).isFile();
}

async function tableOf(file: string): Promise<Pieces> {
  try {
    if (/\.xlsx$/i.test(file)) return [await tableOfWorkbook(new Uint8Array(readFileSync(file)))];
    return tableOfGeojson(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

type Pieces = Iterable<string | Uint8Array>;

function outOption(out: string | undefined): { out: string; write: (claims: Claims) => Pieces } {
  if (out === undefined) throw new Misuse('--out is missing: a file, such as claims.csv.');
  const write = /\.csv$/i.test(out) ? tableAsCsv : /\.parquet$/i.test(out) ? (claims: Claims) => [tableAsParquet(claims)] : null;
  if (!write) throw new Misuse(`--out ${out} ends in neither .csv nor .parquet.`);
  if (!existsSync(dirname(resolve(out)))) throw new Misuse(`There is no folder ${dirname(out)} to write into.`);
  return { out, write };
}
