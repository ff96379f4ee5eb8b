import type { TableReading } from '../../core/import/table';
import { cellsOfObjects, tableOfCells } from './cells-rows';
import { readKml, type Placemark } from './kml';
import { kmlInArchive } from './kmz';

/** KML and KMZ as tables: a row a placemark, with the coordinates of its point. */

/** Placemarks of a KML file, or of the one in a KMZ archive, and what was read. Throws NoTable. */
export function readPlacemarks(bytes: Uint8Array): { readonly placemarks: readonly Placemark[]; readonly reasons: readonly string[] } {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { placemarks: readKml(bytes), reasons: ['KML: a row a placemark'] };
  const { name, kml, others } = kmlInArchive(bytes);
  const left = others > 0 ? `; ${others} other KML files in the archive are not read` : '';
  return { placemarks: readKml(kml), reasons: [`KMZ: a row a placemark of ${name}${left}`] };
}

/** Reads a whole file. Throws NoTable. */
export function readKmlRows(bytes: Uint8Array): TableReading {
  const { placemarks, reasons } = readPlacemarks(bytes);
  return tableOfCells(cellsOfObjects(placemarks.map(rowOf)), reasons);
}

function rowOf({ columns, geometry }: Placemark): Record<string, unknown> {
  const row = Object.fromEntries<unknown>(columns);
  return geometry?.type === 'Point' ? { ...row, longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] } : row;
}
