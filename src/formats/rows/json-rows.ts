import type { Feature, Geometry, Position } from 'geojson';
import { NoTable, type TableReading } from '../../core/import/table';
import { cellsOfObjects, tableOfCells } from './cells-rows';

/** GeoJSON, and lists of events as timemap and GeoConfirmed publish them, as tables. */

/** Reads a file's whole text. Throws NoTable. */
export function readJsonRows(text: string): TableReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new NoTable(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { type, features, events } = Object(value) as { type?: unknown; features?: unknown; events?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features))
    return tableOfCells(cellsOfObjects(features.map(ofFeature)), ['GeoJSON: a row a feature']);
  const list = Array.isArray(value) ? value : Array.isArray(events) ? events : null;
  if (!list) throw new NoTable('it is neither GeoJSON nor a list of events');
  const objects = list.map((each) => (typeof each === 'object' && each !== null ? flat(each as Record<string, unknown>) : { value: each }));
  return tableOfCells(cellsOfObjects(objects), ['JSON: a row an event']);
}

function ofFeature(value: unknown): Record<string, unknown> {
  const { id, geometry, properties } = Object(value) as Partial<Feature>;
  const point = pointOf(geometry ?? null);
  const own = flat(Object(properties) as Record<string, unknown>);
  return { ...(id !== undefined && { id }), ...own, ...(point && { longitude: point[0], latitude: point[1] }) };
}

/** Where a point is; of lines and areas nothing is said by one. */
function pointOf(geometry: Geometry | null): Position | null {
  return geometry?.type === 'Point' ? geometry.coordinates : null;
}

/** Members of members as `outer inner`; a list of coordinates of two numbers as latitude and longitude, where it is called so. */
function flat(object: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const key = prefix ? `${prefix} ${name}` : name;
    if (key === '__proto__') continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !prefix)
      Object.assign(out, flat(value as Record<string, unknown>, key));
    else out[key] = value;
  }
  return out;
}
