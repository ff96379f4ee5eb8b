import { guessMapping } from '../../core/import/mapping';
import { NoTable } from '../../core/import/table';
import { readAreas, type AreaFile } from '../rows/area-files';

/** How much of a file says whether it may be of areas, in bytes. */
export const BEGINNING = 64;

/** Whether a file may be of areas by its beginning, each byte a letter (Latin-1): a table may be larger than memory, so it is not read to see what it is. */
export function mayBeOfAreas(beginning: string): boolean {
  return /^(PK|(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*[{<])/.test(beginning);
}

/** The areas of a file; null where it is none of areas, or a table that names its places itself. Throws NoTable where it is of areas that cannot be read. */
export function areasIn(bytes: Uint8Array): AreaFile | null {
  try {
    const read = readAreas(bytes);
    if (!read) return null;
    const names = [...new Set(read.areas.flatMap(({ properties }) => [...properties.keys()]))];
    const { columns, table } = guessMapping(names, null, [], null).mapping;
    return columns.place || columns.area || columns.pcode || (table && table !== 'control') ? null : read;
  } catch (error) {
    // an archive that is a workbook, a page that is no KML: whoever reads tables says so
    if (error instanceof NoTable && /^it |in it /.test(error.message)) return null;
    throw error;
  }
}
