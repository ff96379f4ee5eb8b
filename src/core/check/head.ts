import type * as v from 'valibot';
import { hiddenBy, isHidden, soundEntries, soundMembers, wholeList, type Listed } from './parts';
import { checkSources, type Known } from './references';
import { checkAgainst, parseJson } from './schema';
import { checkOpening, isTimeZone, openingParts } from './span';
import { checkTranslations } from './translations';
import { deepFreeze } from '../lists/freeze';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { pointer, quoted, type Issue, type IssueCode } from '../issue';
import type { Dossier, LabelOverride, Labels, Party, Place, Source, Speaker } from '../model';
import { dossierSchema, partySchema, sourceSchema, sourcesSchema, speakerSchema } from '../schema';
import { lastInstant, startOfDay } from '../time';

/** What is known of a dossier before any claim is read. */
export type DossierHead = Omit<Dossier, 'places' | 'claims'>;

/** What dossier.json and sources.json give. */
export interface HeadRead {
  /** Null where one of the two is at fault. */
  readonly head: DossierHead | null;
  /** What of them claims may name, as far as it can be read. */
  readonly known: Omit<Known, 'places' | 'nearest' | 'hidden'> & { readonly hidden: Omit<Known['hidden'], 'places'> };
  readonly labels: Labels | undefined;
}

/** Reads dossier.json and sources.json; null, with issues, where one of them is at fault. Frozen. */
export function checkHead(files: ReadonlyMap<string, string>, issues: Issue[]): DossierHead | null {
  return readHead(files, issues).head;
}

/** The same, with whatever is sound in a file that is at fault: all that is wrong with both is listed. */
export function readHead(files: ReadonlyMap<string, string>, issues: Issue[]): HeadRead {
  const { value, whole } = readWhole(files, 'dossier.json', dossierSchema, issues);
  const opens = checkOpening(whole ?? openingParts(value), issues);
  const members = whole ?? soundMembers(dossierSchema.entries, value);
  const listedParties = listIn({ value, whole }, 'parties', partySchema);
  const listedSpeakers = listIn({ value, whole }, 'speakers', speakerSchema);
  const parties = byId(listedParties, 'dossier.json', 'parties', issues);
  const speakers = byId(listedSpeakers, 'dossier.json', 'speakers', issues);
  checkSides(listedParties, listedSpeakers, parties, issues);
  const labels = members.labels && labelsOf(members.labels);
  const translations = members.translations && translationsOf(members.translations);
  checkTranslations({ translations }, issues);
  const timeZone = members.timeZone !== undefined && isTimeZone(members.timeZone) ? members.timeZone : null;
  const listedSources = listIn(readWhole(files, 'sources.json', sourcesSchema, issues), 'sources', sourceSchema) as Listed<Source>;
  checkSources(listedSources, timeZone, issues);
  const sources = byId(listedSources, 'sources.json', 'sources', issues);
  const hidden = { parties: listedParties.hidden, speakers: listedSpeakers.hidden, sources: listedSources.hidden };
  const known: HeadRead['known'] = { parties, speakers, sources, timeZone, hidden };
  for (const each of [parties, speakers, sources]) for (const entry of each.values()) deepFreeze(entry);
  // a source whose date cannot be read would poison every claim that rests on it
  if (!whole || !opens || issues.some((issue) => issue.file === 'sources.json')) return { head: null, known, labels };
  const { id, title, span, opening, credits, disclaimer } = whole;
  const head: DossierHead = {
    id,
    title,
    standfirst: whole.standfirst ?? null,
    span: { start: startOfDay(span.from, whole.timeZone), end: lastInstant(span.to, whole.timeZone) + 1 },
    timeZone: whole.timeZone,
    opening,
    parties,
    speakers,
    sources,
    credits,
    disclaimer,
    ...(whole.license && { license: whole.license }),
    ...(whole.logo && { logo: whole.logo }),
    ...(whole.font && { font: whole.font }),
    ...(labels && { labels }),
    ...(translations && { translations }),
  };
  return { head: deepFreeze(head), known, labels };
}

function labelsOf({
  places = {},
  movements = {},
}: {
  places?: Record<string, LabelOverride>;
  movements?: Record<string, LabelOverride>;
}): Labels {
  return { places: new Map(Object.entries(places)), movements: new Map(Object.entries(movements)) };
}

function translationsOf(translations: Record<string, Record<string, string>>): Dossier['translations'] {
  return new Map(Object.entries(translations).map(([language, texts]) => [language, new Map(Object.entries(texts))]));
}

/** One issue for each place whose label dossier.json speaks of and that nobody knows. */
export function checkLabels({ labels }: Pick<HeadRead, 'labels'>, { places, hidden }: Known, issues: Issue[]): void {
  for (const id of labels?.places.keys() ?? [])
    if (!places.has(id) && !isHidden(hidden.places, id)) issues.push(lostLabel('places', id, 'place', 'a place of the gazetteer'));
}

/** What is said of the label of something that is not there. */
export function lostLabel(of: keyof Labels, id: string, code: IssueCode, expected: string): Issue {
  const at = pointer('labels', of, id);
  return { file: 'dossier.json', at, id: null, code, found: quoted(id), expected, mend: 'correct the id, or take it out' };
}

/** Everything that claims may name: what the head lists, and the gazetteer's places with those of the dossier's own file. */
export function knownOf({ known }: HeadRead, gazetteer: Gazetteer, own: { places: readonly Place[]; issues: readonly Issue[] }): Known {
  const places = own.places.length === 0 ? gazetteer.places : new Map(gazetteer.places);
  for (const place of own.places) (places as Map<string, Place>).set(place.id, place);
  return { ...known, places, hidden: { ...known.hidden, places: hiddenBy(own.issues.map(({ id }) => id)) }, nearest: new Map() };
}

function readWhole<S extends Parameters<typeof checkAgainst>[0]>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: S,
  issues: Issue[],
) {
  const text = files.get(file);
  if (text === undefined) {
    issues.push({
      file,
      at: '',
      id: null,
      code: 'missing',
      found: 'no such file',
      expected: 'a file of this name in the dossier’s folder',
      mend: `add ${file}`,
    });
    return { value: undefined, whole: null };
  }
  const value = parseJson(text, file, issues);
  return { value, whole: value === undefined ? null : checkAgainst(schema, value, { file, at: '', id: null }, issues) };
}

/** A list of a file, with what is sound in it. */
function listIn<M extends string, S extends v.GenericSchema<unknown, { readonly id: string }>>(
  { value, whole }: { value: unknown; whole: Readonly<Record<M, readonly v.InferOutput<S>[]>> | null },
  member: M,
  schema: S,
): Listed<v.InferOutput<S>> {
  return whole ? wholeList(whole[member]) : soundEntries(schema, (Object(value) as Partial<Record<M, unknown>>)[member]);
}

/** The sound entries of a list, the first of each id. */
function byId<T extends { readonly id: string }>(
  { entries, ids }: Listed<T>,
  file: string,
  member: string,
  issues: Issue[],
): Map<string, T> {
  const map = new Map<string, T>();
  const seen = new Set<string>();
  entries.forEach((entry, i) => {
    const id = ids[i]!;
    if (id !== null && seen.has(id)) issues.push(duplicate(file, pointer(member, i, 'id'), id));
    else if (entry) map.set(entry.id, entry);
    if (id !== null) seen.add(id);
  });
  return map;
}

/** The issue of an id that is there twice. */
export function duplicate(file: string, at: string, id: string, mend = 'give it another id, or remove the copy'): Issue {
  return { file, at, id, code: 'duplicate', found: quoted(id), expected: 'an id that nothing else has', mend };
}

function checkSides(parties: Listed<Party>, speakers: Listed<Speaker>, known: ReadonlyMap<string, Party>, issues: Issue[]): void {
  const check = (member: string, i: number, at: string, id: string | undefined) => {
    if (id !== undefined && !known.has(id) && !isHidden(parties.hidden, id))
      issues.push({
        file: 'dossier.json',
        at: pointer(member, i, at),
        id: null,
        code: 'party',
        found: quoted(id),
        expected: 'a party of dossier.json',
        mend: 'add it, or name one that is there',
      });
  };
  parties.entries.forEach((party, i) => check('parties', i, 'alliedWith', party?.alliedWith));
  speakers.entries.forEach((speaker, i) => check('speakers', i, 'party', speaker?.party));
}
