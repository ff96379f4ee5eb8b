import type { FigureRows, DatedRows, HoldingState, Ledger } from './ledger';
import type { Instant } from './model';
import { aliveAt } from './lists/alive';
import { kindOf } from './weigh/occurrence';
import type { Change, Situation } from './situation';
import { daysOf, lastInstant } from './time';

/** What changes from one time to another. */

/** In which order a reader wants to know of places that changed. */
const WEIGHT: readonly HoldingState[] = ['disputed', 'held', 'claimed', 'unknown'];

/**
 * What of `after` was not so in `before`, of the same ledger: places that look different, disputes first, and what happened or was
 * counted anew. Pays for what changed.
 */
export function changesBetween(before: Situation, after: Situation): Change[] {
  const { ledger } = after;
  if (before.ledger !== ledger) throw new Error('situations of two ledgers cannot be compared');
  const { control, looks, dossier } = ledger;
  const { claims } = dossier;
  const byState: Record<HoldingState, Change[]> = { held: [], disputed: [], claimed: [], unknown: [] };
  for (let entry = 0; entry < after.rows.length; entry++) {
    const [row, earlier] = [after.rows[entry]!, before.rows[entry]!];
    if (row === earlier || row < 0 || (earlier >= 0 && control.look[row] === control.look[earlier])) continue;
    const place = claims.columns.places[control.place[entry]!]!;
    byState[looks[control.look[row]!]!.state].push({ id: `control:${place}`, kind: 'control', subject: place });
  }
  const changes = WEIGHT.flatMap((state) => byState[state]);
  const anew = newClaims(ledger.dated, before.dated, after.dated);
  for (const kind of ['movement', 'flow', 'incident'] as const)
    for (const row of anew) {
      if (kindOf(ledger, row) !== kind) continue;
      const subject = claims.idOf(ledger.dated.claim[row]!);
      changes.push({ id: `${kind}:${subject}`, kind, subject });
    }
  const { figures } = ledger;
  for (const row of newClaims(figures, aliveAt(figures, before.at), aliveAt(figures, after.at))) {
    const subject = claims.idOf(figures.claim[row]!);
    changes.push({ id: `figure:${subject}`, kind: 'figure', subject });
  }
  return changes;
}

/** The rows of some whose claim has none among the others; both ascend, and so do their claims. */
function newClaims({ claim }: DatedRows | FigureRows, before: Uint32Array, after: Uint32Array): number[] {
  const anew: number[] = [];
  let i = 0;
  for (const row of after) {
    while (i < before.length && claim[before[i]!]! < claim[row]!) i++;
    if (i === before.length || claim[before[i]!] !== claim[row]) anew.push(row);
  }
  return anew;
}

/** The days of the span, its first left out, whose situation differs from that of the day before. */
export function changeDays(ledger: Ledger): string[] {
  const { span, timeZone } = ledger.dossier;
  const days = daysOf(span, timeZone);
  const ends = days.map((day) => lastInstant(day, timeZone));
  const changed = new Uint8Array(days.length);
  markLooks(ledger, ends, changed);
  markClaims(ledger.dated, ends, changed);
  markClaims(ledger.figures, ends, changed);
  return days.filter((_, day) => day > 0 && changed[day] === 1);
}

/** The first day that ends at an instant or after it; as many as there are days where none does. */
function dayAt(ends: readonly Instant[], instant: Instant): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks the days at whose end a place looks different from the end of the day before. */
function markLooks({ control: { place, first, start, look } }: Ledger, ends: readonly Instant[], changed: Uint8Array): void {
  for (let entry = 0; entry < place.length; entry++) {
    let before = -1;
    for (let row = first[entry]!; row < first[entry + 1]!;) {
      const day = dayAt(ends, start[row]!);
      if (day === ends.length) break;
      while (row + 1 < first[entry + 1]! && start[row + 1]! <= ends[day]!) row++;
      if (look[row] !== before) changed[day] = 1;
      before = look[row]!;
      row++;
    }
  }
}

/** Marks the days at whose end a claim is shown that was not at the end of the day before. */
function markClaims({ claim, start, end }: DatedRows | FigureRows, ends: readonly Instant[], changed: Uint8Array): void {
  for (let row = 0; row < claim.length; row++) {
    const day = dayAt(ends, start[row]!);
    if (day === 0 || day === ends.length || end[row]! <= ends[day]!) continue;
    let seen = false;
    // the rows of one claim are adjacent
    for (let other = row - 1; other >= 0 && claim[other] === claim[row]; other--)
      seen ||= start[other]! <= ends[day - 1]! && end[other]! > ends[day - 1]!;
    if (!seen) changed[day] = 1;
  }
}
