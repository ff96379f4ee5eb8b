import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Namer } from '../core/import/naming';
import { CsvReader } from '../core/table/csv-reader';
import { rowsAsCsv } from '../formats/table';
import type { Bringing } from './import-rows';
import { Misuse } from './misuse';

/** The files of a dossier as they will be when a table was brought in. */

export function put(folder: string, name: string, text: string): void {
  const file = openSync(join(folder, name), 'w');
  writeSync(file, text);
  closeSync(file);
}

/** A table that was there: its columns and those that are wanted too, and its rows. */
export function existingTable(
  text: string | null,
  wanted: readonly string[],
): { readonly columns: string[]; readonly rows: readonly (readonly string[])[] } {
  if (text === null) return { columns: [...wanted], rows: [] };
  const csv = new CsvReader();
  const [header, ...rows] = [...csv.push(text), ...csv.end()].flatMap((row) => ('cells' in row ? [row.cells] : []));
  const columns = [...(header ?? [])];
  return { columns: [...columns, ...wanted.filter((name) => !columns.includes(name))], rows };
}

/** The dossier's sources with the table among them. */
export function withSource(
  text: string,
  bringing: Bringing,
  id: string,
  sha256: string,
  asks: string[],
): { readonly sources: string; readonly isNew: boolean } {
  const all = JSON.parse(text) as { sources: { id: string; text?: { sha256: string } }[] };
  const known = all.sources.find((source) => source.id === id);
  if (known) {
    if (known.text?.sha256 !== sha256)
      throw new Misuse(`The dossier has a source ${id} already, made from another file: name this one with --source.`);
    return { sources: text, isNew: false };
  }
  if (bringing.published === undefined)
    asks.push('--published DAY: when the table was published; what is not known to be published counts nowhere');
  const source = {
    id,
    title: bringing.title ?? basename(bringing.file),
    publisher: bringing.publisher ?? null,
    published: bringing.published ?? '',
    language: bringing.language ?? 'en',
    text: { file: basename(bringing.file), sha256 },
  };
  return { sources: `${JSON.stringify({ ...all, sources: [...all.sources, source] }, null, 2)}\n`, isNew: true };
}

/** The dossier's head with new parties and speakers; null where there are none. */
export function withPeople(text: string, { added }: Namer): string | null {
  if (added.parties.size + added.speakers.size === 0) return null;
  const all = JSON.parse(text) as { parties: object[]; speakers: object[] };
  const [parties, speakers] = [
    [...all.parties, ...added.parties.values()],
    [...all.speakers, ...added.speakers.values()],
  ];
  return `${JSON.stringify({ ...all, parties, speakers }, null, 2)}\n`;
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return (epoch && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 10);
}

/** A CSV file (RFC 4180) that is written a row at a time, in pieces. */
export class CsvFile {
  readonly #file: number;
  #rows: (readonly string[])[] = [];

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  row(cells: readonly string[]): void {
    this.#rows.push(cells);
    if (this.#rows.length >= 1000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#rows.length > 0) {
      const bytes = Buffer.from(rowsAsCsv(this.#rows));
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    }
    this.#rows = [];
  }
}
