import { aliveIndex } from '../../../src/core/lists/alive';
import { Claims } from '../../../src/core/claims/claims';
import { ClaimsBuilder } from '../../../src/core/claims/builder';
import { KIND, type Columns } from '../../../src/core/claims/columns';
import type { Histories, Ledger, Look } from '../../../src/core/ledger';
import { startOfDay } from '../../../src/core/time';
import { defaultLens } from '../../../src/core/weigh/weigh';
import { dayAt, DAYS, headOf, TIME_ZONE } from './head';
import { placesFor, type Changes, type Points } from './points';

/** Ledgers made directly, so that a layer can be measured alone. Nobody can read their claims. */

/** Starts of all days of the data, by index; Infinity for later ones. */
export function dayStarts(): (day: number) => number {
  const starts = Float64Array.from({ length: DAYS + 1 }, (_, day) => startOfDay(dayAt(day), TIME_ZONE));
  return (day) => (day > DAYS ? Infinity : starts[day]!);
}

/** One incident a point. What a weighing would have ready is made here; the order by which rows are found at a time is part of it. */
export function ledgerOfPoints(points: Points): Ledger {
  const { count, place } = points;
  const startOf = dayStarts();
  const [start, end] = [points.start.map(startOf), points.end.map(startOf)];
  const claim = Uint32Array.from({ length: count }, (_, i) => i);
  const dated = { claim, start, end, alive: aliveIndex(start, end), began: start, ended: end, intended: new Uint8Array(count) };
  const columns = { kind: new Uint8Array(count).fill(KIND.incident), place: new Int32Array(place), party: new Int32Array(count) };
  return ledgerOf(placesFor(count), columns, { dated });
}

const looks: readonly Look[] = [0, 1, 2, 3].map((party) => ({
  state: 'held',
  contenders: 0,
  positions: [{ holder: ['east', 'north', 'south', 'west'][party]!, extent: 'held', supported: true, denied: false, taken: false }],
}));

/** A row of history for each change of each place. */
export function ledgerOfChanges({ place, day, party }: Changes): Ledger {
  const startOf = dayStarts();
  const entries = place.at(-1)! + 1;
  const first = new Uint32Array(entries + 1);
  for (const each of place) first[each + 1]!++;
  for (let i = 0; i < entries; i++) first[i + 1]! += first[i]!;
  const start = Float64Array.from(day, (each) => (each === 0 ? -Infinity : startOf(each)));
  const control: Histories = { place: Uint32Array.from({ length: entries }, (_, i) => i), first, start, look: Uint32Array.from(party) };
  return ledgerOf(entries, {}, { control, looks });
}

function ledgerOf(places: number, some: Partial<Columns>, parts: Partial<Ledger>): Ledger {
  const [none, never] = [new Uint32Array(0), new Float64Array(0)];
  const head = headOf(places, 1000);
  const { length } = some.kind ?? none;
  const nowhere = new Int32Array(length).fill(-1);
  const columns: Columns = {
    ...new ClaimsBuilder(head).finish().columns,
    places: [...head.places.keys()].sort(),
    parties: [...head.parties.keys()].sort(),
    ...{ event: nowhere, incident: new Uint8Array(length), flags: new Uint8Array(length) },
    ...some,
  };
  const refuse = (): never => {
    throw new Error('this ledger was made without claims');
  };
  const alive = { order: none, classes: [] };
  return {
    dossier: { ...head, claims: new Claims(columns, { at: refuse, idOf: refuse }) },
    lens: defaultLens,
    kept: new Uint8Array(0),
    looks: [],
    control: { place: none, first: new Uint32Array(1), start: never, look: none },
    dated: { claim: none, start: never, end: never, alive, began: never, ended: never, intended: new Uint8Array(0) },
    figures: { claim: none, start: never, end: never, alive },
    events: { event: none, start: never, end: never, alive },
    ...parts,
  };
}
