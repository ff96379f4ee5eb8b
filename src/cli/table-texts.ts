import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceText } from '../core/anchors/source-text';
import { NoTable } from '../core/import/table';
import { areasIn, mayBeOfAreas } from '../formats/import/areas-in';
import { rowsOfFile } from '../formats/import/rows-of-file';
import { fileAt } from './import-workplace';
import { sha256Of, type Texts } from './texts';

/** Texts that are tables: an import anchors into their rows, whatever their format and encoding. */

const AREAS = 'a file of areas: its anchors are rows of the table that the import made of it, which nothing keeps, so they are not checked';
const NO_ENCODING = 'no UTF-8, and in no usual encoding is any of its rows known again, so it is not read: save it as UTF-8';

/** The same texts, with the rows of those that are tables. `wanted`: by file name, the hashes of the anchors into it. */
export async function withTables(texts: Texts, folder: string, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Texts> {
  const files = new Map(texts.files.map((file) => [file.name, file]));
  const unreadable = new Map(texts.unreadable.map((each) => [each.name, each]));
  const derived: Texts['derived'][number][] = [];
  for (const [name, hashes] of wanted) {
    const path = join(folder, name);
    const plain = files.get(name);
    if (hashes.size === 0 || !existsSync(path) || (plain && !mayBeTable(name))) continue;
    if (isOfAreas(path)) {
      files.set(name, { ...(plain ?? { name, text: sourceText(''), sha256: sha256Of(readFileSync(path)) }), isOfAreas: true });
      unreadable.delete(name);
      derived.push({ name, why: AREAS });
      continue;
    }
    const read = await rowsOfFile(fileAt(path), hashes);
    if (!read) continue;
    if (plain) files.set(name, { ...plain, rows: read.rows });
    else if (!read.isSure) unreadable.set(name, { name, why: NO_ENCODING });
    else {
      files.set(name, { name, text: sourceText(read.text), sha256: sha256Of(readFileSync(path)), rows: read.rows, isRowsAlone: true });
      unreadable.delete(name);
    }
  }
  return { files: [...files.values()], unreadable: [...unreadable.values()], derived };
}

/** Whether a text in UTF-8 may be a table: prose is none, however it is cut into lines. */
function mayBeTable(name: string): boolean {
  return /\.(csv|tsv|tab|json|geojson|kml)$/i.test(name);
}

function isOfAreas(path: string): boolean {
  const bytes = readFileSync(path);
  try {
    return mayBeOfAreas(bytes.subarray(0, 64).toString('latin1')) && areasIn(bytes) !== null;
  } catch (error) {
    if (error instanceof NoTable) return true;
    throw error;
  }
}
