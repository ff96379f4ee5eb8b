import { fold } from '../gazetteer/fold';
import type { Dossier, Party, Place, Speaker } from '../model';
import type { Naming } from './draft';
import type { Resolved } from './places';

/** Ids for the places, parties and speakers that a table names: those of the dossier, and new ones for what it lacks. */

/** What a dossier is to be given beside the claims. */
export interface Additions {
  /** Places of the larger gazetteer, by id. */
  readonly taken: ReadonlyMap<string, Place>;
  /** Places that no gazetteer has. */
  readonly made: ReadonlyMap<string, { readonly title: string; readonly point: readonly [number, number] }>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
}

/** An id of a text: its Latin letters and digits, with hyphens between; empty where it has none. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/**
 * In the order in which new parties get them: colours that can be told apart by everybody (Okabe and Ito, without the grounds of our own marks), then those of
 * Tol's muted scheme that are unlike them and the purple of displacement.
 */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#F0E442', '#56B4E9', '#000000', '#882255', '#999933', '#332288', '#CC6677', '#117733'];
/** Two colours nearer than this, of 441, would be taken for one. */
const ALIKE = 60;

export class Namer implements Naming {
  readonly #known: ReadonlySet<string>;
  readonly #parties = new Map<string, string>();
  readonly #speakers = new Map<string, string>();
  /** What a person chose for a text that no known speaker has: the id of a party that may be new. */
  readonly #sides = new Map<string, string>();
  /** The last name that a person gave an id. */
  readonly #typed = new Map<string, string>();
  readonly #ids: Record<'party' | 'speaker' | 'place', Set<string>>;
  readonly #made = new Map<string, string>();
  readonly #colours: string[];
  /** Every party and speaker, those that are added too. */
  readonly known: { readonly parties: Map<string, Party>; readonly speakers: Map<string, Speaker> };
  readonly added = {
    taken: new Map<string, Place>(),
    made: new Map<string, { title: string; point: readonly [number, number] }>(),
    parties: new Map<string, Party>(),
    speakers: new Map<string, Speaker>(),
  } satisfies Additions;

  /** `packaged`: places that every dossier can name. `chosen`: ids of parties and speakers by the text that means them; a speaker's text with a party's id is on its side, and a party of an id that is not there is new. */
  constructor(dossier: Dossier, packaged: ReadonlyMap<string, Place>, chosen: ReadonlyMap<string, string>) {
    this.known = { parties: new Map(dossier.parties), speakers: new Map(dossier.speakers) };
    this.#known = new Set([...packaged.keys(), ...dossier.places.keys()]);
    this.#ids = {
      party: new Set(dossier.parties.keys()),
      speaker: new Set(dossier.speakers.keys()),
      place: new Set(this.#known),
    };
    this.#colours = [...dossier.parties.values()].flatMap(({ colour }) => colour ?? []);
    for (const { id, name, initials } of dossier.parties.values())
      for (const text of [id, initials, ...Object.values(name)]) this.#parties.set(fold(text), id);
    for (const { id, name } of dossier.speakers.values())
      for (const text of [id, ...Object.values(name)]) this.#speakers.set(fold(text), id);
    for (const [text, id] of chosen) {
      if (!isStyle(text)) this.#typed.set(id, text);
      if (dossier.parties.has(id)) this.#parties.set(fold(text), id);
      if (dossier.speakers.has(id)) this.#speakers.set(fold(text), id);
      else this.#sides.set(fold(text), id);
    }
  }

  place(resolved: Exclude<Resolved, { is: 'open' }>): { readonly id: string; readonly title: string } {
    if (resolved.is !== 'new') {
      const { place } = resolved;
      if (!this.#known.has(place.id)) this.added.taken.set(place.id, place);
      return { id: place.id, title: place.title };
    }
    const { name, point } = resolved;
    const key = `${fold(name)} ${point.map((degrees) => degrees.toFixed(2)).join(' ')}`;
    let id = this.#made.get(key);
    if (id === undefined) {
      id = this.#free('place', slugOf(name) || 'place');
      this.#made.set(key, id);
      this.added.made.set(id, { title: name, point });
    }
    return { id, title: name };
  }

  party(text: string): string {
    return this.#named(this.#parties, text, (key) => {
      const chosen = this.#sides.get(key);
      const id = chosen !== undefined && this.added.parties.has(chosen) ? chosen : this.#free('party', chosen ?? (slugOf(text) || 'party'));
      this.#parties.set(key, id);
      if (this.added.parties.has(id)) return id;
      // parties of one colour would be taken for allies
      const colour = COLOURS.find((each) => !this.#colours.some((taken) => apart(each, taken) < ALIKE));
      if (colour) this.#colours.push(colour);
      const name = isStyle(text) ? (this.#typed.get(id) ?? nameOfId(id)) : text;
      const party = { id, name: { en: name }, initials: initialsOf(name), ...(colour && { colour }) };
      this.added.parties.set(id, party);
      this.known.parties.set(id, party);
      // who spoke under its name, or was said to be on its side, spoke for it
      for (const [of, speaker] of this.#speakers) {
        const own = this.added.speakers.get(speaker);
        if (own && (of === key || this.#sides.get(of) === id)) this.#addSpeaker({ ...own, party: id });
      }
      return id;
    });
  }

  speaker(text: string): string {
    return this.#named(this.#speakers, text, (key) => {
      const id = this.#free('speaker', slugOf(text) || 'speaker');
      this.#speakers.set(key, id);
      const side = this.#sides.get(key);
      const party = this.#parties.get(key) ?? (side !== undefined && this.#ids.party.has(side) ? side : undefined);
      this.#addSpeaker({ id, name: { en: text }, ...(party !== undefined && { party }) });
      return id;
    });
  }

  #addSpeaker(speaker: Speaker): void {
    this.added.speakers.set(speaker.id, speaker);
    this.known.speakers.set(speaker.id, speaker);
  }

  #named(known: ReadonlyMap<string, string>, text: string, make: (key: string) => string): string {
    const key = fold(text) || text;
    return known.get(key) ?? make(key);
  }

  #free(kind: 'party' | 'speaker' | 'place', wanted: string): string {
    const taken = this.#ids[kind];
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  }
}

/** Whether a text is a colour or a style of a file of areas, which is no name. */
function isStyle(text: string): boolean {
  return text.startsWith('#');
}

/** What an id is made of, as a name: `sdf` is SDF, `local-council` is Local Council. */
function nameOfId(id: string): string {
  const words = id.split('-');
  return words.length === 1 && id.length <= 4
    ? id.toUpperCase()
    : words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

/** How far two `#rrggbb` colours lie apart, 0 to 441. */
function apart(a: string, b: string): number {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return Math.hypot(...[1, 3, 5].map((at) => channel(a, at) - channel(b, at)));
}

/** Up to three capital letters: the text's own where it has some in a row, else of its first words. */
function initialsOf(text: string): string {
  const own = /\b\p{Lu}{2,4}\b/u.exec(text)?.[0];
  if (own) return own;
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !/^(of|the|and|al)$/i.test(word));
  return (words.map((word) => [...word][0]!.toUpperCase()).join('') || '?').slice(0, 3);
}
