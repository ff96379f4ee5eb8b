import type { Geometry, MultiPolygon, Position } from 'geojson';
import type { Properties } from '../../core/import/areas/read';
import { NoTable } from '../../core/import/table';
import { readPlacemarks } from './kml-rows';

/** Files of areas: GeoJSON, KML and KMZ whose features are mostly polygons. */

/** An area as a file has it. */
export interface FileArea {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly properties: Properties;
  readonly ground: MultiPolygon;
}

export interface AreaFile {
  readonly areas: readonly FileArea[];
  /** Features that are no areas. */
  readonly others: number;
}

interface Feature {
  readonly properties: Properties;
  readonly geometry: unknown;
}

const DEEPEST = 20;

/** The areas of a file; null where it is none of areas. Throws NoTable where it is one, and an area of it cannot be read. */
export function readAreas(bytes: Uint8Array): AreaFile | null {
  const features = /^(\uFEFF|ï»¿)?\s*\{/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 100))) ? ofGeojson(bytes) : ofKml(bytes);
  if (!features) return null;
  const read = features.map(({ properties, geometry }, i) => ({ number: i + 1, properties, polygons: polygonsOf(geometry, i + 1, 0) }));
  const areas = read
    .filter(({ polygons }) => polygons.length > 0)
    .map(({ number, properties, polygons }) => ({ number, properties, ground: { type: 'MultiPolygon', coordinates: polygons } as const }));
  const others = read.length - areas.length;
  return areas.length > others ? { areas, others } : null;
}

function ofGeojson(bytes: Uint8Array): Feature[] | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const { type, features, crs } = Object(value) as { type?: unknown; features?: unknown; crs?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return null;
  const system = JSON.stringify(crs ?? null);
  if (crs && !/CRS84|4326/.test(system))
    throw new NoTable(`its coordinates are not longitude and latitude (${system.slice(0, 80)}): save it in WGS 84`);
  return features.map((feature: unknown) => {
    const { geometry, properties } = Object(feature) as { geometry?: unknown; properties?: unknown };
    return { geometry, properties: textsOf(Object(properties) as object) };
  });
}

/** Properties that are texts, numbers or yes and no. */
function textsOf(properties: object): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, String(value).trim()] as const] : [],
    ),
  );
}

function ofKml(bytes: Uint8Array): Feature[] {
  return readPlacemarks(bytes).placemarks.map(({ columns, geometry }) => ({ properties: columns, geometry }));
}

/** All polygons of a geometry. Throws NoTable where one cannot be what it says. */
function polygonsOf(geometry: unknown, number: number, depth: number): Position[][][] {
  const { type, coordinates, geometries } = Object(geometry) as Partial<Geometry> & { coordinates?: unknown; geometries?: unknown };
  if (depth > DEEPEST) throw new NoTable(`area ${number} is nested more than ${DEEPEST} deep`);
  if (type === 'GeometryCollection')
    return Array.isArray(geometries) ? geometries.flatMap((each) => polygonsOf(each, number, depth + 1)) : [];
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  if (!Array.isArray(polygons)) throw new NoTable(`area ${number} has no coordinates`);
  return polygons.map((polygon: unknown) => {
    if (!Array.isArray(polygon) || polygon.length === 0) throw new NoTable(`area ${number} has a polygon without an outline`);
    return polygon.map((ring: unknown) => ringOf(ring, number));
  });
}

function ringOf(ring: unknown, number: number): Position[] {
  if (!Array.isArray(ring) || ring.length < 3) throw new NoTable(`area ${number} has an outline of fewer than three corners`);
  const positions = ring.map((position: unknown): Position => {
    const [lng, lat] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
      throw new NoTable(`area ${number} has a corner that is no longitude and latitude`);
    if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
      throw new NoTable(
        `area ${number} has a corner at ${lng}, ${lat}, which is no longitude and latitude${Math.abs(lng) <= 90 && Math.abs(lat) <= 180 ? ': they look swapped' : ''}`,
      );
    return [lng, lat];
  });
  const [first, last] = [positions[0]!, positions.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
}
