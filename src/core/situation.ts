import { aliveAt } from './lists/alive';
import { dateDisputeIn } from './weigh/event-date';
import { figureIn } from './weigh/figure';
import type { ClaimKind } from './claims/columns';
import { holdingIn } from './weigh/history';
import type { Dispute, FigureLine, Holding, HoldingState, Ledger, Look, Occurrence } from './ledger';
import { knownByAt } from './weigh/lens-tables';
import type { Instant } from './model';
import { kindOf, occurrenceIn } from './weigh/occurrence';

/** The ledger at one time: what the map shows. */
export interface Situation {
  readonly ledger: Ledger;
  readonly at: Instant;
  /** Reports published after this are not known here. */
  readonly knownBy: Instant;
  /** For each entry of `ledger.control.place` its row at this time; -1 before its first. */
  readonly rows: Int32Array;
  /** Rows of `ledger.dated` that are shown, in the order of claim ids. */
  readonly dated: Uint32Array;
  readonly counts: Readonly<Record<HoldingState, number>>;
  /** Entries of `ledger.control.place` that are in dispute. */
  readonly disputed: Uint32Array;
  /** In full, in the order of ids, made when first asked for: each with its evidence. */
  readonly holdings: readonly Holding[];
  readonly movements: readonly Occurrence[];
  readonly flows: readonly Occurrence[];
  readonly incidents: readonly Occurrence[];
  readonly figures: readonly FigureLine[];
  /** About holders by place, then about dates by event. */
  readonly disputes: readonly Dispute[];
}

/**
 * What the map shows at an instant: a day shown is its last instant. Pure: the same ledger and time give an equal value.
 * Costs a short search a place, and what is alive of the rest; evidence is gathered only where it is asked for. Beside a situation
 * of the same ledger that is `near`, such as the next day's, a place costs no search but what changed between.
 */
export function situationAt(ledger: Ledger, time: Instant, near: Situation | null = null): Situation {
  return new SituationAt(ledger, time, near?.ledger === ledger ? near.rows : null);
}

class SituationAt implements Situation {
  readonly knownBy: Instant;
  readonly rows: Int32Array;
  readonly dated: Uint32Array;
  readonly counts: Readonly<Record<HoldingState, number>>;
  readonly disputed: Uint32Array;
  #holdings: readonly Holding[] | null = null;
  #occurrences: Readonly<Record<ClaimKind, readonly Occurrence[]>> | null = null;
  #figures: readonly FigureLine[] | null = null;
  #disputes: readonly Dispute[] | null = null;

  constructor(
    readonly ledger: Ledger,
    readonly at: Instant,
    near: Int32Array | null,
  ) {
    this.knownBy = knownByAt(ledger.lens, at, ledger.dossier.timeZone);
    const rows = near ? rowsNear(ledger, at, near) : rowsAt(ledger, at);
    this.rows = rows;
    this.dated = aliveAt(ledger.dated, at);
    const { looks, control } = ledger;
    const states = statesOf(looks);
    const counts = new Uint32Array(holdingStates.length);
    const disputed: number[] = [];
    for (let entry = 0; entry < rows.length; entry++) {
      const row = rows[entry]!;
      if (row < 0) continue;
      const state = states[control.look[row]!]!;
      counts[state]!++;
      if (state === DISPUTED) disputed.push(entry);
    }
    const [held, inDispute, claimed, unknown] = counts as unknown as [number, number, number, number];
    this.counts = { held, disputed: inDispute, claimed, unknown };
    this.disputed = Uint32Array.from(disputed);
  }

  get holdings(): readonly Holding[] {
    return (this.#holdings ??= placesOf(this).map((place) => holdingOf(this, place)!));
  }

  get movements(): readonly Occurrence[] {
    return this.#ofKind('movement');
  }

  get flows(): readonly Occurrence[] {
    return this.#ofKind('flow');
  }

  get incidents(): readonly Occurrence[] {
    return this.#ofKind('incident');
  }

  get figures(): readonly FigureLine[] {
    return (this.#figures ??= Array.from(aliveAt(this.ledger.figures, this.at), (row) => figureIn(this.ledger, row, this.knownBy)));
  }

  get disputes(): readonly Dispute[] {
    if (this.#disputes) return this.#disputes;
    const { control, events, dossier } = this.ledger;
    const { places } = dossier.claims.columns;
    const holders = Array.from(this.disputed, (entry) => disputeOf(this, places[control.place[entry]!]!)!);
    const dates = Array.from(aliveAt(events, this.at), (row) => dateDisputeIn(this.ledger, row, this.knownBy));
    return (this.#disputes = [...holders, ...dates]);
  }

  #ofKind(kind: ClaimKind): readonly Occurrence[] {
    if (!this.#occurrences) {
      const occurrences: Record<ClaimKind, Occurrence[]> = { control: [], movement: [], flow: [], figure: [], incident: [] };
      for (const row of this.dated) occurrences[kindOf(this.ledger, row)].push(occurrenceOf(this, row));
      this.#occurrences = occurrences;
    }
    return this.#occurrences[kind];
  }
}

const holdingStates: readonly HoldingState[] = ['held', 'disputed', 'claimed', 'unknown'];
const DISPUTED = holdingStates.indexOf('disputed');
const states = new WeakMap<readonly Look[], Uint8Array>();

/** Of each look its state, by its index. */
function statesOf(looks: readonly Look[]): Uint8Array {
  let found = states.get(looks);
  if (!found) states.set(looks, (found = Uint8Array.from(looks, ({ state }) => holdingStates.indexOf(state))));
  return found;
}

function rowsAt({ control: { first, start, place } }: Ledger, time: Instant): Int32Array {
  const rows = new Int32Array(place.length);
  for (let entry = 0; entry < rows.length; entry++) {
    const begin = first[entry]!;
    let [low, high] = [begin, first[entry + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    rows[entry] = low > begin ? low - 1 : -1;
  }
  return rows;
}

/** The same, from the rows of a time that is near. */
function rowsNear({ control: { first, start, place } }: Ledger, time: Instant, near: Int32Array): Int32Array {
  const rows = new Int32Array(place.length);
  for (let entry = 0; entry < rows.length; entry++) {
    const [begin, end] = [first[entry]!, first[entry + 1]!];
    let row = near[entry]! < 0 ? begin - 1 : near[entry]!;
    while (row >= begin && start[row]! > time) row--;
    while (row + 1 < end && start[row + 1]! <= time) row++;
    rows[entry] = row < begin ? -1 : row;
  }
  return rows;
}

/** Ids of the places that a situation says something of. */
function placesOf({ ledger, rows }: Situation): string[] {
  const { places } = ledger.dossier.claims.columns;
  return Array.from(ledger.control.place, (place) => places[place]!).filter((_, entry) => rows[entry]! >= 0);
}

/** The entry of a place in `ledger.control.place`; -1 where it has no history. */
export function entryOf({ dossier, control }: Ledger, place: string): number {
  return indexIn(control.place, indexIn(dossier.claims.columns.places, place));
}

/** What a situation says of one place, in full; null where it says nothing. Reads that place's claims and no others. */
export function holdingOf(situation: Situation, place: string): Holding | null {
  const { ledger, rows, at, knownBy } = situation;
  const entry = entryOf(ledger, place);
  return entry < 0 || rows[entry]! < 0 ? null : holdingIn(ledger, ledger.control.place[entry]!, at, knownBy);
}

/** What a place looks like in a situation; null where it says nothing of it. */
export function lookAt({ ledger, rows }: Situation, place: string): Look | null {
  const entry = entryOf(ledger, place);
  return entry < 0 || rows[entry]! < 0 ? null : ledger.looks[ledger.control.look[rows[entry]!]!]!;
}

/** The dispute about who holds a place; null where there is none. */
export function disputeOf(situation: Situation, place: string): Dispute | null {
  const holding = holdingOf(situation, place);
  if (holding?.state !== 'disputed') return null;
  const positions = holding.positions.slice(0, holding.contenders);
  return { id: `holder:${place}`, about: 'holder', place, event: null, positions, dates: [] };
}

/** One of `situation.dated` in full. */
export function occurrenceOf({ ledger, at, knownBy }: Situation, datedRow: number): Occurrence {
  return occurrenceIn(ledger, datedRow, at, knownBy);
}

/** Where a value stands in a sorted list; -1 where it does not. */
function indexIn<T extends string | number>(sorted: ArrayLike<T>, value: T): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}

/** One difference between two situations; `id` is that of the mark, such as `control:homs` or `movement:ID`. */
export interface Change {
  readonly id: string;
  readonly kind: 'control' | 'movement' | 'flow' | 'incident' | 'figure';
  /** The place of a holding, the claim of anything else. */
  readonly subject: string;
}

export { changeDays, changesBetween } from './changes';
