import { memoryFile } from './memory-file';

/** A dossier's files, by path, as a ZIP of its folder, which is called as its id. What makes it is loaded when it is wanted. `day`: YYYY-MM-DD. */
export async function dossierZip(files: ReadonlyMap<string, Blob>, id: string, day: string): Promise<Blob> {
  const { zipping } = await import('../../formats/zip-out');
  const inFolder = Array.from(files, ([path, content]) => memoryFile(`${id}/${path}`, content));
  const pieces: BlobPart[] = [];
  for await (const piece of zipping(inFolder, day)) pieces.push(piece as Uint8Array<ArrayBuffer>);
  return new Blob(pieces, { type: 'application/zip' });
}
