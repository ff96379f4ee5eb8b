import type { Evidence, Lens, Support } from '../../../src/core/ledger';
import type { Claim, Dossier, Instant } from '../../../src/core/model';
import { intervalOf } from '../../../src/core/edtf';
import { dayOf, lastInstant } from '../../../src/core/time';

/** Rules 4, 6, 7 and 9 in plain loops: which reports count, from when on, whose word they are, and what they add up to. */

/** A text and those that it was made from, as far as the root. */
function descentOf(source: string, dossier: Dossier): string[] {
  const from = dossier.sources.get(source)?.derivedFrom;
  return from === undefined ? [source] : [source, ...descentOf(from, dossier)];
}

/** Rule 6: by when a report must be published to be known at `time`; “then” is the end of the day. */
export function knownAt(time: Instant, lens: Lens, dossier: Dossier): Instant {
  if (lens.knownBy === 'now') return Infinity;
  if (lens.knownBy === 'then') return Number.isFinite(time) ? lastInstant(dayOf(time, dossier.timeZone), dossier.timeZone) : time;
  return lens.knownBy;
}

/** The reports of a claim that the lens leaves in, in the order of publication, then of the file; of a withdrawn claim none. */
export function reportsOf(claim: Claim, dossier: Dossier, lens: Lens): Evidence[] {
  if (claim.withdrawn) return [];
  const kept: Evidence[] = [];
  claim.reports.forEach((report, index) => {
    const descent = descentOf(report.source, dossier);
    if (descent.some((text) => lens.without.includes(text))) return;
    const side = report.by === undefined ? undefined : dossier.speakers.get(report.by)!.party;
    // what a party says for itself is its claims and its denials
    if (!lens.partyClaims && (report.mode === 'claims' || (report.mode === 'denies' && side !== undefined))) return;
    const who = report.by === undefined ? `source:${descent.at(-1)}` : `speaker:${report.by}`;
    // where articles are counted, each is a witness; an interest or a denial is still its speaker's
    const witness = report.mode === 'asserts' || report.mode === 'observes';
    kept.push({
      claim: claim.id,
      report: index,
      source: report.source,
      speaker: report.by ?? null,
      mode: report.mode,
      origin: lens.counting === 'articles' && witness ? `source:${report.source}` : who,
      // an uncertain date of publication counts from its latest possible instant
      knownFrom: intervalOf(report.published ?? dossier.sources.get(report.source)!.published, dossier.timeZone).end - 1,
    });
  });
  return kept.sort(byPublication);
}

function byPublication(a: Evidence, b: Evidence): number {
  if (a.knownFrom !== b.knownFrom) return a.knownFrom < b.knownFrom ? -1 : 1;
  if (a.claim !== b.claim) return a.claim < b.claim ? -1 : 1;
  return a.report - b.report;
}

/** The reports of a claim that are known by an instant and not taken back by then. */
export function knownReportsOf(claim: Claim, dossier: Dossier, lens: Lens, known: Instant): Evidence[] {
  return notTakenBack(
    reportsOf(claim, dossier, lens).filter((report) => report.knownFrom <= known),
    dossier,
  );
}

/**
 * Rule 7, among reports of one claim. A retraction takes back what was published no later than itself: what its speaker said,
 * whoever carried it; where it names none, what its text said or quoted, and the texts made from that one.
 */
export function notTakenBack(reports: readonly Evidence[], dossier: Dossier): Evidence[] {
  const takesBack = (retraction: Evidence, report: Evidence) =>
    report.knownFrom <= retraction.knownFrom &&
    (retraction.speaker === null ? descentOf(report.source, dossier).includes(retraction.source) : report.speaker === retraction.speaker);
  const retractions = reports.filter((report) => report.mode === 'retracts');
  return reports.filter((report) => report.mode !== 'retracts' && !retractions.some((retraction) => takesBack(retraction, report)));
}

/** Whether a report is a witness of what it states. */
export function supports(report: Evidence): boolean {
  return report.mode === 'asserts' || report.mode === 'observes';
}

/** Whether a report says that it is so, be it as a witness or as the one who gains by it. */
export function states(report: Evidence): boolean {
  return supports(report) || report.mode === 'claims';
}

/** Each thing once, in the order in which it first comes. */
export function distinct<T>(things: readonly T[]): T[] {
  return things.filter((thing, i) => things.indexOf(thing) === i);
}

/**
 * Rule 4. A copy is a supporting text other than its origin's own: of a text's origin that is the root, also where nobody has
 * seen it; of a speaker's, the first text that quotes the speaker in whichever mode. A text is one copy of an origin, however
 * often it says so.
 */
export function supportOf(reports: readonly Evidence[]): Support {
  const sorted = [...reports].sort(byPublication);
  const originsWith = (mode: (report: Evidence) => boolean) => distinct(sorted.filter(mode).map((report) => report.origin));
  const originalOf = (origin: string) =>
    origin.startsWith('source:') ? origin.slice('source:'.length) : sorted.find((report) => report.origin === origin)!.source;
  const copies = sorted.filter((report) => supports(report) && report.source !== originalOf(report.origin));
  return {
    origins: originsWith(supports),
    copies: distinct(copies.map(({ origin, source }) => `${origin} in ${source}`)).length,
    deniedBy: originsWith((report) => report.mode === 'denies'),
    claimedBy: originsWith((report) => report.mode === 'claims'),
    claims: distinct(sorted.map((report) => report.claim)).sort(),
    evidence: sorted,
  };
}
