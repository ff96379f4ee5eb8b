import { fold } from '../gazetteer/fold';
import { find, type Gazetteer } from '../gazetteer/gazetteer';
import { editDistance } from '../gazetteer/suggest';
import type { Place } from '../model';
import { ofKind, type OfKind } from './kind-words';

/** Which place a row means: by what a person chose, by codes, by its name and coordinates; never by a guess that is not told. */

/** What a row says of a place. */
export interface Said {
  readonly name: string;
  readonly pcode?: string;
  readonly geonames?: string;
  /** An id of a gazetteer's place. */
  readonly id?: string;
  readonly point?: readonly [lng: number, lat: number];
}

export type Resolved =
  /** Sure: chosen, by code, or of one name. */
  | { readonly is: 'known'; readonly place: Place }
  /** One place fits, though not by its very name; `why` says how. */
  | { readonly is: 'guessed'; readonly place: Place; readonly why: string }
  /** No gazetteer has it, but the row says where it is. */
  | { readonly is: 'new'; readonly name: string; readonly point: readonly [number, number] }
  /** A person has to choose; of no candidates it is unknown. */
  | { readonly is: 'open'; readonly candidates: readonly Place[]; readonly why: string };

/** A place of the same name nearer than this to a row's coordinates is the place; one farther than the other is another. */
const [NEAR_KM, FAR_KM] = [15, 50];
const MOST_CANDIDATES = 6;
/** Of a name that may be another with one slip: of a shorter one too many are. */
const LEAST_LETTERS = 5;
const REMEMBERED = 50_000;

export class PlaceResolver {
  readonly #gazetteers: readonly Gazetteer[];
  readonly #chosen: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, Place[]>();
  readonly #byCode = new Map<string, Place>();
  readonly #byId = new Map<string, Place>();
  readonly #remembered = new Map<string, Resolved>();

  /** `chosen`: ids of places by the key of what was said (see `keyOf`). Of places in several gazetteers the first counts. */
  constructor(gazetteers: readonly Gazetteer[], chosen: ReadonlyMap<string, string>) {
    this.#gazetteers = gazetteers;
    this.#chosen = chosen;
    const numbers = new Set<number>();
    for (const { places, spellings } of gazetteers) {
      const taken = new Set<Place>();
      for (const place of places.values()) {
        if (this.#byId.has(place.id) || (place.geonames !== null && numbers.has(place.geonames))) continue;
        taken.add(place);
        this.#byId.set(place.id, place);
        if (place.geonames !== null) this.#byCode.set(`geonames ${place.geonames}`, place);
        if (place.pcode !== null) this.#byCode.set(`pcode ${place.pcode.toUpperCase()}`, place);
      }
      for (const place of taken) if (place.geonames !== null) numbers.add(place.geonames);
      for (const { place, folded } of spellings) {
        if (!taken.has(place)) continue;
        const known = this.#byName.get(folded);
        if (!known) this.#byName.set(folded, [place]);
        else if (!known.includes(place)) known.push(place);
      }
    }
  }

  resolve(said: Said): Resolved {
    const key = `${keyOf(said)} ${said.id ?? ''} ${said.geonames ?? ''} ${said.pcode ?? ''} ${said.point?.join(' ') ?? ''}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const resolved = this.#resolve(said);
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, resolved);
    return resolved;
  }

  #resolve(said: Said): Resolved {
    const { name, id, pcode, geonames, point } = said;
    const chosen = this.#byId.get(id?.trim() || (this.#chosen.get(keyOf(said)) ?? ''));
    if (chosen) return { is: 'known', place: chosen };
    const coded =
      (geonames && this.#byCode.get(`geonames ${geonames.trim()}`)) || (pcode && this.#byCode.get(`pcode ${pcode.trim().toUpperCase()}`));
    if (coded) return { is: 'known', place: coded };
    const folded = fold(name);
    if (name.trim() === '' && point) return this.#nearest(point);
    if (folded === '') return { is: 'open', candidates: [], why: name.trim() === '' ? 'no place is named' : `“${name}” is no name` };
    const alike = this.#byName.get(folded) ?? [];
    const kind = alike.length === 0 ? ofKind(name) : null;
    const found = kind && this.#byKind(kind, point);
    if (found) return found;
    if (point) return byPoint(name, point, alike);
    const towns = alike.filter(({ featureClass }) => featureClass === 'P');
    if (alike.length === 1) return { is: 'known', place: alike[0]! };
    if (towns.length === 1 && alike.length > 1) {
      const others = alike.filter((place) => place !== towns[0]).map(({ kind }) => kind);
      return { is: 'guessed', place: towns[0]!, why: `the town, not the ${[...new Set(others)].join(' or ')} of that name` };
    }
    if (alike.length > 1) return { is: 'open', candidates: alike.slice(0, MOST_CANDIDATES), why: `${alike.length} places are called so` };
    const near = this.#gazetteers.flatMap((gazetteer) => find(gazetteer, name)).filter(({ place }) => this.#byId.get(place.id) === place);
    const candidates = [...new Set(near.map(({ place }) => place))];
    const slips = near.filter(({ spelling }) => folded.length >= LEAST_LETTERS && editDistance(folded, fold(spelling), 2) < 2);
    if (candidates.length === 1 && slips.length === 1)
      return { is: 'guessed', place: candidates[0]!, why: `one letter from “${slips[0]!.spelling}”` };
    return {
      is: 'open',
      candidates: candidates.slice(0, MOST_CANDIDATES),
      why: candidates.length > 0 ? 'no gazetteer has it; spelled somewhat like it are' : 'no gazetteer has it',
    };
  }

  /** What is called so without the word at the end that says its kind; null where nothing of such a kind is. */
  #byKind({ name, kind }: OfKind, point: Said['point']): Resolved | null {
    const all = this.#byName.get(fold(name)) ?? [];
    const isTown = ({ featureClass }: Place): boolean => featureClass === 'P';
    const fit = all.filter((place) =>
      kind === 'governorate' ? place.kind === 'governorate' : isTown(place) && !(kind === 'village' && place.kind === 'city'),
    );
    if (fit.length === 0 && kind === 'governorate')
      return { is: 'open', candidates: [], why: 'no gazetteer has a governorate of that name' };
    if (fit.length === 0 && kind === 'village' && all.some(isTown))
      return { is: 'open', candidates: all.filter(isTown), why: 'no gazetteer has a village of that name, but a city' };
    if (fit.length === 0) return null;
    const found: Resolved = point
      ? byPoint(name, point, fit)
      : fit.length > 1
        ? { is: 'open', candidates: fit.slice(0, MOST_CANDIDATES), why: `${fit.length} places are called so` }
        : { is: 'known', place: fit[0]! };
    if (found.is === 'new') return null;
    if (kind !== 'district') return found;
    // a district is wide, and its middle need not be near its town
    if (found.is === 'open' && point) return null;
    return 'place' in found
      ? {
          is: 'open',
          candidates: [found.place],
          why: `no gazetteer has a district of that name, but a ${found.place.kind}, which is not it`,
        }
      : found;
  }

  /** The one town that a point without a name may be in, as precisely as its own point is known. */
  #nearest(point: readonly [number, number]): Resolved {
    let [best, bestKm]: [Place | null, number] = [null, Infinity];
    for (const place of this.#byId.values()) {
      if (place.featureClass !== 'P' || !place.point || Math.abs(place.point[1] - point[1]) * 111 > bestKm) continue;
      const km = kilometres(place.point, point);
      if (km < bestKm) [best, bestKm] = [place, km];
    }
    if (!best) return { is: 'open', candidates: [], why: 'no place is named, and no gazetteer has a town' };
    const far = `${bestKm.toFixed(1)} km from the row’s coordinates`;
    return bestKm * 1000 <= best.precisionM
      ? { is: 'guessed', place: best, why: `no place is named; the nearest town, ${far}` }
      : { is: 'open', candidates: [best], why: `no place is named; the nearest town, ${best.title}, lies ${far}` };
  }
}

/** By what a person's choice is kept. */
export function keyOf({ name, pcode }: Said): string {
  return pcode?.trim() ? pcode.trim().toUpperCase() : name.trim().normalize('NFC');
}

function byPoint(name: string, point: readonly [number, number], alike: readonly Place[]): Resolved {
  const measured = alike.flatMap((place) => (place.point ? [{ place, km: kilometres(place.point, point) }] : []));
  const order = (a: { place: Place; km: number }, b: { place: Place; km: number }) =>
    Number(b.place.featureClass === 'P') - Number(a.place.featureClass === 'P') || a.km - b.km;
  const within = (km: number) => measured.filter((each) => each.km <= Math.max(km, each.place.precisionM / 1000)).sort(order)[0];
  const near = within(NEAR_KM);
  if (near) return { is: 'known', place: near.place };
  const farther = within(FAR_KM);
  if (farther) return { is: 'guessed', place: farther.place, why: `${Math.round(farther.km)} km from the row’s coordinates` };
  const swapped = alike.find((place) => place.point && kilometres(place.point, [point[1], point[0]]) <= NEAR_KM);
  if (swapped) return { is: 'open', candidates: [swapped], why: 'latitude and longitude look swapped' };
  const nearest = measured.sort((a, b) => a.km - b.km)[0];
  if (nearest)
    return {
      is: 'open',
      candidates: alike.slice(0, MOST_CANDIDATES),
      why: `its coordinates lie ${Math.round(nearest.km)} km from the nearest place called so`,
    };
  return { is: 'new', name: name.trim(), point };
}

/** Between two points, on a sphere. */
function kilometres([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lng2 - lng1) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
