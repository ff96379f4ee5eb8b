import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DossierFile } from '../dossier-file';

/** SHA-256, as 64 hexadecimal digits, of what an import reads. */

const encoder = new TextEncoder();

/** Of a text's UTF-8. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)));
}

export async function hashOfFile(file: DossierFile): Promise<string> {
  const hash = sha256.create();
  for await (const piece of file.bytes()) hash.update(piece);
  return bytesToHex(hash.digest());
}
