import { aliveAt } from '../core/lists/alive';
import { KIND } from '../core/claims/columns';
import { dateDisputeIn } from '../core/weigh/event-date';
import { figureIn } from '../core/weigh/figure';
import type { Dispute, FigureLine, Holding, Occurrence } from '../core/ledger';
import { disputeOf, holdingOf, occurrenceOf, type Situation } from '../core/situation';

/** What a mark's id names in a situation: `control:PLACE`, `movement:CLAIM`, `flow:CLAIM`, `incident:CLAIM`, `figure:CLAIM`, or a dispute's own id. */
export type Subject =
  | { readonly kind: 'control'; readonly holding: Holding }
  | { readonly kind: 'movement' | 'flow' | 'incident'; readonly occurrence: Occurrence }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'dispute'; readonly dispute: Dispute };

/** What has been asked for of a situation: line, drawing and detail of a mark ask for the same. */
const known = new WeakMap<Situation, Map<string, Subject | null>>();

/** The subject of an id in full, or null where the situation has none (another day, another lens, or no such thing). Reads that one only. */
export function subjectOf(situation: Situation, id: string): Subject | null {
  let subjects = known.get(situation);
  if (!subjects) known.set(situation, (subjects = new Map()));
  let subject = subjects.get(id);
  if (subject === undefined) subjects.set(id, (subject = read(situation, id)));
  return subject;
}

function read(situation: Situation, id: string): Subject | null {
  const { ledger, dated, knownBy } = situation;
  const colon = id.indexOf(':');
  const [kind, name] = [id.slice(0, colon), id.slice(colon + 1)];
  switch (kind) {
    case 'control':
    case 'holder': {
      const holding = holdingOf(situation, name);
      return holding && { kind: 'control', holding };
    }
    case 'movement':
    case 'flow':
    case 'incident': {
      const row = rowOf(situation, dated, ledger.dated.claim, kind, name);
      return row < 0 ? null : { kind, occurrence: occurrenceOf(situation, row) };
    }
    case 'figure': {
      const row = rowOf(situation, figureRows(situation), ledger.figures.claim, kind, name);
      return row < 0 ? null : { kind, figure: figureIn(ledger, row, knownBy) };
    }
    case 'date': {
      const event = ledger.dossier.claims.columns.events.indexOf(name);
      const row = eventRows(situation).find((each) => ledger.events.event[each] === event);
      return row === undefined ? null : { kind: 'dispute', dispute: dateDisputeIn(ledger, row, knownBy) };
    }
    default:
      return null;
  }
}

/** The row of a claim of a kind among rows in the order of claims; -1 where it is not among them. */
function rowOf({ ledger }: Situation, rows: Uint32Array, claimOf: Uint32Array, kind: keyof typeof KIND, claim: string): number {
  const { claims } = ledger.dossier;
  const wanted = claims.rowOf(claim);
  if (wanted < 0 || claims.columns.kind[wanted] !== KIND[kind]) return -1;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claimOf[rows[middle]!]! < wanted) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row !== undefined && claimOf[row] === wanted ? row : -1;
}

const figureRows = ({ ledger, at }: Situation): Uint32Array => aliveAt(ledger.figures, at);
const eventRows = ({ ledger, at }: Situation): Uint32Array => aliveAt(ledger.events, at);

/** A list that is counted at once, and whose items are made when they are asked for. */
export interface Listed<T> {
  readonly count: number;
  /** The items from one up to, and without, another. */
  part(from: number, to: number): T[];
}

/** The ids of the marks and figures of one kind. */
export interface Ids extends Listed<string> {
  readonly kind: Exclude<Subject['kind'], 'dispute'>;
}

/** What a situation has marks and figures of, in the order in which a reader is told, and of a kind in that of places or claims. */
export function idsOf(situation: Situation): Ids[] {
  const { ledger, rows, dated } = situation;
  const { claims } = ledger.dossier;
  const { columns } = claims;
  const places = Uint32Array.from(rows.keys()).filter((entry) => rows[entry]! >= 0);
  const happening = (kind: 'movement' | 'flow' | 'incident'): Ids => {
    const shown = dated.filter((row) => columns.kind[ledger.dated.claim[row]!] === KIND[kind]);
    return { kind, ...listed(shown, (row) => `${kind}:${claims.idOf(ledger.dated.claim[row]!)}`) };
  };
  return [
    { kind: 'control', ...listed(places, (entry) => `control:${columns.places[ledger.control.place[entry]!]}`) },
    happening('movement'),
    happening('flow'),
    happening('incident'),
    { kind: 'figure', ...listed(figureRows(situation), (row) => `figure:${claims.idOf(ledger.figures.claim[row]!)}`) },
  ];
}

/** Whether a situation has anything that a map could have in view: its figures stand beside the map alone. */
export function hasMarks(situation: Situation): boolean {
  return idsOf(situation).some(({ kind, count }) => count > 0 && kind !== 'figure');
}

/** The figures of a situation, in the order of claims. */
export function figuresOf(situation: Situation): Listed<FigureLine> {
  return listed(figureRows(situation), (row) => figureIn(situation.ledger, row, situation.knownBy));
}

/** The disputes of a situation: about holders by place, then about dates by event. */
export function disputesOf(situation: Situation): Listed<Dispute> {
  const { ledger, disputed, knownBy } = situation;
  const { places } = ledger.dossier.claims.columns;
  const holders = listed(disputed, (entry) => disputeOf(situation, places[ledger.control.place[entry]!]!)!);
  const dates = listed(eventRows(situation), (row) => dateDisputeIn(ledger, row, knownBy));
  return {
    count: holders.count + dates.count,
    part: (from, to) => [...holders.part(from, to), ...dates.part(Math.max(0, from - holders.count), to - holders.count)],
  };
}

function listed<T>(rows: Uint32Array, item: (row: number) => T): Listed<T> {
  // a list is asked for a few more lines at a time
  const made: T[] = [];
  return {
    count: rows.length,
    part: (from, to) => Array.from(rows.subarray(from, Math.max(from, to)), (row, i) => (made[from + i] ??= item(row))),
  };
}
