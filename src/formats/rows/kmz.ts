import { unzipSync } from 'fflate';
import { NoTable } from '../../core/import/table';

/** KMZ: a KML file in an archive, with pictures beside it that nobody needs here. */

/** A KML file that unpacks to more is a bomb, or nothing to be read at once. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 100_000;

interface Entry {
  readonly name: string;
  /** Bytes, as the archive says: what unpacks to more is cut off there. */
  readonly size: number;
}

/** Whether bytes are an archive with a KML file in it. */
export function isKmz(bytes: Uint8Array): boolean {
  try {
    return kmlFiles(bytes).length > 0;
  } catch {
    return false;
  }
}

/** An archive's KML files, without unpacking any. Throws NoTable where it cannot be read. */
function kmlFiles(bytes: Uint8Array): Entry[] {
  const files: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (files.length < MOST_FILES && /\.kml$/i.test(name)) files.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    throw new NoTable('it is an archive that cannot be unpacked');
  }
  return files;
}

/** The archive's KML file: `doc.kml`, or the first there is. Throws NoTable. */
export function kmlInArchive(bytes: Uint8Array): { readonly name: string; readonly kml: Uint8Array; readonly others: number } {
  const files = kmlFiles(bytes);
  const file = files.find(({ name }) => /^doc\.kml$/i.test(name)) ?? files[0];
  if (!file) throw new NoTable('it is an archive without a KML file');
  const { name, size } = file;
  if (size > MOST_BYTES) throw new NoTable(`${name} in it unpacks to ${Math.round(size / 1e6)} MB, and 256 MB are the most`);
  let kml;
  try {
    kml = unzipSync(bytes, { filter: (each) => each.name === name && each.originalSize === size })[name];
  } catch {
    // told below
  }
  if (!kml) throw new NoTable(`${name} in it cannot be unpacked`);
  return { name, kml, others: files.length - 1 };
}
