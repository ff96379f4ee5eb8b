import { checkClaims, type Located } from './check-claims';
import { checkReferences, checkSources, placesOf, type Known } from './check-references';
import { checkAgainst, parseJson } from './check-schema';
import { claimFiles, dossierFiles } from './claim-schema';
import { deepFreeze } from './freeze';
import { readGazetteer, type Gazetteer } from './gazetteer';
import { pointer, quoted, type Issue } from './issue';
import type { Claim, Dossier, Place, Source } from './model';
import { dossierSchema, sourcesSchema } from './schema';
import { daysOf, lastInstant, startOfDay } from './time';

/** What a folder of files gives: a dossier of what could be read, and everything that is wrong with the rest. */
export interface Checked {
  /** Null where dossier.json or sources.json cannot be read. */
  readonly dossier: Dossier | null;
  readonly issues: readonly Issue[];
}

/**
 * Checks a dossier's files, by name, against the schemas, the gazetteer and one another. Never throws for bad data: what is
 * at fault is left out of the dossier and named in the issues, in the order of files and features.
 */
export function checkDossier(files: ReadonlyMap<string, string>, gazetteer: Gazetteer): Checked {
  const issues: Issue[] = [];
  for (const name of files.keys())
    if (!(dossierFiles as readonly string[]).includes(name))
      issues.push({
        file: name,
        at: '',
        id: null,
        code: 'file',
        found: name,
        expected: `one of ${dossierFiles.join(', ')}`,
        mend: 'rename the file, or take it out of the folder',
      });
  const head = readWhole(files, 'dossier.json', dossierSchema, issues);
  const sourceList = readWhole(files, 'sources.json', sourcesSchema, issues);
  if (!head || !sourceList) return { dossier: null, issues };
  if (!checkHead(head, issues)) return { dossier: null, issues };

  checkSources(
    sourceList.sources as Source[],
    (i) => ({ file: 'sources.json', at: pointer('sources', i), id: sourceList.sources[i]!.id }),
    head.timeZone,
    issues,
  );
  const known: Known = {
    places: withOwnPlaces(files, gazetteer, issues),
    parties: byId(head.parties, 'dossier.json', 'parties', issues),
    speakers: byId(head.speakers, 'dossier.json', 'speakers', issues),
    sources: byId(sourceList.sources as Source[], 'sources.json', 'sources', issues),
    timeZone: head.timeZone,
  };
  checkSides(known, issues);
  // a source whose date cannot be read would poison every claim that rests on it
  if (issues.some((issue) => issue.file === 'sources.json')) return { dossier: null, issues };
  const located = Object.keys(claimFiles).flatMap((name) => readClaims(files, name as keyof typeof claimFiles, issues));
  const claims = uniqueClaims(located, issues)
    .filter((item) => checkReferences(item, known, issues))
    .map(({ claim }) => claim);
  const { id, title, timeZone } = head;
  const dossier: Dossier = {
    id,
    title,
    standfirst: head.standfirst ?? null,
    span: { start: startOfDay(head.span.from, timeZone), end: lastInstant(head.span.to, timeZone) + 1 },
    timeZone,
    opening: head.opening,
    parties: known.parties,
    speakers: known.speakers,
    sources: known.sources,
    places: placesNamed(claims, known.places),
    claims: claims.sort((a, b) => (a.id < b.id ? -1 : 1)),
    credits: head.credits,
    disclaimer: head.disclaimer,
  };
  return { dossier: deepFreeze(dossier), issues };
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

function checkHead(
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

function duplicate(file: string, at: string, id: string): Issue {
  return {
    file,
    at,
    id,
    code: 'duplicate',
    found: quoted(id),
    expected: 'an id that nothing else has',
    mend: 'give it another id, or remove the copy',
  };
}

function checkSides({ parties, speakers }: Known, issues: Issue[]): void {
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

function withOwnPlaces(files: ReadonlyMap<string, string>, gazetteer: Gazetteer, issues: Issue[]): ReadonlyMap<string, Place> {
  const text = files.get('places.geojson');
  if (text === undefined) return gazetteer.places;
  const own = readGazetteer(text, 'places.geojson');
  issues.push(...own.issues);
  return new Map([...gazetteer.places, ...own.places.map((place): [string, Place] => [place.id, place])]);
}

function readClaims(files: ReadonlyMap<string, string>, file: keyof typeof claimFiles, issues: Issue[]): Located[] {
  const text = files.get(file);
  if (text === undefined) return [];
  const value = parseJson(text, file, issues);
  return value === undefined ? [] : checkClaims(file, value, issues);
}

function uniqueClaims(located: readonly Located[], issues: Issue[]): Located[] {
  const seen = new Set<string>();
  return located.filter(({ claim, context }) => {
    if (seen.has(claim.id)) issues.push(duplicate(context.file, `${context.at}/id`, claim.id));
    return !seen.has(claim.id) && seen.add(claim.id);
  });
}

function placesNamed(claims: readonly Claim[], places: ReadonlyMap<string, Place>): Map<string, Place> {
  const ids = new Set(claims.flatMap((claim) => placesOf(claim).map(([, id]) => id)));
  return new Map([...ids].sort().map((id) => [id, places.get(id)!]));
}
