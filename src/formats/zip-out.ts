import { Zip, ZipDeflate } from 'fflate';
import type { DossierFile } from './dossier-file';

/** Files as a ZIP, in pieces: however large they are, a piece at a time is in memory. `day` (YYYY-MM-DD) is when all of them were last changed. */
export async function* zipping(files: Iterable<DossierFile>, day: string): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else made.push(piece);
  });
  const taken = function* (): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* made;
    made = [];
  };
  for (const { name, bytes } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = `${day}T12:00:00`;
    zip.add(file);
    for await (const piece of bytes()) {
      file.push(piece);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
