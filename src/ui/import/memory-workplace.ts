import type { Gazetteer } from '../../core/gazetteer/gazetteer';
import type { Progress, RowSink, Workplace } from '../../formats/import/workplace';
import { rowsAsCsv } from '../../formats/table';
import { memoryFile, type MemoryFile } from './memory-file';

/** An import in a page's memory: what is made are blobs, which the browser puts on its own disk where they are large, and the page nowhere else. */

/** What an import in memory is given. */
export type Given = Pick<Workplace<MemoryFile>, 'packaged' | 'larger' | 'progress'> & {
  /** The dossier's data files. */
  readonly files: readonly MemoryFile[];
  readonly table: MemoryFile;
  /** Lets messages in. */
  readonly turn: () => Promise<void>;
};

export class MemoryWorkplace implements Workplace<MemoryFile> {
  readonly files: readonly MemoryFile[];
  readonly table: MemoryFile;
  readonly packaged: Gazetteer;
  readonly larger: Workplace<MemoryFile>['larger'];
  readonly progress: (progress: Progress) => void;
  readonly #turn: () => Promise<void>;

  constructor({ files, table, packaged, larger, progress, turn }: Given) {
    [this.files, this.table, this.packaged, this.larger] = [files, table, packaged, larger];
    [this.progress, this.#turn] = [progress, turn];
  }

  begin(name: string): RowSink<MemoryFile> {
    return new CsvBlob(name, this.#turn);
  }
}

/** A CSV file (RFC 4180) that is made a row at a time, in pieces. */
class CsvBlob implements RowSink<MemoryFile> {
  readonly #name: string;
  readonly #turn: () => Promise<void>;
  readonly #pieces: Blob[] = [];
  #rows: (readonly string[])[] = [];

  constructor(name: string, turn: () => Promise<void>) {
    [this.#name, this.#turn] = [name, turn];
  }

  row(cells: readonly string[]): void {
    this.#rows.push(cells);
    if (this.#rows.length >= 1000) this.#flush();
  }

  end(): MemoryFile {
    this.#flush();
    return memoryFile(this.#name, new Blob(this.#pieces, { type: 'text/csv' }), this.#turn);
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    this.#pieces.push(new Blob([rowsAsCsv(this.#rows)]));
    this.#rows = [];
  }
}
