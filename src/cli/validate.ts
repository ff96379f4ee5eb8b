import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Issue } from '../core/issue';
import { issueText, packagedDossiers, packagedGazetteer, readDossier } from './dossier';
import { Misuse } from './misuse';
import { formatOf } from './options';

export const help = `claimline validate [DOSSIER…] [--format text|json]

Checks dossiers (folders; without any, those in the package) and lists every issue
with its file, its place in the file, what was found, what was expected and how to mend it.

  --format json   {"dossiers": [{"dossier", "claims", "issues": [{"file", "at", "id", "code", "found", "expected", "mend"}]}]}

Exit code: 0 no issues, 1 issues, 2 misuse.
`;

/** Lists the issues of dossiers on standard output. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { format: { type: 'string' } } });
  const format = formatOf(values.format);
  const gazetteer = packagedGazetteer();
  const folders = positionals.length > 0 ? positionals : packagedDossiers().map((folder) => relative(process.cwd(), folder) || folder);
  if (folders.length === 0) throw new Misuse('The package holds no dossier; name a folder.');
  const dossiers = [];
  for (const folder of folders) {
    const { dossier, issues } = await readDossier(folder, gazetteer);
    dossiers.push({ dossier: folder, claims: dossier?.claims.size ?? null, issues });
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ dossiers }, null, 2)}\n`);
  else for (const each of dossiers) process.stdout.write(text(each));
  return dossiers.some((each) => each.issues.length > 0) ? 1 : 0;
}

function text({ dossier, claims, issues }: { dossier: string; claims: number | null; issues: readonly Issue[] }): string {
  const count = issues.length === 0 ? 'no issues' : issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  return (
    [
      ...issues.map((issue) => issueText(dossier, issue)),
      `${dossier}: ${claims === null ? 'not readable' : `${claims} claims`}, ${count}`,
    ].join('\n') + '\n'
  );
}
