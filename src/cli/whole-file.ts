import { closeSync, constants, copyFileSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

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

/** What a file is to hold: a text, or what another file holds. */
export type Content = string | { readonly copyOf: string };

/** Writes several files, all of them or none: all beside first, then renamed one by one; where that fails, those before get back what they held, or are gone again. */
export function writeTogether(files: ReadonlyMap<string, Content>): void {
  const beside = new Map<string, string>();
  const held = new Map<string, string | null>();
  const renamed: string[] = [];
  try {
    for (const [path, content] of files) {
      beside.set(path, typeof content === 'string' ? writeBeside(path, [content]) : copiedBeside(path, 'part', content.copyOf));
      held.set(path, existsSync(path) ? copiedBeside(path, 'before', path) : null);
    }
    for (const [path, part] of beside) {
      renameSync(part, path);
      renamed.push(path);
    }
  } catch (error) {
    for (const part of beside.values()) rmSync(part, { force: true });
    for (const path of renamed) {
      const before = held.get(path);
      if (before) renameSync(before, path);
      else rmSync(path);
    }
    throw error;
  } finally {
    for (const before of held.values()) if (before) rmSync(before, { force: true });
  }
}

/** A copy of a file beside where another is to be. */
function copiedBeside(path: string, as: 'part' | 'before', from: string): string {
  const beside = `${path}.${process.pid}.${as}`;
  copyFileSync(from, beside, constants.COPYFILE_EXCL);
  return beside;
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
