import type { Dropped } from './dropped';
import type { Given } from './belonging';
import { filesOfZip } from './zip';

/** Looks into what a reader gives: folders that are dropped, those that are chosen, and a ZIP of one. */

/** A file of the reader's, and where it lies below what was given. */
export interface GivenFile extends Given {
  readonly content: Blob;
}

/** A dossier's folder, or one around it: files that lie deeper are no dossier's. */
const DEEPEST = 2;
/** In a folder of more files nobody looks for a dossier. */
const MOST_FILES = 5000;

/** What was dropped, with what is in its folders. Rejects where something cannot be read. */
export async function lookingIntoDropped({ files, entries }: Dropped): Promise<readonly GivenFile[]> {
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return lookingIntoFiles(files);
  const found: GivenFile[] = [];
  const look = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    if (found.length > MOST_FILES) return;
    if (isFile(entry)) found.push(...(await lookingIntoFiles([await fileOf(entry)], entry.fullPath.slice(1))));
    else if (depth < DEEPEST) for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await look(inner, depth + 1);
  };
  for (const entry of known) await look(entry, 0);
  return found;
}

/** What was chosen; the files of a single ZIP are those that are in it. Rejects with NoZip. */
export async function lookingIntoFiles(files: readonly File[], path?: string): Promise<readonly GivenFile[]> {
  const [first] = files;
  if (files.length === 1 && /\.zip$/i.test(first!.name)) {
    const inside = await filesOfZip(first!);
    return Array.from(inside, ([path, content]) => ({ path, size: content.size, content }));
  }
  return files
    .map((file) => ({ path: path ?? (file.webkitRelativePath || file.name), size: file.size, content: file }))
    .filter(({ path }) => path.split('/').length <= DEEPEST + 1);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** All entries of a folder, which come some at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > MOST_FILES) return all;
    all.push(...some);
  }
}
