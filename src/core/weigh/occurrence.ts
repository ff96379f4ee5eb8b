import { claimKinds, FLAG, KIND, type ClaimKind } from '../claims/columns';
import { countedOf, evidenceOf, supportOf } from './evidence';
import { Growing } from '../lists/growing';
import type { DatedRows, Ledger, Occurrence, Support } from '../ledger';
import { tablesOf, type LensTables } from './lens-tables';
import type { Instant } from '../model';
import { RowsBuilder, Stages } from './stages';
import { addDays, dayOf, startOfDay } from '../time';

/** Movements, flows and incidents: shown on their day and on the days after, as far as they are known. */

/** How many days a movement, a flow or an incident is shown as past. */
export const PAST_DAYS = 3;

/**
 * When a claim happened. Of “one of these days” it is the last: by then it happened, and on no day before is that certain.
 */
function beginningOf({ columns: { start, end, flags }, days }: LensTables, claim: number): Instant {
  const uncertain = (flags[claim]! & FLAG.uncertain) !== 0 && Number.isFinite(end[claim]!);
  return uncertain ? days.startOf(end[claim]! - 1) : start[claim]!;
}

/** The first instant at which what ended at an instant is past by more than `PAST_DAYS` whole days. */
function goneAt({ days }: LensTables, end: Instant): Instant {
  if (!Number.isFinite(end)) return end;
  let day = days.startOf(end);
  if (day < end) day = days.endOf(end);
  for (let past = 0; past < PAST_DAYS; past++) day = days.endOf(day);
  return day;
}

/** When each movement, flow and incident is shown; gives from time to time the row that is done. */
export function* datedRows(tables: LensTables, kept: Uint8Array, step: number): Generator<number, DatedRows> {
  const { kind, until } = tables.columns;
  const stages = new Stages(tables, kept);
  const [rows, intended] = [new RowsBuilder(), new Growing(Uint8Array)];
  const [began, ended] = [new Growing(Float64Array), new Growing(Float64Array)];
  for (let claim = 0; claim < kind.length; claim++) {
    if (claim % step === step - 1) yield claim;
    if (kind[claim] !== KIND.movement && kind[claim] !== KIND.flow && kind[claim] !== KIND.incident) continue;
    const begin = beginningOf(tables, claim);
    const gone = goneAt(tables, until[claim]!);
    const count = stages.read(claim);
    for (let i = 0; i < count; i++) {
      if (!stages.known[i]) continue;
      const from = Math.max(stages.from[i]!, begin);
      // what reads the same goes on
      while (i + 1 < count && stages.known[i + 1] && stages.stated[i + 1] === stages.stated[i]) i++;
      const to = i + 1 < count ? Math.min(stages.from[i + 1]!, gone) : gone;
      if (!rows.add(claim, from, to)) continue;
      began.push(begin);
      ended.push(until[claim]!);
      intended.push(stages.stated[i] ? 0 : 1);
    }
  }
  return { ...rows.finish(), began: began.all(), ended: ended.all(), intended: intended.all() };
}

/** One of the dated rows in full, at a time at which it is shown. */
export function occurrenceIn(ledger: Ledger, row: number, at: Instant, knownBy: Instant): Occurrence {
  const { dated, dossier } = ledger;
  const claim = dated.claim[row]!;
  const [start, end] = [dated.began[row]!, dated.ended[row]!];
  const day = dayOf(at, dossier.timeZone);
  const dayStarts = Array.from({ length: PAST_DAYS + 1 }, (_, past) => startOfDay(addDays(day, -past), dossier.timeZone));
  return {
    ...supportIn(ledger, claim, knownBy),
    claim: dossier.claims.idOf(claim),
    daysPast: dayStarts.findIndex((from) => end > from),
    progress: Number.isFinite(start) && Number.isFinite(end) ? Math.min(1, Math.max(0, (at + 1 - start) / (end - start))) : 1,
    intended: dated.intended[row] === 1,
  };
}

/** The kind of a row of `ledger.dated`. */
export function kindOf({ dossier, dated }: Ledger, row: number): ClaimKind {
  return claimKinds[dossier.claims.columns.kind[dated.claim[row]!]!]!;
}

/** What carries one claim when reports are known by an instant. */
export function supportIn(ledger: Ledger, claim: number, knownBy: Instant): Support {
  const tables = tablesOf(ledger);
  const id = ledger.dossier.claims.idOf(claim);
  return supportOf(Array.from(countedOf(tables, ledger.kept, claim, knownBy), (report) => evidenceOf(tables, report, claim, id)));
}
