import { anchorsOf, type PlacedAnchor } from '../core/anchors/loose-anchor';
import type { Issue } from '../core/issue';
import type { DossierFile } from './dossier-file';
import { claimFilesOf, readFile } from './read-dossier';

/** Every anchor of a dossier's files of claims as they stand there, unchecked; what keeps a file or a row from being read is added to `issues`. */
export async function readAnchors(files: readonly DossierFile[], issues: Issue[]): Promise<PlacedAnchor[]> {
  const anchors: PlacedAnchor[] = [];
  const taker = {
    issues,
    add: (file: string, _: unknown, claim: Parameters<typeof anchorsOf>[1]) => void anchors.push(...anchorsOf(file, claim)),
    lose: () => {},
  };
  for (const file of claimFilesOf(files)) for await (const _ of readFile(taker, file));
  return anchors;
}
