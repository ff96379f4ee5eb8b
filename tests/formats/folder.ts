import type { Checked } from '../../src/core/check/check';
import type { ClaimPiece } from '../../src/core/claims/claims';
import type { Issue } from '../../src/core/issue';
import type { DossierFile } from '../../src/formats/dossier-file';
import { readingDossier } from '../../src/formats/read-dossier';
import { gazetteer } from '../geo/dossier';

const places = gazetteer();

/** Reads a folder's files, by name, in chunks of `chunk` bytes. */
export async function checkFolder(files: ReadonlyMap<string, string | Uint8Array>, chunk = 1 << 20): Promise<Checked> {
  const issues: Issue[] = [];
  const pieces: ClaimPiece[] = [];
  const reading = readingDossier(
    [...files].map(([name, content]) => fileOf(name, content, chunk)),
    places,
    issues,
  );
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { dossier: value?.dossier([...pieces, value.piece()]).dossier ?? null, issues };
    if (value.reader) pieces.push(value.reader.piece());
  }
}

export function fileOf(name: string, content: string | Uint8Array, chunk: number): DossierFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    bytes: async function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield await Promise.resolve(bytes.subarray(at, at + chunk));
    },
  };
}
