import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { doubtsOf } from '../core/doubt';
import { gazetteerOf } from '../core/gazetteer/gazetteer';
import { readBasemap } from '../style/read-basemap';
import { readPackaged, soundDossier } from './dossier';
import { formatOf, oneDossier } from './options';
import { packageRoot } from './package-root';

export const help = `claimline doubt DOSSIER [--format text|json]

Points, with reasons, at claims that clash with geography or with their own source: a town reported taken before the towns on
the road to it, a date after the source's own publication, a cumulative figure that falls, a town that shares its name with another.
Each is something to look at again, and may well be right. Nothing is edited.

  --format json   {"doubts": [{"code", "claims", "why"}]}

Exit code: 0 fine, whatever is doubtful; 1 the dossier has issues, 2 misuse.
`;

/** Lists what is doubtful in a dossier. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { format: { type: 'string' } } });
  const format = formatOf(values.format);
  const dossier = await soundDossier(oneDossier(positionals));
  if (!dossier) return 1;
  const { parts } = readBasemap(readFileSync(join(packageRoot, 'geo/base/levant.topo.json'), 'utf8'), null, '');
  const doubts = doubtsOf(dossier, parts.roads.features, gazetteerOf(readPackaged('levant.geojson').places));
  if (format === 'json') process.stdout.write(`${JSON.stringify({ doubts }, null, 2)}\n`);
  else
    process.stdout.write(
      doubts.length === 0
        ? 'Nothing is doubtful.\n'
        : doubts.map(({ code, claims, why }) => `${code}: ${claims.join(', ')}\n  ${why}\n`).join(''),
    );
  return 0;
}
