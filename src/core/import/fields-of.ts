import { fieldNames, type Field, type TableKind } from './fields';

/** The fields that a table of a kind can say. */

const everywhere = new Set<Field>(['id', 'date', 'dateEnd', 'precision', 'published', 'source', 'note']);
const places = new Set<Field>(['placeId', 'place', 'area', 'pcode', 'areaPcode', 'geonames', 'latitude', 'longitude', 'placePrecision']);
const own: Readonly<Record<TableKind, ReadonlySet<Field>>> = {
  control: new Set([...places, 'party', 'status']),
  events: new Set([...places, 'party', 'event', 'killed', 'killedLow', 'killedHigh']),
  flows: new Set(['from', 'fromPcode', 'to', 'toPcode', 'people', 'who']),
  figures: new Set([...places, 'from', 'to', 'people', 'who', 'method']),
};

/** Of no kind: all. */
export function fieldsOf(kind: TableKind | null): readonly Field[] {
  return fieldNames.filter((name) => kind === null || everywhere.has(name) || own[kind].has(name));
}
