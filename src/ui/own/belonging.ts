import { names } from '../dossier-files';
import type { Dropped } from './dropped';

/** Which of the files that a reader gives are a dossier. Pure: paths and sizes in, a folder or what is in the way out. */

/** A file by its path below what was given, such as `my-map/dossier.json`. */
export interface Given {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Why nothing can be opened. `files` are the names that say so. */
export type Objection = 'empty' | 'table' | 'head' | 'several' | 'large';
export class NoDossier extends Error {
  constructor(
    readonly objection: Objection,
    readonly files: readonly string[] = [],
  ) {
    super(objection);
  }
}

/** The files of one folder. */
export interface Belonging<F extends Given> {
  /** The last name of the folder; the empty text where the files were given without one. */
  readonly folder: string;
  /** By name, without those below it. */
  readonly files: ReadonlyMap<string, F>;
  /** Those below it, such as `import/choices.json`, by path. */
  readonly below: ReadonlyMap<string, F>;
}

/** No larger file is read whole: 500 MB. A CSV table is read piece by piece, and may be as large as it likes. */
export const LARGEST_BYTES = 500_000_000;

const HEAD = 'dossier.json';

/** The files of the one folder that has a dossier.json. Throws NoDossier. */
export function belonging<F extends Given>(given: readonly F[]): Belonging<F> {
  // what a system or an editor keeps beside files is nobody's
  const visible = given.filter(({ path }) => !/(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/.test(path));
  if (visible.length === 0) throw new NoDossier('empty');
  const heads = visible.filter(({ path }) => nameOf(path) === HEAD).map(({ path }) => path);
  const tables = visible.filter(({ path }) => /\.(csv|tsv|xlsx|ods|parquet)$/i.test(path));
  if (heads.length === 0)
    throw new NoDossier(
      tables.length > 0 ? 'table' : 'head',
      (tables.length > 0 ? tables : visible).map(({ path }) => path),
    );
  if (heads.length > 1) throw new NoDossier('several', heads);
  const start = heads[0]!.slice(0, -HEAD.length);
  const inside = visible.filter(({ path }) => path.startsWith(start)).map((file) => [file.path.slice(start.length), file] as const);
  const files = new Map(inside.filter(([path]) => !path.includes('/')));
  const below = new Map(inside.filter(([path]) => path.includes('/')));
  const large = [...files.values()].filter(({ path, size }) => size > LARGEST_BYTES && !path.endsWith('.csv'));
  if (large.length > 0)
    throw new NoDossier(
      'large',
      large.map(({ path }) => path),
    );
  return { folder: start.split('/').at(-2) ?? '', files, below };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file is data of a dossier by its name: one of these that no dossier has is likely misspelt, and said so. */
export function isData(name: string): boolean {
  return /\.(geojson|json|csv|parquet)$/.test(name);
}

/** The picture that was dropped, by its name: one file that is no data. Null where it is something else. */
export function pictureOf(dropped: Dropped): File | null {
  const file = oneOf(dropped);
  return file && !/\.(geojson|json|csv|tsv|parquet|xlsx|ods|zip|km[lz])$/i.test(file.name) ? file : null;
}

/** The table that was dropped, by its name: one file that is none of a dossier's. Null where it is something else. */
export function tableOf(dropped: Dropped): File | null {
  const file = oneOf(dropped);
  return file && /\.(csv|tsv|xlsx|ods|km[lz]|geojson|json)$/i.test(file.name) && !names.includes(file.name) ? file : null;
}

function oneOf({ files, entries }: Dropped): File | null {
  return files.length === 1 && !entries[0]?.isDirectory ? files[0]! : null;
}
