import type { Evidence, Support } from '../ledger';
import { descends, MODE, originName, originOf, SUPPORTS, type LensTables } from './lens-tables';
import type { Instant } from '../model';
import { modes } from '../vocabulary';

/** From a claim's reports to the evidence that counts: in which order, what is retracted, and what it adds up to. */

/** Writes the kept reports of a claim in the order of publication, then of the file, into a list from `at` on; where they end. */
export function keptRows(
  { columns: { firstReport, knownFrom } }: LensTables,
  kept: Uint8Array,
  claim: number,
  list: Int32Array,
  at: number,
): number {
  let end = at;
  for (let report = firstReport[claim]!; report < firstReport[claim + 1]!; report++) if (kept[report]) list[end++] = report;
  if (end - at > FEW) {
    list.subarray(at, end).sort((a, b) => knownFrom[a]! - knownFrom[b]! || a - b);
    return end;
  }
  for (let i = at + 1; i < end; i++) {
    const report = list[i]!;
    let j = i;
    for (; j > at && knownFrom[list[j - 1]!]! > knownFrom[report]!; j--) list[j] = list[j - 1]!;
    list[j] = report;
  }
  return end;
}

/** So few items are sorted fastest by insertion. */
const FEW = 32;

/**
 * Writes what counts of a claim's evidence into `counted` from `first` on, when reports are known by an instant: those published
 * by then, less what was retracted by then. Of background everything that supports it is known at every date; denials and
 * retractions are news. `sorted` holds the claim's evidence from `first` to `end`, as `keptRows` gives it. Returns the end.
 */
export function countedRows(
  tables: LensTables,
  sorted: Int32Array,
  first: number,
  end: number,
  knownBy: Instant,
  background: boolean,
  counted: Int32Array,
): number {
  const { knownFrom, mode } = tables.columns;
  let next = first;
  let retracted = false;
  for (let i = first; i < end; i++) {
    const report = sorted[i]!;
    if (knownFrom[report]! > knownBy) {
      if (!background) break;
      if (!SUPPORTS[mode[report]!]) continue;
    }
    if (mode[report] === MODE.retracts) retracted = true;
    counted[next++] = report;
  }
  return retracted ? lessRetracted(tables, counted, first, next) : next;
}

/**
 * Leaves out what was retracted, and the retractions: a retraction voids what the same speaker said, or, where it names none, what
 * its text and the copies made from it said or quoted, up to its publication.
 */
function lessRetracted(tables: LensTables, rows: Int32Array, first: number, end: number): number {
  const { knownFrom, mode, source, speaker } = tables.columns;
  // of several retractions of one voice the last voids whatever the others do
  const retractions: number[] = [];
  for (let i = end - 1; i >= first; i--) {
    const report = rows[i]!;
    const same = (r: number) => speaker[r] === speaker[report] && (speaker[report]! >= 0 || source[r] === source[report]);
    if (mode[report] === MODE.retracts && !retractions.some(same)) retractions.push(report);
  }
  let next = first;
  for (let i = first; i < end; i++) {
    const report = rows[i]!;
    if (mode[report] === MODE.retracts) continue;
    let voided = false;
    for (const r of retractions)
      voided ||=
        knownFrom[report]! <= knownFrom[r]! &&
        (speaker[r]! >= 0 ? speaker[report] === speaker[r] : descends(tables.columns, source[report]!, source[r]!));
    if (!voided) rows[next++] = report;
  }
  return next;
}

/** The evidence of one claim that counts when reports are known by an instant, as `countedRows` gives it. */
export function countedOf(tables: LensTables, kept: Uint8Array, claim: number, knownBy: Instant): Int32Array {
  const { firstReport } = tables.columns;
  const rows = new Int32Array(firstReport[claim + 1]! - firstReport[claim]!);
  const end = keptRows(tables, kept, claim, rows, 0);
  return rows.subarray(0, countedRows(tables, rows, 0, end, knownBy, false, rows));
}

/** A report as it counts. `claim` is the row of its claim, `claimId` its id. */
export function evidenceOf(tables: LensTables, report: number, claim: number, claimId: string): Evidence {
  const { speakers, sources, speaker, source, mode, knownFrom, firstReport } = tables.columns;
  return {
    claim: claimId,
    report: report - firstReport[claim]!,
    source: sources[source[report]!]!,
    speaker: speaker[report]! < 0 ? null : speakers[speaker[report]!]!,
    mode: modes[mode[report]!]!,
    origin: originName(tables, originOf(tables, report)),
    knownFrom: knownFrom[report]!,
  };
}

const supporting: ReadonlySet<string> = new Set(modes.filter((_, i) => SUPPORTS[i]));

/** Whether a report supports what it states. */
export function supports({ mode }: Evidence): boolean {
  return supporting.has(mode);
}

/** Distinct origins in the order of publication. */
function originsOf(evidence: readonly Evidence[]): string[] {
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
