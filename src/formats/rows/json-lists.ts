/** Where in a JSON file its list of events is: at the top, under a usual name, or parted into groups as GeoConfirmed parts its placemarks. */

type Event = Readonly<Record<string, unknown>>;

export interface EventList {
  readonly events: readonly Event[];
  /** Whether two numbers without names are longitude and latitude, and not the other way round. */
  readonly lngFirst: boolean;
}

/** Names under which a list of events, or of groups of them, stands. */
const lists = ['events', 'incidents', 'items', 'placemarks', 'mapDataPlacemarks', 'mapDataFolders', 'icons', 'data', 'results'];
/** Groups in groups; deeper ones are rows. */
const DEEPEST = 4;

/** The list; null where there is none. */
export function listIn(value: unknown): EventList | null {
  // the folders of older files have longitude first, the lists since then latitude
  const lngFirst = Array.isArray((Object(value) as Event)['mapDataFolders']);
  const list = Array.isArray(value) ? (value as unknown[]) : innerList(value);
  return list && { events: list.flatMap((each) => eventsOf(each, 0)), lngFirst };
}

/** A group's events, each with what the group says of itself as `group.…`; an event alone. */
function eventsOf(value: unknown, depth: number): Event[] {
  if (typeof value !== 'object' || value === null) return [{ value }];
  const inner = depth < DEEPEST ? innerList(value) : null;
  if (!inner?.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))) return [value as Event];
  const own = Object.entries(value)
    .filter(([name, each]) => name !== '__proto__' && typeof each !== 'object')
    .map(([name, each]): [string, unknown] => [`group.${name}`, each]);
  return inner.flatMap((each) => eventsOf(each, depth + 1)).map((event) => ({ ...Object.fromEntries(own), ...event }));
}

function innerList(value: unknown): unknown[] | null {
  const object = Object(value) as Event;
  const name = lists.find((each) => Object.hasOwn(object, each) && Array.isArray(object[each]));
  return name === undefined ? null : (object[name] as unknown[]);
}
