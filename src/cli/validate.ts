import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Issue } from '../core/issue';
import { lineageOf } from '../core/lineage/copies';
import { anchorIssues, comparedOf, readAnchored } from './anchored';
import { filesOf, packagedDossiers, packagedGazetteer, readDossier } from './dossier';
import { issuesText, placed } from './issues-told';
import { lineageJson, pairText } from './lineage-told';
import { Misuse } from './misuse';
import { formatOf } from './options';

export const help = `claimline validate [DOSSIER…] [--texts DIR] [--format text|json]

Checks dossiers (folders; without any, those in the package) and lists every issue
with its file and line, its place in the file, what was found, what was expected and how to mend it. More than twenty are
grouped by the rule that was broken; geo/README.md says what each rule is about.

  --texts DIR     also holds the anchors against the sources' texts in DIR, as claimline anchor does, and proposes copies
                  that are not declared, as claimline lineage does; a proposal is no issue
  --format json   {"dossiers": [{"dossier", "claims", "issues": [{"file", "line", "column", "at", "id", "code", "found",
                  "expected", "mend"}]}]}, all of them; line and column count from 1, and are null where there is none;
                  with --texts each also has "anchors": {"checked", "unchecked"}, "unreadable" texts, and "proposals"

Exit code: 0 no issues, 1 issues, 2 misuse.
`;

interface Validated {
  readonly dossier: string;
  /** Null where the dossier is not readable. */
  readonly claims: number | null;
  readonly issues: readonly Issue[];
}

/** Lists the issues of dossiers on standard output. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { texts: { type: 'string' }, format: { type: 'string' } },
  });
  const format = formatOf(values.format);
  const gazetteer = packagedGazetteer();
  const folders = positionals.length > 0 ? positionals : packagedDossiers().map((folder) => relative(process.cwd(), folder) || folder);
  if (folders.length === 0) throw new Misuse('The package holds no dossier; name a folder.');
  const dossiers = [];
  for (const folder of folders) {
    const { dossier, issues } = await readDossier(folder, gazetteer);
    const against = values.texts === undefined ? null : await againstTexts(folder, values.texts);
    dossiers.push({
      of: { dossier: folder, claims: dossier?.claims.size ?? null, issues: [...issues, ...(against?.issues ?? [])] },
      against,
    });
  }
  if (format === 'json')
    process.stdout.write(
      `${JSON.stringify({ dossiers: dossiers.map(({ of, against }) => ({ ...of, issues: placed(of.dossier, of.issues), ...against?.json })) }, null, 2)}\n`,
    );
  else for (const { of, against } of dossiers) process.stdout.write(text(of, against?.lines ?? []));
  return dossiers.some(({ of, against }) => of.issues.length > 0 || against?.isUnreadable) ? 1 : 0;
}

/** What the sources' texts say to a dossier; null where its sources cannot be read, which is among its issues. */
async function againstTexts(folder: string, texts: string) {
  const read = await readAnchored(filesOf(folder), texts, []);
  if (!read) return null;
  const compared = comparedOf(read);
  const lineage = lineageOf(compared, read.head.sources);
  const proposals = lineage.pairs.filter(({ kinship }) => kinship === 'proposed');
  const byName = new Map(compared.map((each) => [each.name, each]));
  const { anchors } = read.survey;
  const unchecked = anchors.filter(({ finding }) => !finding).length;
  const { unreadable, derived } = read.texts;
  return {
    issues: anchorIssues(read),
    isUnreadable: unreadable.length > 0,
    lines: [
      ...proposals.flatMap((pair) => pairText(pair, byName)),
      ...[...unreadable, ...derived].map(({ name, why }) => `${name}: ${why}`),
      `${folder}: ${anchors.length - unchecked} anchors held against ${compared.length} texts${unchecked > 0 ? `, ${unchecked} not checked${derived.length > 0 ? '' : ', for want of a text'}` : ''}`,
    ],
    json: {
      anchors: { checked: anchors.length - unchecked, unchecked },
      unreadable: unreadable.map(({ name }) => name),
      proposals: lineageJson({ ...lineage, pairs: proposals }).pairs,
    },
  };
}

function text({ dossier, claims, issues }: Validated, more: readonly string[]): string {
  const count = issues.length === 0 ? 'no issues' : issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  return (
    [
      ...(issues.length > 0 ? [issuesText(dossier, issues)] : []),
      ...more,
      `${dossier}: ${claims === null ? 'not readable' : `${claims} claims`}, ${count}`,
    ].join('\n') + '\n'
  );
}
