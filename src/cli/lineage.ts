import { parseArgs } from 'node:util';
import { lineageOf, threshold, type Compared } from '../core/lineage/copies';
import type { Issue } from '../core/issue';
import type { Source } from '../core/model';
import { comparedOf, readAnchored } from './anchored';
import { filesOf } from './dossier';
import { issuesText } from './issues-told';
import { lineageJson, lineageText, percent } from './lineage-told';
import { Misuse } from './misuse';
import { formatOf, oneDossier } from './options';
import { readTexts, type Unread } from './texts';

export const help = `claimline lineage [DOSSIER] --texts DIR [--format text|json]

Measures how much texts share, by runs of five words, and proposes which are copies of one another, with the passages that
both have. It declares nothing: write derivedFrom into sources.json where you agree. Two texts can share passages because
one was made from the other, because both were made from a third, or because both quote somebody at length.

A pair is proposed where it shares ${threshold.shared} runs or more and these are ${percent(threshold.containment)} of either text; a text too short for that, where it shares
${threshold.short.shared} and these are half of it. Independent articles of the first dossier share 6 at most, or 1.3 %; its copies 27 or more, or 5.7 %.
A translation shares no words with its original, and is not seen.

With a DOSSIER the pairs are held against what it declares: confirmed, declared but not seen in the texts, or proposed. Which
file is the text of which source is found as by claimline anchor. Without one all .txt files of DIR are compared.

  --texts DIR     the folder of the texts, UTF-8
  --format json   {"compared", "threshold", "pairs": [{"first", "second", "kinship", "firstInSecond", "secondInFirst", "shared",
                  "passages": [{"first": {"start", "end"}, "second": {…}, "words"}]}], "nearest", "unreadable"}

Exit code: 0 whatever is proposed, 1 the dossier's sources or a text cannot be read, 2 misuse.
`;

/** Lists on standard output which texts are copies, declared or not. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { texts: { type: 'string' }, format: { type: 'string' } },
  });
  const format = formatOf(values.format);
  if (positionals.length === 0) {
    const { files, unreadable } = readTexts(values.texts);
    const compared = files.map(({ name, text }): Compared => ({ name, source: null, text: text.text }));
    return tell(compared, new Map(), unreadable, format);
  }
  const folder = oneDossier(positionals);
  const issues: Issue[] = [];
  const read = await readAnchored(filesOf(folder), values.texts, issues);
  if (issues.length > 0) process.stderr.write(`${issuesText(folder, issues)}\n`);
  if (!read) return 1;
  return Math.max(tell(comparedOf(read), read.head.sources, read.texts.unreadable, format), issues.length > 0 ? 1 : 0);
}

function tell(
  texts: readonly Compared[],
  sources: ReadonlyMap<string, Source>,
  unreadable: readonly Unread[],
  format: 'text' | 'json',
): number {
  if (texts.length < 2) throw new Misuse(`There ${texts.length === 1 ? 'is one text' : 'is no text'} to compare, and it takes two.`);
  const lineage = lineageOf(texts, sources);
  for (const { name, why } of unreadable) process.stderr.write(`${name}: ${why}\n`);
  if (format === 'json')
    process.stdout.write(`${JSON.stringify({ ...lineageJson(lineage), unreadable: unreadable.map(({ name }) => name) }, null, 2)}\n`);
  else process.stdout.write(`${lineageText(lineage, texts).join('\n')}\n`);
  return unreadable.length > 0 ? 1 : 0;
}
