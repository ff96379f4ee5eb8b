import { fold } from './fold';
import type { Place } from '../model';
import { editDistance } from './suggest';

export { readGazetteer, readingGazetteer } from './read';

/** Named places with every spelling, ready to be searched. Made by `gazetteerOf`; frozen. */
export interface Gazetteer {
  /** By id, in the order in which they were given: that is the order in which equal matches are listed. */
  readonly places: ReadonlyMap<string, Place>;
  readonly spellings: readonly Spelling[];
}

/** One spelling of one place, and what it folds to. */
export interface Spelling {
  readonly place: Place;
  readonly spelling: string;
  readonly folded: string;
}

const matches = ['exact', 'folded', 'prefix', 'fuzzy'] as const;

/** A place that a name may mean, by its best matching spelling. */
export interface Candidate {
  readonly place: Place;
  readonly spelling: string;
  readonly match: (typeof matches)[number];
}

/**
 * A gazetteer of these places. Entries with one id or one GeoNames id are one place: the first keeps its id, its names
 * and its coordinates, and takes in the spellings of the others. So put the dossier's places before a larger gazetteer's.
 */
export function gazetteerOf(places: readonly Place[]): Gazetteer {
  const merged = new Map<string, Place>();
  const idOf = new Map<number, string>();
  for (const place of places) {
    const known = merged.get((place.geonames !== null && idOf.get(place.geonames)) || place.id);
    if (known) merged.set(known.id, withSpellings(known, place.spellings));
    else merged.set(place.id, place);
    if (place.geonames !== null && !idOf.has(place.geonames)) idOf.set(place.geonames, known?.id ?? place.id);
  }
  const spellings = [...merged.values()].flatMap((place) =>
    place.spellings.map((spelling) => Object.freeze({ place, spelling, folded: fold(spelling) })),
  );
  return Object.freeze({ places: merged, spellings: Object.freeze(spellings) });
}

function withSpellings(place: Place, more: readonly string[]): Place {
  return Object.freeze({ ...place, spellings: Object.freeze([...new Set([...place.spellings, ...more])]) });
}

/**
 * Every place that a name may mean, best match first: the same text, then the same once folded, then names that begin
 * so, then, only where nothing is the same, names a slip or two away. Of equal matches towns come first, then the
 * gazetteer's order. A name that is nothing but signs finds nothing.
 */
export function find(gazetteer: Gazetteer, name: string): Candidate[] {
  const query = { text: name.trim().normalize('NFC'), folded: fold(name) };
  if (query.folded === '') return [];
  const found = new Map<string, Candidate & { readonly distance: number }>();
  for (const { place, spelling, folded } of gazetteer.spellings) {
    const match = matchOf(query, spelling, folded);
    const best = found.get(place.id);
    if (match && (!best || rank(match) < rank(best.match))) found.set(place.id, { place, spelling, match, distance: 0 });
  }
  if (![...found.values()].some(({ match }) => match === 'exact' || match === 'folded')) addSlips(found, gazetteer, query.folded);
  const order = new Map([...gazetteer.places.keys()].map((id, index) => [id, index]));
  return [...found.values()]
    .sort(
      (a, b) =>
        rank(a.match) - rank(b.match) ||
        a.distance - b.distance ||
        Number(b.place.featureClass === 'P') - Number(a.place.featureClass === 'P') ||
        order.get(a.place.id)! - order.get(b.place.id)!,
    )
    .map(({ place, spelling, match }) => ({ place, spelling, match }));
}

const rank = (match: Candidate['match']): number => matches.indexOf(match);

function matchOf(query: { text: string; folded: string }, spelling: string, folded: string): Candidate['match'] | null {
  if (spelling.normalize('NFC') === query.text) return 'exact';
  if (folded === query.folded) return 'folded';
  return folded.startsWith(query.folded) ? 'prefix' : null;
}

/** Adds places within one slip of a name of four to six letters, or two of a longer one. */
function addSlips(found: Map<string, Candidate & { distance: number }>, gazetteer: Gazetteer, folded: string): void {
  if (folded.length < 4) return;
  const limit = folded.length < 7 ? 1 : 2;
  for (const { place, spelling, folded: other } of gazetteer.spellings) {
    const best = found.get(place.id);
    if (best?.match === 'prefix' || other.length < 4) continue;
    const distance = editDistance(folded, other, best?.distance ?? limit + 1);
    if (distance < (best?.distance ?? limit + 1) && !isNisba(folded, other))
      found.set(place.id, { place, spelling, match: 'fuzzy', distance });
  }
}

/** Golani, Jolani, الجولاني: “of the Golan”, with a slip or without, names a person or a thing and never the place. */
function isNisba(folded: string, place: string): boolean {
  const stem = folded.replace(/(?:iy|ee|[iy]|يه|ي)$/u, '');
  return stem !== folded && /[^aeiouyيو]$/u.test(place) && editDistance(stem, place, 2) < 2;
}
