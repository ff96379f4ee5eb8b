import { arabicRank } from '../../core/import/arabic-headings';
import { foldHeading } from '../../core/import/fields';
import type { TableReading } from '../../core/import/table';
import { areasBeside } from './areas-beside';
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
  const date = dateIn(placemarks);
  const isFilled = date !== null && placemarks.some(({ columns }) => !columns.get(date) && columns.has('date'));
  const cells = cellsOfObjects(placemarks.map((placemark) => rowOf(placemark, date)));
  const areas = areasBeside(
    placemarks.map(({ geometry }) => geometry),
    cells[0]!,
    'placemarks',
  );
  const told = [...reasons, ...(isFilled ? [`where “${nameOf(date)}” is empty the placemark’s own time counts`] : []), ...areas.reasons];
  return tableOfCells(cells, told, areas.faults);
}

/** The data in which placemarks have their dates, beside the times of their own; null where there are none. */
function dateIn(placemarks: readonly Placemark[]): string | null {
  const names = new Set(placemarks.flatMap(({ columns }) => [...columns.keys()]));
  names.delete('date');
  const isDate = (word: string) => (name: string) => foldHeading(nameOf(name)) === word || arabicRank('date', name) === 0;
  return [...names].find(isDate('eventdate')) ?? [...names].find(isDate('date')) ?? null;
}

function nameOf(column: string): string {
  return column.replace(/^data\./, '');
}

function rowOf({ columns, geometry }: Placemark, date: string | null): Record<string, unknown> {
  const row = Object.fromEntries<unknown>(date === null ? columns : dated(columns, date));
  return geometry?.type === 'Point' ? { ...row, longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] } : row;
}

/** With one date: that of its data, else the placemark's own time. A time beside it that says another is kept, under a name of its own. */
function dated(columns: ReadonlyMap<string, string>, date: string): Map<string, string> {
  const { day: said, own, end } = { day: columns.get(date), own: columns.get('date'), end: columns.get('date end') };
  const row = new Map(columns);
  for (const name of ['date', 'date end']) row.delete(name);
  // data called like the own column stand in its stead
  const name = date === 'data.date' ? 'date' : date;
  if (name !== date) row.delete(date);
  if (said || own) row.set(name, said || own!);
  const [time, last] = said ? ['placemark time', 'placemark time end'] : [null, 'date end'];
  if (time && own && own !== said) row.set(time, own);
  if (end) row.set(last, end);
  return row;
}
