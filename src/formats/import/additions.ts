import type { Ask } from '../../core/import/ask';
import type { Additions, Namer } from '../../core/import/naming';

/** The dossier's own files with what a table adds to them. */

/** What a person says of the table as a source. */
export interface About {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  /** YYYY-MM-DD. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
}

/** An import that cannot be, for a reason that a person can mend. */
export class CannotImport extends Error {}

/** The dossier's sources with the table among them. Throws CannotImport where its id is that of another. */
export function withSource(
  text: string,
  { id, file, sha256 }: { readonly id: string; readonly file: string; readonly sha256: string },
  { title, publisher, published, language }: About,
  asks: Ask[],
): { readonly sources: string; readonly isNew: boolean; readonly earlier: string | null } {
  const all = JSON.parse(text) as { sources: KnownSource[] };
  const known = all.sources.find((source) => source.id === id);
  if (known) {
    if (known.text?.sha256 !== sha256)
      throw new CannotImport(`The dossier has a source ${id} already, made from another file: name this one with --source.`);
    return { sources: text, isNew: false, earlier: null };
  }
  if (published === undefined)
    asks.push({ about: 'published', why: 'when the table was published; what is not known to be published counts nowhere' });
  const earlier = earlierOf(all.sources, file, publisher ?? null);
  const source = {
    id,
    title: title ?? file,
    publisher: publisher ?? null,
    published: published ?? '',
    language: language ?? 'en',
    ...(earlier !== null && { derivedFrom: earlier }),
    text: { file, sha256 },
  };
  return { sources: `${JSON.stringify({ ...all, sources: [...all.sources, source] }, null, 2)}\n`, isNew: true, earlier };
}

interface KnownSource {
  readonly id: string;
  readonly publisher?: string | null;
  readonly text?: { readonly file: string; readonly sha256: string };
}

/** The id of the newest source of a file of this name, or of the one whose rejected rows it has, by the same publisher; null for none. */
function earlierOf(sources: readonly KnownSource[], file: string, publisher: string | null): string | null {
  const whole = (name: string): string => name.replace(/(\.rejects(\.\d+)?\.csv)+$/, '');
  const alike = sources.filter((each) => each.text && whole(each.text.file) === whole(file) && (each.publisher ?? null) === publisher);
  return alike.at(-1)?.id ?? null;
}

/** The dossier's head with new parties and speakers; null where there are none. */
export function withPeople(text: string, { added }: Namer): string | null {
  if (added.parties.size + added.speakers.size === 0) return null;
  const all = JSON.parse(text) as { parties: object[]; speakers: object[] };
  const [parties, speakers] = [
    [...all.parties, ...added.parties.values()],
    [...all.speakers, ...added.speakers.values()],
  ];
  return `${JSON.stringify({ ...all, parties, speakers }, null, 2)}\n`;
}

interface Collection {
  readonly features: readonly { readonly properties: { readonly id: string } }[];
}

/** How far a place that only a table knows may be from where it says, in metres. */
const PRECISION_M = 5000;

/** The dossier's own places.geojson with the places that a table needs; null where nothing is added. `larger`: text of the gazetteer that some are taken from. */
export function withPlaces(before: string | null, { taken, made }: Additions, larger: string, from: string): string | null {
  if (taken.size + made.size === 0) return null;
  const own = before === null ? { type: 'FeatureCollection', features: [] } : (JSON.parse(before) as Collection);
  const features = [
    ...own.features,
    ...(taken.size === 0 ? [] : (JSON.parse(larger) as Collection).features.filter(({ properties }) => taken.has(properties.id))),
    ...[...made].map(([id, { title, point }]) => ({
      type: 'Feature',
      '@id': `urn:claimline:${id}`,
      properties: { id, title, ccodes: [], fclasses: ['P'], kind: 'town', precisionM: PRECISION_M, coordinatesFrom: from },
      geometry: { type: 'Point', coordinates: point },
      names: [{ toponym: title }],
    })),
  ];
  return `${JSON.stringify({ ...own, features }, null, 2)}\n`;
}
