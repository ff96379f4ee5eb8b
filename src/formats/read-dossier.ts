import { joined } from './bytes';
import { checkNames, openDossier, readClaims } from '../core/check/check';
import type { ClaimTaker } from '../core/check/claim-check';
import type { DossierReader } from '../core/check/reader';
import { claimFiles, tableFiles } from '../core/claim-schema';
import { CsvTable } from '../core/table/csv-table';
import type { Gazetteer } from '../core/gazetteer/gazetteer';
import type { Issue } from '../core/issue';
import { textOf, type DossierFile } from './dossier-file';

/** Reads a dossier's folder in steps, wherever its files are. */

/** How far the reading is. */
export interface Step {
  /** Null where nothing is kept, and the rest is read only to say what is wrong with it. */
  readonly reader: DossierReader | null;
  /** Share of the work; null where nobody can know. */
  readonly done: number | null;
  /** How many reports there will be, by what the files have given so far; null where nobody can know. */
  readonly of: number | null;
}

/**
 * Reads and checks a dossier in steps of some milliseconds, the first once the head is read. Issues are added to `issues`, also those of claims that are not kept; gives null
 * where none are, for want of dossier.json or sources.json.
 * Throws only what a file throws that does not arrive.
 */
export async function* readingDossier(
  files: readonly DossierFile[],
  gazetteer: Gazetteer,
  issues: Issue[],
): AsyncGenerator<Step, DossierReader | null> {
  checkNames(
    files.map(({ name }) => name),
    issues,
  );
  const texts = new Map<string, string>();
  for (const file of files) if (heads.has(file.name)) texts.set(file.name, await textOf(file));
  const { reader, check } = openDossier(texts, gazetteer, issues);
  yield { reader, done: 0, of: null };
  const claims = claimFilesOf(files);
  const all = claims.reduce<number | null>((sum, { size }) => (sum === null || size === null ? null : sum + size), 0);
  let before = 0;
  for (const file of claims) {
    for await (const { done, read } of readFile(check, file)) {
      const share = (part: number) => (all === null ? null : (before + part * file.size!) / all);
      const [worked, given] = [share(done), share(read)];
      yield { reader, done: worked, of: reader && given ? Math.round(reader.reports / given) : null };
    }
    before += file.size ?? 0;
  }
  check.end();
  return reader;
}

/** The files of claims in the order in which they are read. */
export function claimFilesOf(files: readonly DossierFile[]): DossierFile[] {
  return [...Object.keys(claimFiles), ...tableFiles].flatMap((name) => files.find((file) => file.name === name) ?? []);
}

const heads = new Set(['dossier.json', 'sources.json', 'places.geojson']);

/** How many bytes of a table are read in a step. */
const STEP_BYTES = 65_536;

/** Shares of a file: of the work on it, and of what it holds. */
interface Shares {
  readonly done: number;
  readonly read: number;
}

/** Reads one file of claims. Of most files the arrival counts as half of the work. */
export async function* readFile(reader: ClaimTaker, file: DossierFile): AsyncGenerator<Shares> {
  if (file.name === 'claims.csv') return yield* readCsv(reader, file);
  const chunks: Uint8Array[] = [];
  let arrived = 0;
  for await (const chunk of file.bytes()) {
    chunks.push(chunk);
    arrived += chunk.length;
    yield { done: arrived / (file.size ?? Infinity) / 2, read: 0 };
  }
  const bytes = joined(chunks);
  chunks.length = 0;
  const steps =
    file.name === 'claims.parquet'
      ? (await import('./parquet-in')).readParquet(reader, file.name, bytes)
      : readClaims(reader, file.name, new TextDecoder().decode(bytes));
  for await (const read of steps) yield { done: (1 + read) / 2, read };
}

async function* readCsv(reader: ClaimTaker, file: DossierFile): AsyncGenerator<Shares> {
  const table = new CsvTable(reader, file.name);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let read = 0;
  for await (const chunk of file.bytes())
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      const piece = chunk.subarray(at, at + STEP_BYTES);
      if (!push(table, () => decoder.decode(piece, { stream: true }))) return;
      read += piece.length;
      const share = read / (file.size ?? Infinity);
      yield { done: share, read: share };
    }
  if (push(table, () => decoder.decode())) table.end();
}

/** Whether the table could take what is decoded. */
function push(table: CsvTable, decode: () => string): boolean {
  let text: string;
  try {
    text = decode();
  } catch {
    table.notUtf8();
    return false;
  }
  table.push(text);
  return true;
}
