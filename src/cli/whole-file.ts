import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes a file, in one or more pieces, whole or not at all: beside it first, then renamed. What was there before stays if anything fails. */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  const beside = `${path}.${process.pid}.part`;
  const file = openSync(beside, 'wx');
  try {
    try {
      for (const piece of pieces) writeAll(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

// a write may take less than it is given
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
