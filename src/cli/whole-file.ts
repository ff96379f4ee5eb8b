import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes a file, in one or more pieces, whole or not at all: beside it first, then renamed. What was there before stays if anything fails. */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  const beside = writeBeside(path, pieces);
  try {
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Writes several files that are there already, all of them or none: all beside first, then renamed one by one; where that fails, those before get back what they held. */
export function writeTogether(files: ReadonlyMap<string, string>): void {
  const held = new Map([...files.keys()].map((path) => [path, readFileSync(path)]));
  const beside = new Map<string, string>();
  const renamed: string[] = [];
  try {
    for (const [path, text] of files) beside.set(path, writeBeside(path, [text]));
    for (const [path, part] of beside) {
      renameSync(part, path);
      renamed.push(path);
    }
  } catch (error) {
    for (const part of beside.values()) rmSync(part, { force: true });
    for (const path of renamed) writeWhole(path, [held.get(path)!]);
    throw error;
  }
}

/** Writes a file beside where it is to be; nothing stays if that fails. */
function writeBeside(path: string, pieces: Iterable<string | Uint8Array>): string {
  const beside = `${path}.${process.pid}.part`;
  const file = openSync(beside, 'wx');
  try {
    try {
      for (const piece of pieces) writeAll(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return beside;
}

// a write may take less than it is given
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
