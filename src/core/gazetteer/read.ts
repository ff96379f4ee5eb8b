import { atOnce } from '../at-once';
import { along, length, lineString, pointOnFeature } from '@turf/turf';
import type { Geometry, LineString, MultiLineString, Position } from 'geojson';
import * as v from 'valibot';
import { checkGeometry } from '../check/geometry';
import { checkAgainst, parseJson } from '../check/schema';
import { deepFreeze } from '../lists/freeze';
import { pointer, quoted, type Issue } from '../issue';
import type { Place } from '../model';
import { placeSchema } from '../schema';

type Feature = v.InferOutput<typeof placeSchema>;

/** Our own optional property: where the mark of a line or an outline stands, if not where `markPoint` puts it. */
const pointSchema = v.looseObject({ properties: v.looseObject({ point: v.optional(v.tuple([degrees(180), degrees(90)])) }) });

function degrees(limit: number) {
  return v.pipe(v.number(), v.minValue(-limit, `degrees from -${limit}`), v.maxValue(limit, `degrees up to ${limit}`));
}

/**
 * The places of one gazetteer file, a Linked Places collection as text, and what is wrong with the others. Never throws:
 * a feature with a fault is left out, and each of its faults listed. Places are frozen, in the file's order.
 */
export function readGazetteer(text: string, file: string): GazetteerRead {
  return atOnce(readingGazetteer(text, file));
}

/** The same, for whoever has something else to do meanwhile: stops after every hundred features. */
export function* readingGazetteer(text: string, file: string): Generator<void, GazetteerRead> {
  const issues: Issue[] = [];
  const places = new Map<string, Place>();
  for (const [index, value] of featuresOf(text, file, issues).entries()) {
    if (index % STEP === STEP - 1) yield;
    const context = { file, at: pointer('features', index), id: idOf(value) };
    const place = readPlace(value, context, issues);
    if (place && places.has(place.id)) issues.push(duplicate(place.id, context));
    else if (place) places.set(place.id, place);
  }
  return { places: [...places.values()], issues };
}

interface GazetteerRead {
  readonly places: Place[];
  readonly issues: Issue[];
}

/** Features between two stops. */
const STEP = 100;

function featuresOf(text: string, file: string, issues: Issue[]): unknown[] {
  const before = issues.length;
  const value = parseJson(text, file, issues);
  const { type, features } = Object(value) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  const mend = 'write {"type": "FeatureCollection", "features": […]}';
  if (issues.length === before)
    issues.push({ file, at: '', id: null, code: 'value', found: quoted(value), expected: 'a GeoJSON FeatureCollection', mend });
  return [];
}

function readPlace(value: unknown, context: Parameters<typeof checkAgainst>[2], issues: Issue[]): Place | null {
  const before = issues.length;
  const feature = checkAgainst(placeSchema, value, context, issues);
  if (!feature) return null;
  const point = checkAgainst(pointSchema, value, context, issues)?.properties.point;
  const geometry = checkGeometry(feature.geometry, { ...context, at: `${context.at}/geometry` }, issues);
  return issues.length > before ? null : placeOf(feature, geometry, point ?? (geometry && markPoint(geometry)));
}

function duplicate(id: string, { file, at }: { file: string; at: string }): Issue {
  const [expected, mend] = ['an id that nothing else has', 'give it another id, or remove the copy'];
  return { file, at: `${at}/properties/id`, id, code: 'duplicate', found: quoted(id), expected, mend };
}

/** How far a sensitive place may at least be from where it is shown, in metres. */
const COARSE_M = 10_000;

/** A sensitive place stands on the nearest tenth of a degree, and nothing else of its geometry is kept. */
function coarsened(point: Position | null): Position | null {
  return point && [coarse(point[0]!), coarse(point[1]!)];
}

function coarse(degrees: number): number {
  // no minus zero
  return Math.round(degrees * 10) / 10 + 0;
}

function placeOf({ properties: p, names, links = [] }: Feature, exact: Geometry | null, exactPoint: Position | null): Place {
  const sensitive = p.sensitive ?? false;
  const point = sensitive ? coarsened(exactPoint) : exactPoint;
  const geometry: Geometry | null = sensitive ? point && { type: 'Point', coordinates: [...point] } : exact;
  const geonames = links.map(({ identifier }) => /^gn:(\d+)$/.exec(identifier)?.[1]).find((id) => id !== undefined);
  return deepFreeze({
    id: p.id,
    title: p.title,
    titleAr: names.find(({ lang }) => lang === 'ar')?.toponym ?? null,
    spellings: [...new Set([p.title, ...names.map(({ toponym }) => toponym)])],
    featureClass: p.fclasses[0]!,
    kind: p.kind,
    countries: p.ccodes,
    geometry,
    point: point && ([point[0]!, point[1]!] as const),
    precisionM: sensitive ? Math.max(COARSE_M, p.precisionM) : p.precisionM,
    population: p.population ?? null,
    geonames: geonames === undefined ? null : Number(geonames),
    pcode: p.pcode ?? null,
    sensitive,
  });
}

/** Where a mark stands unless the file says: on the point, half-way along the longest line, or inside the outline. */
function markPoint(geometry: Geometry): Position {
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return halfWay(geometry);
  return pointOnFeature(geometry).geometry.coordinates;
}

function halfWay({ type, coordinates }: LineString | MultiLineString): Position {
  const lines = (type === 'LineString' ? [coordinates] : coordinates).map((line) => lineString(line));
  const longest = lines.reduce((best, line) => (length(line) > length(best) ? line : best));
  return along(longest, length(longest) / 2).geometry.coordinates;
}

function idOf(value: unknown): string | null {
  const { properties } = Object(value) as { properties?: unknown };
  const { id } = Object(properties) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
