/** A dossier's files by path, with those that an import makes in the place of the ones before; the others are the same blobs. */
export function broughtIn(before: ReadonlyMap<string, Blob>, made: ReadonlyMap<string, Blob>): ReadonlyMap<string, Blob> {
  return new Map([...before, ...made]);
}
