import { silenceOf, type Silence } from '../core/silence';
import type { Names } from '../core/model';
import { entryOf, type Situation } from '../core/situation';
import { nameOf } from './labels';
import type { Home } from './home';
import { eachAlive } from './records/alive-records';
import { styleAt, type MarkLayer, type Records } from './records/records';
import type { RingFeature } from './rings';

/** Which towns nobody speaks of on the day of a situation, and where their rings stand. */

/** A town of which nobody speaks on the day. */
export interface QuietTown {
  /** `control:PLACE` where the situation has a mark of it, else `silent:PLACE`, or `silent:` and a GeoNames number. */
  readonly id: string;
  readonly name: Names;
  readonly point: readonly [lng: number, lat: number];
  /** The last day before of which somebody speaks; null where there is none. */
  readonly lastSpoken: string | null;
}

/** Which towns are silent in a situation, and of how many. */
export interface Quiet {
  readonly towns: readonly QuietTown[];
  readonly of: number;
}

const known = new WeakMap<Situation, { readonly home: Home; readonly quiet: Quiet; readonly byId: ReadonlyMap<string, QuietTown> }>();

/** The silent towns of a situation: those of the dossier, then those of the country that it never names. */
export function quietIn(situation: Situation, home: Home): Quiet {
  return read(situation, home).quiet;
}

/** A silent town by its id; null where it is not silent. */
export function quietTown(situation: Situation, home: Home, id: string): QuietTown | null {
  return read(situation, home).byId.get(id) ?? null;
}

function read(situation: Situation, home: Home) {
  const last = known.get(situation);
  if (last?.home === home) return last;
  const quiet = find(situation, home, silenceOf(situation));
  const made = { home, quiet, byId: new Map(quiet.towns.map((town) => [town.id, town])) };
  known.set(situation, made);
  return made;
}

function find(situation: Situation, home: Home, { silent, towns }: Silence): Quiet {
  const { ledger, rows } = situation;
  const { places } = ledger.dossier;
  const named = new Set(Array.from(places.values(), ({ geonames }) => geonames));
  const unnamed = home.towns.filter(({ geonames }) => !named.has(geonames));
  const ofDossier = silent.flatMap(({ place, lastSpoken }): QuietTown[] => {
    const found = places.get(place);
    if (!found?.point) return [];
    const entry = entryOf(ledger, place);
    const isMarked = entry >= 0 && rows[entry]! >= 0;
    const name = { en: nameOf(found, 'en'), ar: nameOf(found, 'ar') };
    return [{ id: `${isMarked ? 'control' : 'silent'}:${place}`, name, point: found.point, lastSpoken }];
  });
  return {
    towns: [...ofDossier, ...unnamed.map(({ geonames, name, point }) => ({ id: `silent:${geonames}`, name, point, lastSpoken: null }))],
    of: towns + unnamed.length,
  };
}

/** The rings of some towns: around the mark where one is drawn, small where none is. `sideOf` is that of a style's drawing at mark scale 1. */
export function ringsOf(
  { towns }: Quiet,
  { ledger, at }: Situation,
  records: Records,
  { zoom, off, sideOf }: { readonly zoom: number; readonly off: readonly MarkLayer[]; readonly sideOf: (style: number) => number },
): RingFeature[] {
  const { places } = ledger.dossier.claims.columns;
  const sides = new Map<string, number>();
  const marked = new Set(towns.map(({ id }) => id).filter((id) => id.startsWith('control:')));
  if (marked.size > 0)
    eachAlive(records, { at, zoom, off }, (record) => {
      const style = styleAt(records.data, record);
      if (records.styles[style]!.kind !== 'control') return;
      const id = `control:${places[ledger.control.place[records.subject[record]!]!]}`;
      if (marked.has(id)) sides.set(id, sideOf(style));
    });
  return towns.map(({ id, point }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...point] },
    properties: { kind: 'ring', id, side: sides.get(id) ?? 0 },
  }));
}
