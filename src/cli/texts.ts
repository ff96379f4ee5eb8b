import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from '../core/anchors/belonging';
import { sourceText } from '../core/anchors/source-text';
import { Misuse } from './misuse';

/** The sources' texts, which are no part of a dossier, read from a folder. */

export interface Texts {
  readonly files: readonly TextFile[];
  /** Files that are not read. */
  readonly unreadable: readonly Unread[];
  /** Files that no anchor points into, though their sources have some. */
  readonly derived: readonly Unread[];
}

/** A file, and what keeps its anchors from being checked. */
export interface Unread {
  readonly name: string;
  readonly why: string;
}

/** SHA-256 in hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Every text of a folder: files that end in .txt, and those of other names that are asked for. Throws `Misuse` where there is no such folder, or no text in it. */
export function readTexts(folder: string | undefined, named: ReadonlySet<string> = new Set()): Texts {
  if (folder === undefined) throw new Misuse('--texts is missing: the folder of the sources’ texts.');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Misuse(`--texts ${folder} is no folder.`);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && (/\.txt$/i.test(entry.name) || named.has(entry.name)))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw new Misuse(`--texts ${folder} holds no text: files called ID.txt, by the ids of the sources.`);
  const unreadable: Unread[] = [];
  const files = names.flatMap((name): TextFile[] => {
    const bytes = readFileSync(join(folder, name));
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return [{ name, text: sourceText(text), sha256: sha256Of(bytes) }];
    } catch {
      unreadable.push({ name, why: 'no UTF-8, so it is not read' });
      return [];
    }
  });
  return { files, unreadable, derived: [] };
}
