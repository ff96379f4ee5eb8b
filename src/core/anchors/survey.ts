import type { Source } from '../model';
import { belongings, type Belonging, type TextFile } from './belonging';
import type { HashOf } from './by-hash';
import { findAnchors, type Finding } from './find';
import type { PlacedAnchor } from './loose-anchor';

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
  const findings = new Map<number, Finding>();
  for (const { source, file } of known) {
    const own = rows.get(source);
    if (!file || !own) continue;
    const found = findAnchors(file.text, loose.get(source)!, hashOf);
    own.forEach((row, i) => findings.set(row, found[i]!));
  }
  const used = new Set(known.map(({ file }) => file?.name));
  return {
    belongings: known.filter(({ source, file }) => file !== null || rows.has(source) || sources.get(source)?.text !== undefined),
    anchors: anchors.map((anchor, row) => ({ ...anchor, finding: findings.get(row) ?? null })),
    strays: files.flatMap(({ name }) => (used.has(name) ? [] : [name])),
  };
}
