import { guessMapping } from '../../core/import/mapping';

/** Areas in a file of points: a row is a place, so theirs are none. */

const AREA = 'it is an area, and a row is a place; bring areas in by a file of their own, or give it a point';

/** Of each row why it is none, and what is told of all; where a table names its places, or counts people by them, an area is as good as a point. `what`: a row's name in its format. */
export function areasBeside(
  geometries: readonly unknown[],
  headings: readonly string[],
  what: string,
): { readonly faults: (string | null)[]; readonly reasons: string[] } {
  const { columns, table } = guessMapping(headings, null, [], null).mapping;
  const isNamed = columns.place ?? columns.area ?? columns.pcode ?? columns.placeId;
  const areas = geometries.map((each) => hasArea(each));
  const count = areas.filter(Boolean).length;
  if (isNamed || table === 'figures' || table === 'flows' || count === 0 || count === areas.length) return { faults: [], reasons: [] };
  return {
    faults: areas.map((isArea) => (isArea ? AREA : null)),
    reasons: [
      `of ${areas.length} ${what} ${count === 1 ? 'one is an area' : `${count} are areas`}, which no row can be: rejected, each with this reason`,
    ],
  };
}

/** Of KML and GeoJSON; deeper collections are told of nowhere. */
function hasArea(geometry: unknown, depth = 0): boolean {
  const { type, geometries } = Object(geometry) as { type?: unknown; geometries?: unknown };
  if (type === 'Polygon' || type === 'MultiPolygon') return true;
  return depth < 20 && Array.isArray(geometries) && geometries.some((each) => hasArea(each, depth + 1));
}
