import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Gazetteer } from '../core/gazetteer/gazetteer';
import type { DossierFile } from '../formats/dossier-file';
import type { Progress, RowSink, Workplace } from '../formats/import/workplace';
import { rowsAsCsv } from '../formats/table';
import { filesOf, packagedLarger } from './dossier';
import { writeTogether } from './whole-file';

/** An import on a disk: what is made lies in a folder of its own until it is written into the dossier, whole or not at all. */

/** A file that was made, and where it lies. */
export interface MadeFile extends DossierFile {
  readonly path: string;
}

export class DiskWorkplace implements Workplace<MadeFile> {
  readonly files: readonly DossierFile[];
  readonly table: DossierFile;
  readonly packaged: Gazetteer;
  readonly larger = packagedLarger();
  readonly progress: (progress: Progress) => void;
  readonly #dossier: string;
  readonly #made: string;

  constructor(dossier: string, table: string, packaged: Gazetteer, progress: (progress: Progress) => void) {
    this.files = filesOf(dossier);
    this.table = fileAt(table);
    this.packaged = packaged;
    this.progress = progress;
    this.#dossier = dossier;
    this.#made = mkdtempSync(join(tmpdir(), 'claimline-import-'));
  }

  begin(name: string): RowSink<MadeFile> {
    const path = join(this.#made, name);
    mkdirSync(dirname(path), { recursive: true });
    return new CsvFile(path);
  }

  /** Writes files into the dossier, all of them or none. Rejected rows of another time, which somebody may have corrected, are kept beside the new ones. */
  write(files: ReadonlyMap<string, string | MadeFile>): void {
    mkdirSync(join(this.#dossier, 'import'), { recursive: true });
    for (const [name, content] of files)
      if (name.endsWith('.rejects.csv') && typeof content !== 'string') keepOther(join(this.#dossier, name), content.path);
    const contents = [...files].map(
      ([name, content]) => [join(this.#dossier, name), typeof content === 'string' ? content : { copyOf: content.path }] as const,
    );
    writeTogether(new Map(contents));
  }

  /** Takes away what was made. */
  close(): void {
    rmSync(this.#made, { recursive: true, force: true });
  }
}

/** A file of a disk, in pieces of a megabyte. */
export function fileAt(path: string): MadeFile {
  return { name: basename(path), size: statSync(path).size, path, bytes: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}

/** A dossier's file of the choices that were made in it; null where there is none. */
export function choicesFile(dossier: string): string | null {
  const path = join(dossier, 'import', 'choices.json');
  return existsSync(path) ? path : null;
}

/** Copies a file that is there, and is not what comes in its place, beside it. */
function keepOther(path: string, instead: string): void {
  if (!existsSync(path) || readFileSync(path).equals(readFileSync(instead))) return;
  const beside = (n: number): string => path.replace(/\.csv$/, `.${n}.csv`);
  let n = 1;
  while (existsSync(beside(n))) n++;
  copyFileSync(path, beside(n));
}

/** A CSV file (RFC 4180) that is written a row at a time, in pieces. */
class CsvFile implements RowSink<MadeFile> {
  readonly #path: string;
  readonly #file: number;
  #rows: (readonly string[])[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w');
  }

  row(cells: readonly string[]): void {
    this.#rows.push(cells);
    if (this.#rows.length >= 1000) this.#flush();
  }

  end(): MadeFile {
    this.#flush();
    closeSync(this.#file);
    return fileAt(this.#path);
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const bytes = Buffer.from(rowsAsCsv(this.#rows));
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#rows = [];
  }
}
