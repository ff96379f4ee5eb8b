import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { placesOf } from '../core/check/references';
import { schemaNameOf, type SchemaName } from '../core/claim-schema';
import type { Claim, Dossier } from '../core/model';
import { claimMembers, columnOf, formAt, isEmpty, nullsOf, valueOf } from '../core/table/form';
import { geometryOf } from './geojson';
import { coarsened, isSensitive } from './sensitive';
import { claimCells, textOf } from './table';
import { publisherOf, titleOf } from './titles';

/**
 * Claims as features with flat properties, for the attribute table of a GIS: a claim's members are named and written as in a table of claims
 * (`people.min`, lists joined by `; `), its reports are one JSON text. What begins with `shown.` is derived for readers, and is nothing when it is read back.
 */

type FlatFeature = Feature<Geometry | null, Record<string, string | number | boolean>>;

const SHOWN = 'shown.';
const REPORTS = 'reports';

/** One feature a claim, geometry filled in as in the page's own download. */
export function flatFeature(dossier: Dossier, claim: Claim): FlatFeature {
  const own = [...claimCells(claim)].flatMap(([name, cell]): [string, string | number | boolean][] => {
    const { value } = cell;
    const content = typeof value === 'number' || typeof value === 'boolean' ? value : textOf(cell);
    return name === 'id' || name === 'geometry' || content === '' ? [] : [[freed(name), content]];
  });
  const properties = Object.fromEntries([...own, [REPORTS, JSON.stringify(claim.reports)], ...shown(dossier, claim)]);
  return { type: 'Feature', id: claim.id, geometry: geometryOf(dossier, claim), properties };
}

/** A member of somebody's own that is named like what is derived. */
function freed(name: string): string {
  return name.startsWith(SHOWN) ? `claim.${name}` : name;
}

/** What a reader would otherwise have to look up: names, titles, and how far the geometry is to be trusted. */
function shown(dossier: Dossier, claim: Claim): [string, string | number | boolean][] {
  const places = placesOf(claim).flatMap(([, id]) => dossier.places.get(id) ?? []);
  const party = claim.kind === 'control' ? claim.holder : claim.kind === 'displacement' ? undefined : claim.party;
  const sources = [...new Set(claim.reports.map(({ source }) => source))];
  const speakers = [...new Set(claim.reports.flatMap(({ by }) => by ?? []))];
  const geometry = coarsened(dossier, claim).geometry ? 'own' : geometryOf(dossier, claim) ? 'places' : 'none';
  const texts: [string, string][] = [
    ['places', places.map(({ title }) => title).join('; ')],
    ['pcodes', places.map(({ pcode }) => pcode ?? '').join('; ')],
    ['party', (party && dossier.parties.get(party)?.name.en) ?? ''],
    ['sources', sources.map((id) => titleOf(dossier, id)).join('; ')],
    ['publishers', [...new Set(sources.map((id) => publisherOf(dossier, id)))].filter(Boolean).join('; ')],
    ['speakers', speakers.map((id) => dossier.speakers.get(id)?.name.en ?? id).join('; ')],
    ['modes', [...new Set(claim.reports.map(({ mode }) => mode))].join('; ')],
  ];
  const precision =
    geometry === 'places' ? [[`${SHOWN}precisionM`, Math.max(...places.map(({ precisionM }) => precisionM))] as [string, number]] : [];
  const sensitive = isSensitive(dossier, claim) ? [[`${SHOWN}coarsened`, true] as [string, boolean]] : [];
  return [
    ...texts.filter(([, text]) => /[^; ]/.test(text)).map(([name, text]): [string, string] => [`${SHOWN}${name}`, text]),
    [`${SHOWN}geometry`, geometry],
    ...precision,
    ...sensitive,
  ];
}

/**
 * The claims of a dossier as one RFC 7946 collection. Beside its features stand, as foreign members, what they name: `dossier`, `sources`, `parties` and
 * `speakers`, as in the dossier's own files.
 */
export function dossierAsGeojson(dossier: Dossier, claims: Iterable<Claim>): FeatureCollection<Geometry | null> & Record<string, unknown> {
  const { id, title, standfirst, timeZone, credits, disclaimer, license } = dossier;
  return {
    type: 'FeatureCollection',
    dossier: { id, title, ...(standfirst && { standfirst }), timeZone, credits, disclaimer, ...(license !== undefined && { license }) },
    sources: [...dossier.sources.values()],
    parties: [...dossier.parties.values()],
    speakers: [...dossier.speakers.values()],
    features: [...claims].map((claim) => flatFeature(dossier, claim)),
  };
}

/** The claim that a flat feature was made of, unchecked. Geometry that was filled in is taken out again. */
export function claimOf({ id, geometry, properties }: Feature<Geometry | null>): Claim {
  const flat = properties ?? {};
  const kind = schemaNameOf(flat);
  const nested: Nested = {};
  for (const [name, cell] of Object.entries(flat))
    if (name === REPORTS) put(nested, [REPORTS], valueOf('any', cell));
    else if (!name.startsWith(SHOWN) && !isEmpty(cell)) {
      const { path } = columnOf(name);
      put(nested, path, valueOf(kind === null ? 'any' : formAt(claimMembers[kind], path), cell));
    }
  if (kind !== null) addNulls(nested, kind);
  return { ...nested, id, geometry: flat[`${SHOWN}geometry`] === 'own' ? geometry : null } as unknown as Claim;
}

type Nested = Record<string, unknown>;

function put(nested: Nested, [member, own]: readonly string[], value: unknown): void {
  if (own === undefined) set(nested, member!, value);
  else {
    if (!Object.hasOwn(nested, member!)) set(nested, member!, {});
    set(nested[member!] as Nested, own, value);
  }
}

// a member may be called like one that every object has
function set(of: Nested, name: string, value: unknown): void {
  Object.defineProperty(of, name, { value, enumerable: true, writable: true, configurable: true });
}

/** An amount's bound that nobody gave stands in no column, and is null. */
function addNulls(nested: Nested, kind: SchemaName): void {
  for (const [member, own] of nullsOf[kind]) {
    const outer = nested[member];
    if (typeof outer === 'object' && outer !== null && !(own in outer)) (outer as Nested)[own] = null;
  }
}
