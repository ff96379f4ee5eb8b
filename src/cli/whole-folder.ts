import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { Misuse } from './misuse';

/** Files of a folder, by path with `/` between its parts. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** Every file under a folder, by path with `/` between its parts, in order. */
export function filesUnder(folder: string, below = ''): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`]))
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Where a folder may be written: at a path where there is nothing, an empty folder, or one whose files are all `ours`; any other only with `force`, and
 * never one that holds what must stay. Throws `Misuse`.
 */
export function roomFor(
  out: string,
  {
    force,
    ours,
    stays,
  }: { readonly force: boolean; readonly ours: (folder: string) => ReadonlySet<string>; readonly stays: readonly string[] },
): string {
  if (!existsSync(out)) {
    if (!existsSync(dirname(resolve(out)))) throw new Misuse(`There is no folder ${dirname(out)} to write into.`);
    return resolve(out);
  }
  const folder = realpathSync(out);
  if (!lstatSync(folder).isDirectory()) throw new Misuse(`${out} is a file, and a folder is what is written.`);
  const held = stays.find((path) => `${realpathSync(path)}${sep}`.startsWith(`${folder}${sep}`));
  if (held !== undefined) throw new Misuse(`${out} holds ${held}: choose another folder.`);
  if (force) return folder;
  const known = ours(folder);
  const strange = filesUnder(folder).find((file) => !known.has(file));
  if (strange !== undefined)
    throw new Misuse(`${out} holds ${strange}, which no build has written. --force replaces the folder with all that is in it.`);
  return folder;
}

/** Writes a folder whole or not at all: beside it first, then renamed. What was there before stays if anything fails, and is gone otherwise. */
export function writeFolder(path: string, files: FolderFiles): void {
  const [beside, before] = [`${path}.${process.pid}.part`, `${path}.${process.pid}.before`];
  try {
    for (const [name, content] of files) {
      const file = join(beside, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: 'wx' });
    }
    const isThere = existsSync(path);
    if (isThere) renameSync(path, before);
    try {
      renameSync(beside, path);
    } catch (error) {
      if (isThere) renameSync(before, path);
      throw error;
    }
    rmSync(before, { recursive: true, force: true });
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}
