import { checkSources, type Known } from './references';
import { checkAgainst, parseJson } from './schema';
import { checkTranslations } from './translations';
import { deepFreeze } from '../lists/freeze';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { pointer, quoted, type Issue, type IssueCode } from '../issue';
import type { Dossier, LabelOverride, Labels, Place, Source } from '../model';
import { dossierSchema, sourcesSchema } from '../schema';
import { daysOf, lastInstant, startOfDay } from '../time';

/** What is known of a dossier before any claim is read. */
export type DossierHead = Omit<Dossier, 'places' | 'claims'>;

/** Reads dossier.json and sources.json; null, with issues, where one of them is at fault. Frozen. */
export function checkHead(files: ReadonlyMap<string, string>, issues: Issue[]): DossierHead | null {
  const head = readWhole(files, 'dossier.json', dossierSchema, issues);
  const sourceList = readWhole(files, 'sources.json', sourcesSchema, issues);
  if (!head || !sourceList || !checkSpan(head, issues)) return null;
  const listed = sourceList.sources as Source[];
  checkSources(listed, (i) => ({ file: 'sources.json', at: pointer('sources', i), id: listed[i]!.id }), head.timeZone, issues);
  const { id, title, timeZone, opening, credits, disclaimer } = head;
  const parts: DossierHead = {
    id,
    title,
    standfirst: head.standfirst ?? null,
    span: { start: startOfDay(head.span.from, timeZone), end: lastInstant(head.span.to, timeZone) + 1 },
    timeZone,
    opening,
    parties: byId(head.parties, 'dossier.json', 'parties', issues),
    speakers: byId(head.speakers, 'dossier.json', 'speakers', issues),
    sources: byId(listed, 'sources.json', 'sources', issues),
    credits,
    disclaimer,
    ...(head.license && { license: head.license }),
    ...(head.logo && { logo: head.logo }),
    ...(head.font && { font: head.font }),
    ...(head.labels && { labels: labelsOf(head.labels) }),
    ...(head.translations && { translations: translationsOf(head.translations) }),
  };
  checkSides(parts, issues);
  checkTranslations(parts, issues);
  for (const each of [parts.parties, parts.speakers, parts.sources]) for (const entry of each.values()) deepFreeze(entry);
  // a source whose date cannot be read would poison every claim that rests on it
  return issues.some((issue) => issue.file === 'sources.json') ? null : deepFreeze(parts);
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
export function checkLabels({ labels }: Pick<DossierHead, 'labels'>, places: ReadonlyMap<string, Place>, issues: Issue[]): void {
  for (const id of labels?.places.keys() ?? [])
    if (!places.has(id)) issues.push(lostLabel('places', id, 'place', 'a place of the gazetteer'));
}

/** What is said of the label of something that is not there. */
export function lostLabel(of: keyof Labels, id: string, code: IssueCode, expected: string): Issue {
  const at = pointer('labels', of, id);
  return { file: 'dossier.json', at, id: null, code, found: quoted(id), expected, mend: 'correct the id, or take it out' };
}

/** Everything that claims may name: what the head lists, and the gazetteer's places with those of the dossier's own file. */
export function knownOf({ parties, speakers, sources, timeZone }: DossierHead, gazetteer: Gazetteer, own: readonly Place[]): Known {
  const places = own.length === 0 ? gazetteer.places : new Map(gazetteer.places);
  for (const place of own) (places as Map<string, Place>).set(place.id, place);
  return { places, parties, speakers, sources, timeZone, nearest: new Map() };
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
    return null;
  }
  const value = parseJson(text, file, issues);
  return value === undefined ? null : checkAgainst(schema, value, { file, at: '', id: null }, issues);
}

function checkSpan(
  {
    timeZone,
    span,
    opening,
  }: { timeZone: string; span: { from: string; to: string }; opening: { day: string; bounds: readonly [number, number, number, number] } },
  issues: Issue[],
): boolean {
  const fault = (at: string, found: string, expected: string, mend: string) =>
    issues.push({ file: 'dossier.json', at, id: null, code: 'value', found: quoted(found), expected, mend });
  try {
    const days = daysOf({ start: startOfDay(span.from, timeZone), end: lastInstant(span.to, timeZone) }, timeZone);
    if (days.length === 0) fault('/span', `${span.from} to ${span.to}`, 'a last day that is not before the first', 'swap the two days');
    else if (!days.includes(opening.day))
      fault('/opening/day', opening.day, `a day from ${span.from} to ${span.to}`, 'open on a day of the span');
    else if (!boundsAreSound(opening.bounds))
      fault(
        '/opening/bounds',
        JSON.stringify(opening.bounds),
        '[west, south, east, north] in degrees, south below north',
        'correct the bounds',
      );
    else return true;
  } catch {
    fault(
      '/timeZone',
      timeZone,
      'an IANA time zone such as Asia/Damascus, and days that exist',
      'correct the time zone or the days of the span',
    );
  }
  return false;
}

function boundsAreSound([west, south, east, north]: readonly [number, number, number, number]): boolean {
  return west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
}

function byId<T extends { readonly id: string }>(items: readonly T[], file: string, member: string, issues: Issue[]): Map<string, T> {
  const map = new Map<string, T>();
  items.forEach((item, i) => {
    if (map.has(item.id)) issues.push(duplicate(file, pointer(member, i, 'id'), item.id));
    else map.set(item.id, item);
  });
  return map;
}

/** The issue of an id that is there twice. */
export function duplicate(file: string, at: string, id: string, mend = 'give it another id, or remove the copy'): Issue {
  return { file, at, id, code: 'duplicate', found: quoted(id), expected: 'an id that nothing else has', mend };
}

function checkSides({ parties, speakers }: Pick<DossierHead, 'parties' | 'speakers'>, issues: Issue[]): void {
  const check = (member: string, i: number, at: string, id: string | undefined) => {
    if (id !== undefined && !parties.has(id))
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
  [...parties.values()].forEach((party, i) => check('parties', i, 'alliedWith', party.alliedWith));
  [...speakers.values()].forEach((speaker, i) => check('speakers', i, 'party', speaker.party));
}
