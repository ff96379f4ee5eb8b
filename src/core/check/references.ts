import { campOf } from '../claims/camp';
import { isHidden, type Hidden, type Listed } from './parts';
import type { Context } from './schema';
import { pointer, quoted, type Issue, type IssueCode } from '../issue';
import type { Claim, Party, Place, Report, Source, Speaker } from '../model';
import { nearest } from '../gazetteer/suggest';
import { intervalOf } from '../edtf';

/** What a schema cannot see: that ids lead somewhere, that dates can be, and that nobody is a witness in their own cause. */

/** Everything that an id in a claim may name. */
export interface Known {
  readonly places: ReadonlyMap<string, Place>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Null where it cannot be read. */
  readonly timeZone: string | null;
  /** Ids that nothing above has and that cannot be judged, since what would say so is at fault. */
  readonly hidden: Readonly<Record<'places' | 'parties' | 'speakers' | 'sources', Hidden>>;
  /** What was suggested for an id that leads nowhere, for the next time that it does. */
  readonly nearest: Map<string, string | null>;
}

type Fault = (at: string, code: IssueCode, found: unknown, expected: string, mend: string) => void;

/** Checks one claim, with the places that it names, against the rest of the dossier; whether it may be used. */
export function checkReferences(claim: Claim, places: Named, context: Context, known: Known, issues: Issue[]): boolean {
  const before = issues.length;
  const fault: Fault = (at, code, found, expected, mend) =>
    issues.push({ ...context, at: `${context.at}/properties${at}`, code, found: quoted(found), expected, mend });
  for (const [at, id] of places)
    if (isLost(id, 'places', known)) lost(at, id, known.places, 'a place of the gazetteer', 'place', known, fault);
  const party = partyOf(claim);
  if (party && isLost(party.id, 'parties', known))
    lost(party.at, party.id, known.parties, 'a party of dossier.json', 'party', known, fault);
  checkDate('/happened', claim.happened, known.timeZone, fault);
  if (claim.until !== undefined) checkDate('/until', claim.until, known.timeZone, fault);
  for (const at of ['asOf', 'since'] as const) {
    const text = at in claim ? claim[at as keyof Claim] : undefined;
    if (typeof text === 'string') checkDate(`/${at}`, text, known.timeZone, fault);
  }
  if (claim.until !== undefined && !endsAfterStart(claim, known.timeZone))
    fault('/until', 'order', claim.until, 'an end that is not before ' + claim.happened, 'correct one of the two dates');
  for (const amount of amountsOf(claim))
    if (amount.min !== null && amount.max !== null && amount.min > amount.max)
      fault('', 'amount', amount, 'a min that is not above max', 'swap them, or correct the one that is wrong');
  claim.reports.forEach((report, i) => checkReport(claim, report, `/reports/${i}`, known, fault));
  if (claim.withdrawn && claim.withdrawn.on < claim.recorded)
    fault(
      '/withdrawn/on',
      'order',
      claim.withdrawn.on,
      `a day not before it was recorded, ${claim.recorded}`,
      'correct one of the two days',
    );
  return issues.length === before;
}

function isLost(id: string, among: keyof Known['hidden'], known: Known): boolean {
  return !known[among].has(id) && !isHidden(known.hidden[among], id);
}

/** Whether a claim's `until` can come after its `happened` began; true where either is no date, which is said elsewhere. */
function endsAfterStart(claim: Claim, timeZone: string | null): boolean {
  try {
    return zonesOf(timeZone).some((zone) => intervalOf(claim.until!, zone).end > intervalOf(claim.happened, zone).start);
  } catch {
    return true;
  }
}

/** The time zone; where it cannot be read the furthest of both sides: what is at fault in both is at fault in each. */
function zonesOf(timeZone: string | null): readonly string[] {
  return timeZone === null ? ['Etc/GMT-14', 'Etc/GMT+12'] : [timeZone];
}

/** Ids, each with the pointer to it below the claim's properties. */
export type Named = readonly (readonly [at: string, id: string])[];

/** The place ids that a claim names. */
export function placesOf(claim: Claim): Named {
  const named: [string, string][] = [];
  for (const member of ['place', 'area', 'from', 'via', 'to'] as const) {
    const value = (claim as Partial<Record<string, unknown>>)[member];
    if (typeof value === 'string') named.push([`/${member}`, value]);
    else if (Array.isArray(value)) value.forEach((id: string, i) => named.push([`/${member}/${i}`, id]));
  }
  return named;
}

function partyOf(claim: Claim): { readonly at: string; readonly id: string } | null {
  if (claim.kind === 'control') return { at: '/holder', id: claim.holder };
  const id = claim.kind === 'movement' || claim.kind === 'incident' ? claim.party : undefined;
  return id ? { at: '/party', id } : null;
}

function amountsOf(claim: Claim) {
  if (claim.kind === 'displacement') return [claim.displacement === 'flow' ? claim.people : claim.amount];
  return claim.kind === 'incident' && claim.killed ? [claim.killed] : [];
}

/** Looking for the nearest of a hundred thousand ids takes its time; after so many different slips nobody reads the suggestions. */
const SUGGESTIONS = 100;

/** Reports an id that leads nowhere, with the nearest that there is. */
function lost(
  at: string,
  id: string,
  among: ReadonlyMap<string, unknown>,
  expected: string,
  code: IssueCode,
  { nearest: suggested }: Pick<Known, 'nearest'>,
  fault: Fault,
): void {
  const key = `${code} ${id}`;
  if (!suggested.has(key) && suggested.size < SUGGESTIONS) suggested.set(key, nearest(id, among.keys()));
  const near = suggested.get(key);
  fault(at, code, id, expected, near ? `did you mean "${near}"?` : 'add it, or name one that is there');
}

/** Reports a text that is no EDTF date. */
export function checkDate(at: string, text: string, timeZone: string | null, fault: Fault): void {
  const faults = zonesOf(timeZone).map((zone) => faultOfDate(text, zone));
  const mend = faults[0]!;
  if (mend !== null && !faults.includes(null))
    fault(at, 'date', text, 'EDTF (ISO 8601-2), such as 2024-12-05, 2024-12-05~ or [2024-11-30..2024-12-01]', mend);
}

function faultOfDate(text: string, timeZone: string): string | null {
  try {
    intervalOf(text, timeZone);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

function checkReport(claim: Claim, report: Report, at: string, known: Known, fault: Fault): void {
  const source = known.sources.get(report.source);
  if (isLost(report.source, 'sources', known))
    lost(`${at}/source`, report.source, known.sources, 'a source of sources.json', 'source', known, fault);
  if (report.by && isLost(report.by, 'speakers', known))
    lost(`${at}/by`, report.by, known.speakers, 'a speaker of dossier.json', 'speaker', known, fault);
  if (report.published) checkDate(`${at}/published`, report.published, known.timeZone, fault);
  if (source && source.text === undefined)
    fault(
      `${at}/source`,
      'unseen',
      report.source,
      'a source whose text was read',
      'report it through the text that you have; a text that nobody has seen cannot be quoted',
    );
  if (report.anchor.end <= report.anchor.start)
    fault(`${at}/anchor`, 'anchor', [report.anchor.start, report.anchor.end], 'an end after its start', 'correct the offsets');
  // whose side somebody is on cannot be told while a party or a speaker is at fault
  if (known.hidden.parties?.size !== 0 || known.hidden.speakers?.size !== 0) return;
  const benefits = benefitsFrom(claim, report, known);
  if (benefits && (report.mode === 'asserts' || report.mode === 'observes'))
    fault(`${at}/mode`, 'beneficiary', report.mode, '"claims": the speaker’s own side gains by it', 'write "claims"');
  if (report.mode === 'claims' && !benefits)
    fault(
      `${at}/mode`,
      'beneficiary',
      report.mode,
      'a speaker who benefits',
      'name the speaker in "by" with a party that gains by it, or write "asserts"',
    );
}

/** Whether the speaker's side is the one that the claim puts in a good light: the holder, or whoever moves, or an ally of it. */
export function benefitsFrom(claim: Claim, report: Report, { parties, speakers }: Pick<Known, 'parties' | 'speakers'>): boolean {
  const own = claim.kind === 'control' ? claim.holder : claim.kind === 'movement' ? claim.party : undefined;
  const side = report.by ? speakers.get(report.by)?.party : undefined;
  if (!own || !side) return false;
  return campOf(own, parties) === campOf(side, parties);
}

/** Checks that sources descend from sources that are there, without a circle, and that their dates can be. */
export function checkSources({ entries, ids, hidden }: Listed<Source>, timeZone: string | null, issues: Issue[]): void {
  const byId = new Map(entries.flatMap((source) => (source ? [[source.id, source] as const] : [])));
  const suggested = new Map<string, string | null>();
  entries.forEach((source, i) => {
    if (!source) return;
    const fault: Fault = (at, code, found, expected, mend) =>
      issues.push({ file: 'sources.json', at: pointer('sources', i) + at, id: ids[i]!, code, found: quoted(found), expected, mend });
    checkDate('/published', source.published, timeZone, fault);
    if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(source.published) && !source.publishedReason)
      fault(
        '/publishedReason',
        'reason',
        undefined,
        'the reason for a date that the text does not carry',
        'say in a sentence what the date rests on',
      );
    if (source.derivedFrom === undefined) return;
    if (!byId.has(source.derivedFrom) && !isHidden(hidden, source.derivedFrom))
      lost('/derivedFrom', source.derivedFrom, byId, 'a source of sources.json', 'source', { nearest: suggested }, fault);
    const seen = new Set([source.id]);
    for (let from: string | undefined = source.derivedFrom; from; from = byId.get(from)?.derivedFrom) {
      if (seen.has(from)) {
        fault('/derivedFrom', 'circle', source.derivedFrom, 'a text that is not made from this one', 'break the circle');
        break;
      }
      seen.add(from);
    }
  });
}
