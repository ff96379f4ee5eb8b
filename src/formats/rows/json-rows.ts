import type { Feature, Geometry, Position } from 'geojson';
import { NoTable, type TableReading } from '../../core/import/table';
import { areasBeside } from './areas-beside';
import { cellsOfObjects, tableOfCells } from './cells-rows';
import { listIn } from './json-lists';

/** GeoJSON, and lists of events as timemap and GeoConfirmed publish them, as tables. */

/** Reads a file's whole text. Throws NoTable. */
export function readJsonRows(text: string): TableReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new NoTable(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { geojson } = Object(value) as { geojson?: unknown };
  const { type, features } = Object(geojson ?? value) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    const cells = cellsOfObjects(features.map(ofFeature));
    const geometries = features.map((feature) => (Object(feature) as Partial<Feature>).geometry);
    const areas = areasBeside(geometries, cells[0]!, 'features');
    return tableOfCells(cells, ['GeoJSON: a row a feature', ...areas.reasons], areas.faults);
  }
  const list = listIn(value);
  if (!list) throw new NoTable('it is neither GeoJSON nor a list of events');
  const { events, lngFirst } = list;
  const reasons = ['JSON: a row an event'];
  const objects = events.map((each) => withPoint(flat(each), lngFirst, reasons));
  return tableOfCells(cellsOfObjects(objects), [...new Set(reasons)]);
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

/** Deeper members stay JSON. */
const DEEPEST = 4;

/** Members of members as `outer.inner`; of a point of GeoJSON its longitude and latitude. */
function flat(object: Readonly<Record<string, unknown>>, prefix = '', depth = 0): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (key === '__proto__') continue;
    const point = pointOf(value as Geometry | null);
    if (point && Array.isArray(point)) Object.assign(out, { longitude: point[0], latitude: point[1] });
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < DEEPEST)
      Object.assign(out, flat(value as Record<string, unknown>, key, depth + 1));
    else out[key] = value;
  }
  return out;
}

/** Members that may hold two numbers, which are a place's coordinates; the last part of their name counts. */
const PAIR = /(^|\.)(coordinates|coords|geolocation|location|latlng|position|lnglat|lonlat)$/i;

/** With `longitude` and `latitude` where two numbers are given in one member and neither has one of its own; in which order is told. */
function withPoint(event: Record<string, unknown>, lngFirst: boolean, reasons: string[]): Record<string, unknown> {
  if (Object.keys(event).some((name) => /^(lat|latitude|la)$/i.test(name.replace(/^.*\./, '')))) return event;
  for (const [name, value] of Object.entries(event)) {
    const pair = PAIR.test(name) ? pairOf(value) : null;
    if (!pair) continue;
    const isLngFirst = lngFirst || /(lnglat|lonlat)$/i.test(name);
    const [longitude, latitude] = isLngFirst ? pair : [pair[1], pair[0]];
    reasons.push(`of the two numbers of “${name}” the ${isLngFirst ? 'first is the longitude' : 'first is the latitude'}`);
    return { ...event, longitude, latitude };
  }
  return event;
}

function pairOf(value: unknown): [number, number] | null {
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const numbers = parts.map((part) => (typeof part === 'string' && part.trim() !== '' ? Number(part) : part));
  const [a, b] = numbers;
  return numbers.length === 2 && typeof a === 'number' && typeof b === 'number' && Number.isFinite(a) && Number.isFinite(b) ? [a, b] : null;
}
