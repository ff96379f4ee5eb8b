import type { DossierFile } from '../../formats/dossier-file';
import { bytesOf } from '../desk/load';

/** A file whose content is at hand. */
export interface MemoryFile extends DossierFile {
  readonly content: Blob;
}

/** A file of a blob, which can be read anew; `turn` is awaited before each piece of it. */
export function memoryFile(name: string, content: Blob, turn: () => Promise<void> = () => Promise.resolve()): MemoryFile {
  return {
    name,
    size: content.size,
    content,
    async *bytes() {
      for await (const piece of bytesOf(name, new Response(content))) {
        await turn();
        yield piece;
      }
    },
  };
}
