import type { Evidence, Lens, Support } from './ledger';
import { ancestry, originOf } from './lineage';
import type { Claim, Dossier, Instant, Report } from './model';
import { dayOf, intervalOf, startOfDay } from './time';

/** From a claim's reports to the evidence that counts: what the lens leaves in, since when it is known, and what was retracted. */

/** When a report is known: at the last instant of the latest day on which it can have been published. */
export function knownFrom(report: Report, dossier: Dossier): Instant {
  const published = report.published ?? dossier.sources.get(report.source)!.published;
  return intervalOf(published, dossier.timeZone).end - 1;
}

/** Whether the lens keeps a report: its text and the texts it was made from are not left out, and party claims are wanted. */
function keeps(lens: Lens, report: Report, dossier: Dossier): boolean {
  const party = report.by ? dossier.speakers.get(report.by)?.party : undefined;
  if (!lens.partyClaims && (report.mode === 'claims' || (report.mode === 'denies' && party))) return false;
  return lens.without.length === 0 || !ancestry(report.source, dossier.sources).some((source) => lens.without.includes(source));
}

/** The evidence of one claim in the order of publication, then of the file; none where the claim was withdrawn by us. */
export function evidenceOf(claim: Claim, dossier: Dossier, lens: Lens): Evidence[] {
  if (claim.withdrawn) return [];
  return claim.reports
    .map((report, index): [Report, Evidence] => [
      report,
      {
        claim: claim.id,
        report: index,
        source: report.source,
        speaker: report.by ?? null,
        mode: report.mode,
        // an article counts as a witness; whose interest or denial it carries is still the speaker's
        origin: lens.counting === 'articles' && SUPPORTS.has(report.mode) ? `source:${report.source}` : originOf(report, dossier.sources),
        knownFrom: knownFrom(report, dossier),
      },
    ])
    .filter(([report]) => keeps(lens, report, dossier))
    .map(([, evidence]) => evidence)
    .sort((a, b) => a.knownFrom - b.knownFrom || a.report - b.report);
}

/**
 * What is known by an instant, less what was retracted by then: a retraction voids what the same speaker said, or, where it
 * names none, what its text and the copies made from it said or quoted earlier.
 */
export function knownBy(evidence: readonly Evidence[], instant: Instant, dossier: Dossier): Evidence[] {
  const known = evidence.filter((e) => e.knownFrom <= instant);
  const retractions = known.filter((e) => e.mode === 'retracts');
  if (retractions.length === 0) return known;
  return known.filter(
    (e) =>
      e.mode !== 'retracts' &&
      !retractions.some(
        (r) => e.knownFrom <= r.knownFrom && (r.speaker ? e.speaker === r.speaker : ancestry(e.source, dossier.sources).includes(r.source)),
      ),
  );
}

/** The first instant of the day on which an instant falls: a day is shown as known at its end, so what came during it counts. */
export function dayStart(instant: Instant, timeZone: string): Instant {
  return startOfDay(dayOf(instant, timeZone), timeZone);
}

const SUPPORTS: ReadonlySet<string> = new Set(['asserts', 'observes']);

/** Whether a report says that it is so, as its own word or as a witness: it counts, if only as a claim. */
export function states(evidence: Evidence): boolean {
  return supports(evidence) || evidence.mode === 'claims';
}

/** Whether a report of this mode supports what it states. */
export function supports(evidence: Evidence): boolean {
  return SUPPORTS.has(evidence.mode);
}

/** Distinct origins in the order of publication. */
export function originsOf(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.map((e) => e.origin))];
}

/**
 * The reports that only repeat an origin: of a text's origin, every report of a text made from it, also where nobody has
 * seen the root; of a speaker's, every report but those of the first text that quotes them. `sorted` by publication.
 */
export function copiesIn(sorted: readonly Evidence[]): Set<Evidence> {
  const originals = new Map<string, string>();
  for (const { origin, source } of sorted)
    if (!originals.has(origin)) originals.set(origin, origin.startsWith('speaker:') ? source : origin.slice('source:'.length));
  return new Set(sorted.filter((e) => e.mode !== 'denies' && e.source !== originals.get(e.origin)));
}

/** Adds up evidence, however many claims it comes from. A text counts once for an origin. */
export function supportOf(evidence: readonly Evidence[]): Support {
  const sorted = [...evidence].sort(
    (a, b) => a.knownFrom - b.knownFrom || (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : a.report - b.report),
  );
  const withMode = (...modes: string[]) => originsOf(sorted.filter((e) => modes.includes(e.mode)));
  return {
    origins: originsOf(sorted.filter(supports)),
    copies: new Set([...copiesIn(sorted)].filter(supports).map(({ origin, source }) => `${origin} ${source}`)).size,
    deniedBy: withMode('denies'),
    claimedBy: withMode('claims'),
    claims: [...new Set(sorted.map((e) => e.claim))].sort(),
    evidence: sorted,
  };
}
