import { slugOf } from '../../core/import/naming';
import type { Dossier } from '../../core/model';
import type { DossierFile } from '../dossier-file';
import { hashOfFile } from './hash';

/** An id for a table as a source: of a wanted one or of its name, and no other file's. */
export async function sourceIdOf(table: DossierFile, { sources }: Pick<Dossier, 'sources'>, wanted?: string): Promise<string> {
  const base = wanted ?? (slugOf(table.name.replace(/\.[^.]*$/, '')) || 'table');
  if (!sources.has(base)) return base;
  const hash = await hashOfFile(table);
  const isTaken = (each: string): boolean => {
    const source = sources.get(each);
    return source !== undefined && source.text?.sha256 !== hash;
  };
  let id = base;
  for (let n = 2; isTaken(id); n++) id = `${base}-${n}`;
  return id;
}
