import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canBeMended, mended, mends } from '../core/anchors/mend';
import type { Survey, Surveyed } from '../core/anchors/survey';
import type { Issue } from '../core/issue';
import type { DossierFile } from '../formats/dossier-file';
import { anchorJson, anchorText } from './anchor-told';
import { anchorIssues, readAnchored, type Anchored } from './anchored';
import { filesOf } from './dossier';
import { issuesText } from './issues-told';
import { formatOf, oneDossier } from './options';
import { writeTogether } from './whole-file';

export const help = `claimline anchor DOSSIER --texts DIR [--write] [--format text|json]

Holds every anchor against the text that it points into: the words at its offsets must have its hash. An anchor whose
words stand in one other place has moved: --write sets its paragraph, its offsets and its hash. One whose words stand in
several places is ambiguous, and one whose words are gone is broken: both are listed, and nothing is guessed. An anchor
that carries its words (exact) and no hash or offsets gets them.

A file of DIR is a source's text where it is called ID.txt by the source's id, or as sources.json names it (text.file);
where it has the hash that stands there (text.sha256); or where all anchors of the source fit it and no other file.
Which of these it was is said.

A table that was brought in (CSV in any encoding, XLSX, KML, KMZ, JSON) is read as the import reads it, and its anchors are
held against its rows: a row that changed is broken. Anchors of files of areas cannot be checked, which is said.

  --texts DIR     the folder of the texts, UTF-8, and of the tables; they are no part of the dossier
  --write         mends the GeoJSON files and claims.csv, all or none, and changes nothing else in them; also the hash
                  of a text in sources.json, once all its anchors fit. Without it nothing is written.
  --format json   {"dossier", "texts": [{"source", "file", "by", "rivals", "anchors"}], "strays", "unreadable",
                  "anchors": [{"file", "at", "id", "source", "status", …}], "issues", "written"}

Exit code: 0 every anchor whose text is at hand fits, 1 some do not, or a file cannot be read, 2 misuse.
`;

/** Lists on standard output which anchors fit, and mends those that moved. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { texts: { type: 'string' }, write: { type: 'boolean' }, format: { type: 'string' } },
  });
  const format = formatOf(values.format);
  const folder = oneDossier(positionals);
  const issues: Issue[] = [];
  const read = await readAnchored(filesOf(folder), values.texts, issues);
  if (issues.length > 0) process.stderr.write(`${issuesText(folder, issues)}\n`);
  if (!read) return 1;
  const written = values.write ? await write(folder, read, values.texts, issues) : [];
  // what is told is what is there now
  const now = written.length > 0 ? (await readAnchored(filesOf(folder), values.texts, []))! : read;
  const faults = anchorIssues(now);
  if (format === 'json') process.stdout.write(`${JSON.stringify(anchorJson(folder, now, faults, written), null, 2)}\n`);
  else process.stdout.write(anchorText(folder, now, faults, written, read.survey));
  const isChecked = now.survey.anchors.length === 0 || now.survey.anchors.some(({ finding }) => finding);
  return faults.length > 0 || issues.length > 0 || now.texts.unreadable.length > 0 || !isChecked ? 1 : 0;
}

/** Mends the files, all or none; their names. Throws where the mended files would not say what they should. */
async function write(folder: string, { head, survey }: Anchored, texts: string | undefined, issues: readonly Issue[]): Promise<string[]> {
  const torn = issues.find(({ file, code }) => file.endsWith('.csv') && code === 'csv');
  const changes = mends(survey, head.sources);
  if (torn && changes.has(torn.file)) throw new Error(`${torn.file} is not read in full: mend its rows first. Nothing was written.`);
  const after = new Map<string, string>();
  for (const [file, members] of changes) {
    const bytes = readFileSync(join(folder, file));
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes)) throw new Error(`${file} holds bytes that are no UTF-8. Nothing was written.`);
    after.set(file, mended(file, text, members));
  }
  if (after.size === 0) return [];
  await prove(folder, after, texts, survey);
  writeTogether(new Map([...after].map(([file, text]) => [join(folder, file), text])));
  return [...after.keys()];
}

/** Reads the mended files as anybody will: what was to be mended must be in place then, and all else as it was. */
async function prove(folder: string, after: ReadonlyMap<string, string>, texts: string | undefined, before: Survey): Promise<void> {
  const files = filesOf(folder).map((file): DossierFile => {
    const text = after.get(file.name);
    return text === undefined ? file : { ...file, bytes: () => oneChunk(text) };
  });
  const now = await readAnchored(files, texts, []);
  const status = ({ file, finding }: Surveyed) => (finding && 'mended' in finding && canBeMended(file) ? 'in-place' : finding?.status);
  const wrong = before.anchors.find((anchor, i) => now?.survey.anchors[i]?.finding?.status !== status(anchor));
  if (!now || wrong || now.survey.anchors.length !== before.anchors.length)
    throw new Error(`The mended files would not read as they should${wrong ? ` at ${wrong.file} ${wrong.at}` : ''}. Nothing was written.`);
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
