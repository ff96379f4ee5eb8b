import type { Gazetteer } from '../../core/gazetteer/gazetteer';
import type { DossierFile } from '../dossier-file';

/** Where an import reads and puts its files: a disk, or a page's memory. */
export interface Workplace<Made extends DossierFile> {
  /** The dossier's data files as they are; each can be read anew. */
  readonly files: readonly DossierFile[];
  /** The table that is brought in, with its file's name; it can be read anew. */
  readonly table: DossierFile;
  /** The places that every dossier can name. */
  readonly packaged: Gazetteer;
  /** The larger gazetteer, from which a dossier takes the places that it lacks; and its text. */
  readonly larger: { readonly gazetteer: Gazetteer; readonly text: string };
  /** Begins a CSV file that is written a row at a time, however long it gets. */
  readonly begin: (name: string) => RowSink<Made>;
  /** Told every so often. Throws what ends the import. */
  readonly progress: (progress: Progress) => void;
}

export interface RowSink<Made> {
  row(cells: readonly string[]): void;
  /** The file, ended; to be called once. */
  end(): Made;
}

export interface Progress {
  readonly doing: 'reading' | 'checking';
  /** Share of what it is doing. */
  readonly done: number | null;
  /** Rows read. */
  readonly rows: number;
}

/** A file of a text. */
export function fileOf(name: string, text: string): DossierFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    async *bytes() {
      await Promise.resolve();
      yield bytes;
    },
  };
}
