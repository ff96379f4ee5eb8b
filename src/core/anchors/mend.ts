import { setMembers, type Members } from '../json/set-members';
import { pointer } from '../issue';
import type { Source } from '../model';
import { setCells } from '../table/set-cells';
import type { Survey } from './survey';

/** Writes into a dossier's files what was found of its anchors. */

/** Files that can be mended; a Parquet table is written anew by `claimline table`. */
export function canBeMended(file: string): boolean {
  return /\.(geojson|csv)$/.test(file);
}

/**
 * What is to be set, by file and by place in it: anchors that moved or lack something, and the hash of each text, other than the one that was read, that all anchors
 * into it fit then. Nothing of an anchor that is ambiguous or broken.
 */
export function mends({ anchors, belongings }: Survey, sources: ReadonlyMap<string, Source>): Map<string, Map<string, Members>> {
  const changes = new Map<string, Map<string, Members>>();
  const set = (file: string, at: string, members: Members) => changes.set(file, (changes.get(file) ?? new Map()).set(at, members));
  const unfit = new Set<string>();
  for (const { file, at, source, finding } of anchors)
    if (finding && 'mended' in finding && canBeMended(file)) set(file, at, { ...finding.mended });
    else if (finding?.status !== 'in-place') unfit.add(source);
  const order = [...sources.keys()];
  for (const { source, file } of belongings) {
    const read = sources.get(source)?.text?.sha256;
    if (file && read !== undefined && read !== file.sha256 && !unfit.has(source))
      set('sources.json', pointer('sources', order.indexOf(source), 'text'), { sha256: file.sha256 });
  }
  return changes;
}

/** A file's text with those members set, and nothing else changed. */
export function mended(file: string, text: string, changes: ReadonlyMap<string, Members>): string {
  return file.endsWith('.csv') ? setCells(text, changes) : setMembers(text, changes);
}
