import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wayOutOf, waysOut, written, type WayOutName } from '../formats/ways-out';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { oneDossier } from './options';
import { writeWhole } from './whole-file';

const names = Object.keys(waysOut) as WayOutName[];

export const help = `claimline export DOSSIER --out FILE [--format NAME]

All claims of a dossier, not weighed, withdrawn ones too, each report with its source, in a format of others.
What the format cannot hold is told on standard error.

  --out FILE       written whole or not at all; the end of its name chooses the format
  --format NAME    or its name does:

${names.map((name) => `    ${name.padEnd(13)}${waysOut[name].ending.padEnd(21)}${waysOut[name].what}`).join('\n')}

Places marked sensitive leave coarsened. In CSV, HXL and XLSX a text that a spreadsheet would run as a formula begins
with an apostrophe more, which is taken off when the file is read as a table of claims.

Exit code: 0 fine, 1 the dossier has issues (listed on standard error), 2 misuse.
`;

/** Writes all claims of a dossier in one format. */
export async function run(argv: string[]): Promise<number> {
  const options = { out: { type: 'string' }, format: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const folder = oneDossier(positionals);
  const { out, format } = outOptions(values.out, values.format);
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  const { pieces, lost } = await written(dossier, format);
  writeWhole(out, pieces);
  process.stderr.write(`${out}: ${dossier.claims.size} claims as ${format}\n`);
  for (const what of lost) process.stderr.write(`not held by ${format}: ${what}\n`);
  return 0;
}

function outOptions(out: string | undefined, format: string | undefined): { out: string; format: WayOutName } {
  if (out === undefined) throw new Misuse('--out is missing: a file, such as claims.geojson.');
  const asked = format === undefined ? wayOutOf(out) : names.find((name) => name === format);
  if (asked === undefined) throw new Misuse(`--format ${format} is none of ${names.join(', ')}.`);
  if (asked === null)
    throw new Misuse(`--out ${out} ends in none of ${names.map((name) => waysOut[name].ending).join(', ')}: say which with --format.`);
  if (!existsSync(dirname(resolve(out)))) throw new Misuse(`There is no folder ${dirname(out)} to write into.`);
  return { out, format: asked };
}
