import { campOf } from './camp';
import type { Located } from './check-claims';
import type { Context } from './check-schema';
import { quoted, type Issue } from './issue';
import type { Claim, Party, Place, Report, Source, Speaker } from './model';
import { nearest } from './suggest';
import { intervalOf } from './time';

/** What a schema cannot see: that ids lead somewhere, that dates can be, and that nobody is a witness in their own cause. */

/** Everything that an id in a claim may name. */
export interface Known {
  readonly places: ReadonlyMap<string, Place>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly timeZone: string;
}

type Fault = (at: string, code: string, found: unknown, expected: string, mend: string) => void;

/** Checks one claim against the rest of the dossier; whether it may be used. */
export function checkReferences({ claim, context }: Located, known: Known, issues: Issue[]): boolean {
  const before = issues.length;
  const fault: Fault = (at, code, found, expected, mend) =>
    issues.push({ ...context, at: `${context.at}/properties${at}`, code, found: quoted(found), expected, mend });
  for (const [at, id] of placesOf(claim)) checkId(at, id, known.places, 'a place of the gazetteer', 'place', fault);
  for (const [at, id] of partiesOf(claim)) checkId(at, id, known.parties, 'a party of dossier.json', 'party', fault);
  for (const at of ['happened', 'until', 'asOf', 'since'] as const) {
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

/** Whether a claim's `until` can come after its `happened` began; true where either is no date, which is said elsewhere. */
function endsAfterStart(claim: Claim, timeZone: string): boolean {
  try {
    return intervalOf(claim.until!, timeZone).end > intervalOf(claim.happened, timeZone).start;
  } catch {
    return true;
  }
}

/** The place ids that a claim names, each with the pointer to it below the claim's properties. */
export function placesOf(claim: Claim): [string, string][] {
  const named: Partial<Record<string, unknown>> = { ...claim };
  return ['place', 'area', 'from', 'via', 'to'].flatMap((member): [string, string][] => {
    const value = named[member];
    if (typeof value === 'string') return [[`/${member}`, value]];
    return Array.isArray(value) ? value.map((id: string, i): [string, string] => [`/${member}/${i}`, id]) : [];
  });
}

function partiesOf(claim: Claim): [string, string][] {
  if (claim.kind === 'control') return [['/holder', claim.holder]];
  const mover = claim.kind === 'movement' || claim.kind === 'incident' ? claim.party : undefined;
  return mover ? [['/party', mover]] : [];
}

function amountsOf(claim: Claim) {
  if (claim.kind === 'displacement') return [claim.displacement === 'flow' ? claim.people : claim.amount];
  return claim.kind === 'incident' && claim.killed ? [claim.killed] : [];
}

function checkId(at: string, id: string, known: ReadonlyMap<string, unknown>, expected: string, code: string, fault: Fault): void {
  if (known.has(id)) return;
  const near = nearest(id, known.keys());
  fault(at, code, id, expected, near ? `did you mean "${near}"?` : 'add it, or name one that is there');
}

/** Reports a text that is no EDTF date. */
export function checkDate(at: string, text: string, timeZone: string, fault: Fault): void {
  try {
    intervalOf(text, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault(at, 'date', text, 'EDTF (ISO 8601-2), such as 2024-12-05, 2024-12-05~ or [2024-11-30..2024-12-01]', error.message);
  }
}

function checkReport(claim: Claim, report: Report, at: string, known: Known, fault: Fault): void {
  checkId(`${at}/source`, report.source, known.sources, 'a source of sources.json', 'source', fault);
  if (report.by) checkId(`${at}/by`, report.by, known.speakers, 'a speaker of dossier.json', 'speaker', fault);
  if (report.published) checkDate(`${at}/published`, report.published, known.timeZone, fault);
  if (known.sources.get(report.source)?.text === undefined && known.sources.has(report.source))
    fault(
      `${at}/source`,
      'unseen',
      report.source,
      'a source whose text was read',
      'report it through the text that you have; a text that nobody has seen cannot be quoted',
    );
  if (report.anchor.end <= report.anchor.start)
    fault(`${at}/anchor`, 'anchor', [report.anchor.start, report.anchor.end], 'an end after its start', 'correct the offsets');
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
function benefitsFrom(claim: Claim, report: Report, { parties, speakers }: Known): boolean {
  const own = claim.kind === 'control' ? claim.holder : claim.kind === 'movement' ? claim.party : undefined;
  const side = report.by ? speakers.get(report.by)?.party : undefined;
  if (!own || !side) return false;
  return campOf(own, parties) === campOf(side, parties);
}

/** Checks that sources descend from sources that are there, without a circle, and that their dates can be. */
export function checkSources(sources: readonly Source[], contextOf: (index: number) => Context, timeZone: string, issues: Issue[]): void {
  const byId = new Map(sources.map((source) => [source.id, source]));
  sources.forEach((source, i) => {
    const context = contextOf(i);
    const fault: Fault = (at, code, found, expected, mend) =>
      issues.push({ ...context, at: context.at + at, code, found: quoted(found), expected, mend });
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
    checkId('/derivedFrom', source.derivedFrom, byId, 'a source of sources.json', 'source', fault);
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
