import gjv from 'geojson-validation';
import type { Geometry, Position } from 'geojson';
import { pointer, quoted, type Issue } from '../issue';
import type { Context } from './schema';

/** Geometry by RFC 7946: geojson-validation behind a guard, then what it lets pass. */

const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
/** Fewer positions make no line or ring. */
const LEAST: Readonly<Record<string, number>> = { LineString: 2, MultiLineString: 2, Polygon: 4, MultiPolygon: 4 };

/** The geometry, frozen data as it stood, or null: with issues where it is at fault, without where it is `null` itself. */
export function checkGeometry(value: unknown, context: Context, issues: Issue[]): Geometry | null {
  if (value === null) return null;
  const fault = (steps: readonly (string | number)[], found: unknown, expected: string, mend: string) =>
    issues.push({ ...context, at: context.at + pointer(...steps), code: 'geometry', found: quoted(found), expected, mend });
  const before = issues.length;
  const types = Object.keys(DEPTHS);
  if (typeof value !== 'object' || value === undefined) {
    fault([], value, 'a geometry or null', 'write null to let the gazetteer place the claim');
    return null;
  }
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (typeof type !== 'string' || !types.includes(type)) {
    fault(['type'], type, `one of ${types.join(', ')}`, 'use a geometry type of RFC 7946; a collection is not read here');
    return null;
  }
  const depth = DEPTHS[type]!;
  walk(coordinates, depth, ['coordinates'], fault);
  if (issues.length > before) return null;
  for (const [line, steps] of linesOf(coordinates, depth, type)) checkLine(line, type, steps, fault);
  if (issues.length > before) return null;
  const messages = gjv.valid(value, true) as string[];
  for (const message of messages) fault([], type, 'a geometry that geojson-validation accepts', message);
  return issues.length > before ? null : (value as Geometry);
}

type Fault = (steps: readonly (string | number)[], found: unknown, expected: string, mend: string) => void;

function walk(value: unknown, depth: number, steps: readonly (string | number)[], fault: Fault): void {
  if (!Array.isArray(value))
    return fault(steps, value, depth === 0 ? 'a position [longitude, latitude]' : 'a list', 'correct the coordinates');
  if (depth > 0) return value.forEach((inner, i) => walk(inner, depth - 1, [...steps, i], fault));
  const [longitude, latitude] = value as unknown[];
  const isNumber = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n);
  if (value.length < 2 || value.length > 3 || !value.every(isNumber))
    return fault(steps, value, 'two numbers [longitude, latitude], in degrees', 'correct the position');
  const swapped = Math.abs(longitude as number) <= 90 && Math.abs(latitude as number) > 90;
  if (Math.abs(longitude as number) > 180 || Math.abs(latitude as number) > 90)
    fault(
      steps,
      value,
      'longitude from -180 to 180, latitude from -90 to 90',
      swapped ? 'swap the two: longitude stands first' : 'correct the position',
    );
}

/** Lines and rings of a geometry, each with the path to it. */
function linesOf(coordinates: unknown, depth: number, type: string): [Position[], (string | number)[]][] {
  if (!(type in LEAST)) return [];
  if (depth === 1) return [[coordinates as Position[], ['coordinates']]];
  return (coordinates as unknown[]).flatMap((inner, i) =>
    linesOf(inner, depth - 1, type).map(([line, steps]): [Position[], (string | number)[]] => [
      line,
      ['coordinates', i, ...steps.slice(1)],
    ]),
  );
}

function checkLine(line: Position[], type: string, steps: readonly (string | number)[], fault: Fault): void {
  const ring = type.endsWith('Polygon');
  if (line.length < LEAST[type]!) return fault(steps, line, `at least ${LEAST[type]} positions`, 'add positions, or remove the part');
  const jump = line.findIndex((p, i) => i > 0 && Math.abs(p[0]! - line[i - 1]![0]!) > 180);
  if (jump > 0)
    fault([...steps, jump], line[jump], 'a step of at most 180 degrees', 'cut the geometry at the antimeridian into a multi-part one');
  if (!ring) return;
  const [first, last] = [line[0]!, line.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1])
    return fault(steps, last, `the ring’s first position ${quoted(first)} again`, 'close the ring');
  const outer = steps.at(-1) === 0;
  if (signedArea(line) > 0 !== outer)
    fault(
      steps,
      outer ? 'clockwise' : 'counter-clockwise',
      outer ? 'an outer ring counter-clockwise' : 'a hole clockwise',
      'reverse the ring',
    );
}

/** Twice the area in square degrees, positive for a ring that runs counter-clockwise. */
function signedArea(ring: Position[]): number {
  return ring.slice(1).reduce((sum, p, i) => sum + ring[i]![0]! * p[1]! - p[0]! * ring[i]![1]!, 0);
}
