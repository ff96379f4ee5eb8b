import { atOnce } from '../at-once';
import { eventRows } from './event-date';
import { figureRows } from './figure';
import { histories } from './history';
import type { Ledger, Lens } from '../ledger';
import { keptReports, tablesFor } from './lens-tables';
import { Looks } from './looks';
import type { Dossier } from '../model';
import { datedRows } from './occurrence';

/** A dossier through a lens: the history of everything, worked out once. */

/** As known on the day shown, counting origins, with every source and every party's word. */
export const defaultLens: Lens = { knownBy: 'then', counting: 'origins', without: [], partyClaims: true };

/** Weighs a dossier. Pure; the same dossier and lens give an equal ledger whatever the order of files and claims. */
export function weigh(dossier: Dossier, lens: Lens): Ledger {
  return atOnce(weighing(dossier, lens));
}

/** How many claims other than control are read between two steps. */
const STEP = 8_000;

/** Weighs a dossier in steps of about ten milliseconds; after each it gives the share that is done, which rises to 1. */
export function* weighing(dossier: Dossier, lens: Lens): Generator<number, Ledger> {
  const { columns } = dossier.claims;
  const tables = tablesFor(dossier, lens);
  const kept = keptReports(tables);
  const looks = new Looks(columns.parties);
  const claims = columns.kind.length;
  // what a claim costs: one of control about three times as much as reading any claim three times over
  const total = 3 * columns.controlAt.length + 2 * claims + columns.eventClaims.length || 1;
  let before = 0;
  function* share<T>(steps: Generator<number, T>, weight: number, count: number): Generator<number, T> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (before + weight * step.value) / total;
    before += weight * count;
    return step.value;
  }
  const control = yield* share(histories(tables, kept, dossier.span.start, looks), 3, columns.controlAt.length);
  const dated = yield* share(datedRows(tables, kept, STEP), 1, claims);
  const figures = yield* share(figureRows(tables, kept, STEP), 1, claims);
  const events = yield* share(eventRows(tables, kept, STEP), 1, columns.eventClaims.length);
  yield 1;
  return { dossier, lens, kept, looks: looks.list, control, dated, figures, events };
}
