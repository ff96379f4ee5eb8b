import type { Source } from '../model';
import { belongings, type Belonging, type TextFile } from './belonging';
import type { HashOf } from './by-hash';
import { findAnchors, type Finding } from './find';
import type { LooseAnchor, PlacedAnchor } from './loose-anchor';
import { findRows } from './rows';

/** An anchor, and what became of it. */
export interface Surveyed extends PlacedAnchor {
  /** Null where the source's text is not at hand. */
  readonly finding: Finding | null;
}

/** All anchors of a dossier against the texts at hand. */
export interface Survey {
  /** Of every source that has a text, or into which an anchor points, or whose text is at hand. */
  readonly belongings: readonly Belonging[];
  /** In the order of the files. */
  readonly anchors: readonly Surveyed[];
  /** Files that are no source's text. */
  readonly strays: readonly string[];
}

/** Finds every anchor in the text of its source, as far as that is at hand. */
export function surveyAnchors(
  sources: ReadonlyMap<string, Source>,
  anchors: readonly PlacedAnchor[],
  files: readonly TextFile[],
  hashOf: HashOf,
): Survey {
  const rows = new Map<string, number[]>();
  anchors.forEach(({ source }, row) => {
    const own = rows.get(source);
    if (own) own.push(row);
    else rows.set(source, [row]);
  });
  const loose = new Map([...rows].map(([source, own]) => [source, own.map((row) => anchors[row]!.anchor)]));
  const known = belongings(sources.values(), files, loose, hashOf);
  const findings = new Map<number, Finding | null>();
  for (const { source, file } of known) {
    const own = rows.get(source);
    if (!file || !own) continue;
    const found = findIn(file, loose.get(source)!, hashOf);
    own.forEach((row, i) => findings.set(row, found[i]!));
  }
  const used = new Set(known.map(({ file }) => file?.name));
  return {
    belongings: known.filter(({ source, file }) => file !== null || rows.has(source) || sources.get(source)?.text !== undefined),
    anchors: anchors.map((anchor, row) => ({ ...anchor, finding: findings.get(row) ?? null })),
    strays: files.flatMap(({ name }) => (used.has(name) ? [] : [name])),
  };
}

/** Finds anchors in a file: in its text, or where any of them is a row of its table, in those. Null for those of which the file can say nothing. */
function findIn(file: TextFile, anchors: readonly LooseAnchor[], hashOf: HashOf): readonly (Finding | null)[] {
  const { text, rows, isRowsAlone = false, isOfAreas = false } = file;
  const inRows = rows && findRows(rows, anchors, hashOf);
  if (inRows && (isRowsAlone || inRows.every(isInPlace))) return inRows;
  const inText = findAnchors(text, anchors, hashOf);
  if (isOfAreas) return inText.map((found) => (isInPlace(found) ? found : null));
  if (!inRows) return inText;
  const isOfRows = inRows.some(({ status }) => status !== 'broken');
  return inRows.map((found, i) => {
    const words = inText[i]!;
    // words of a row, anchored by hand, stand in the text
    if (isInPlace(found) || (isOfRows && !isInPlace(words))) return found;
    // what was a row and is now a part of one stands beside other words
    const mayBeRow = words.status === 'moved' && anchors[i]!.exact === undefined;
    return mayBeRow ? { status: 'ambiguous', by: words.by, places: [words.mended] } : words;
  });
}

function isInPlace({ status }: Finding): boolean {
  return status === 'in-place';
}
