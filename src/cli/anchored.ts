import { hash } from 'node:crypto';
import { anchorIssue, textIssue } from '../core/anchors/issues';
import type { PlacedAnchor } from '../core/anchors/loose-anchor';
import { surveyAnchors, type Survey } from '../core/anchors/survey';
import { checkHead, type DossierHead } from '../core/check/head';
import { pointer, type Issue } from '../core/issue';
import type { Compared } from '../core/lineage/copies';
import { textOf, type DossierFile } from '../formats/dossier-file';
import { readAnchors } from '../formats/read-anchors';
import { withTables } from './table-texts';
import { readTexts, type Texts } from './texts';

/** A dossier's anchors held against the texts of a folder; for `anchor`, `lineage` and `validate`. */

/** SHA-256 of a text in UTF-8. */
export const hashOf = (words: string): string => hash('sha256', words);

export interface Anchored {
  readonly head: DossierHead;
  readonly texts: Texts;
  readonly survey: Survey;
}

/** Reads a dossier's sources and anchors, and the texts; null, with issues, where its sources cannot be read. */
export async function readAnchored(files: readonly DossierFile[], folder: string | undefined, issues: Issue[]): Promise<Anchored | null> {
  const heads = new Map<string, string>();
  for (const file of files) if (/^(dossier|sources)\.json$/.test(file.name)) heads.set(file.name, await textOf(file));
  const head = checkHead(heads, issues);
  if (!head) return null;
  const named = new Set([...head.sources.values()].flatMap(({ text }) => text?.file ?? []));
  const plain = readTexts(folder, named);
  const anchors = await readAnchors(files, issues);
  const texts = await withTables(plain, folder!, hashesInto(named, head, anchors));
  return { head, texts, survey: survey(head, anchors, texts) };
}

/** By the name of a file, the hashes of the anchors into the sources whose text it is. */
function hashesInto(named: ReadonlySet<string>, { sources }: DossierHead, anchors: readonly PlacedAnchor[]): Map<string, Set<string>> {
  const hashes = new Map(Array.from(named, (name) => [name, new Set<string>()]));
  for (const { source, anchor } of anchors) {
    const file = sources.get(source)?.text?.file;
    if (file !== undefined && anchor.sha256 !== undefined) hashes.get(file)!.add(anchor.sha256);
  }
  return hashes;
}

/** The same anchors against the same texts. */
export function survey({ sources }: DossierHead, anchors: readonly PlacedAnchor[], { files }: Texts): Survey {
  return surveyAnchors(sources, anchors, files, hashOf);
}

/** Everything that does not fit: anchors, and texts that are not those that were read. */
export function anchorIssues({ head, survey }: Pick<Anchored, 'head' | 'survey'>): Issue[] {
  const order = [...head.sources.keys()];
  const texts = survey.belongings.flatMap(({ source, file }): Issue[] => {
    const read = head.sources.get(source)!.text?.sha256;
    if (!file || read === undefined || read === file.sha256) return [];
    return [textIssue(source, pointer('sources', order.indexOf(source), 'text', 'sha256'), read, file.sha256)];
  });
  return [...texts, ...survey.anchors.flatMap((each) => (each.finding && anchorIssue(each, each.finding)) ?? [])];
}

/** The texts of a dossier's sources, then those of none. */
export function comparedOf({ head, survey, texts }: Anchored): Compared[] {
  const own = survey.belongings.flatMap(({ source, file }): Compared[] =>
    file ? [{ name: source, source: head.sources.get(source)!, text: file.text.text }] : [],
  );
  const strays = texts.files.filter(({ name }) => survey.strays.includes(name));
  return [...own, ...strays.map(({ name, text }): Compared => ({ name, source: null, text: text.text }))];
}
