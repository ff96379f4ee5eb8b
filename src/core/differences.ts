import type { DatedRows, FigureRows, HoldingState, Ledger } from './ledger';
import { aliveAt } from './lists/alive';
import type { Change, Situation } from './situation';
import { kindOf } from './weigh/occurrence';

/** What two situations of one dossier do not have in common, whatever their days and lenses. */

/** A mark that is in one of two situations alone, or in both and differs. */
export interface Difference extends Change {
  readonly isIn: 'first' | 'second' | 'both';
}

/** In which order a reader wants to know of places. */
const WEIGHT: readonly HoldingState[] = ['disputed', 'held', 'claimed', 'unknown'];
const OCCURRENCES = ['movement', 'flow', 'incident'] as const;

/**
 * Places that look different, disputes first, and what happened or was counted in one of the two alone, or is intended in one alone.
 * Empty where both are one. Throws where they are of two dossiers.
 */
export function differencesBetween(first: Situation, second: Situation): Difference[] {
  const { claims } = first.ledger.dossier;
  if (claims !== second.ledger.dossier.claims) throw new Error('situations of two dossiers cannot be compared');
  const [a, b] = [first.ledger, second.ledger];
  const occurrences = pairs(claimsOf(a.dated, first.dated), claimsOf(b.dated, second.dated)).flatMap(([claim, rowA, rowB]) => {
    if (rowA >= 0 && rowB >= 0 && a.dated.intended[rowA] === b.dated.intended[rowB]) return [];
    const kind = rowA >= 0 ? kindOf(a, rowA) : kindOf(b, rowB);
    return [differenceOf(kind as Difference['kind'], claims.idOf(claim), rowA, rowB)];
  });
  const figures = pairs(claimsOf(a.figures, aliveAt(a.figures, first.at)), claimsOf(b.figures, aliveAt(b.figures, second.at))).flatMap(
    ([claim, rowA, rowB]) => (rowA >= 0 && rowB >= 0 ? [] : [differenceOf('figure', claims.idOf(claim), rowA, rowB)]),
  );
  return [
    ...placesThatDiffer(first, second),
    ...OCCURRENCES.flatMap((wanted) => occurrences.filter(({ kind }) => kind === wanted)),
    ...figures,
  ];
}

function placesThatDiffer(first: Situation, second: Situation): Difference[] {
  const [a, b] = [first.ledger, second.ledger];
  const { places } = a.dossier.claims.columns;
  const [keysA, keysB] = [looksAsText(a), looksAsText(b)];
  const byState: Record<HoldingState, Difference[]> = { held: [], disputed: [], claimed: [], unknown: [] };
  for (const [place, entryA, entryB] of pairs(shownPlaces(first), shownPlaces(second))) {
    const lookA = entryA < 0 ? -1 : a.control.look[first.rows[entryA]!]!;
    const lookB = entryB < 0 ? -1 : b.control.look[second.rows[entryB]!]!;
    if (lookA >= 0 && lookB >= 0 && keysA[lookA] === keysB[lookB]) continue;
    const states = [...(lookA < 0 ? [] : [a.looks[lookA]!.state]), ...(lookB < 0 ? [] : [b.looks[lookB]!.state])];
    byState[WEIGHT.find((state) => states.includes(state))!].push(differenceOf('control', places[place]!, lookA, lookB));
  }
  return WEIGHT.flatMap((state) => byState[state]);
}

function differenceOf(kind: Difference['kind'], subject: string, inFirst: number, inSecond: number): Difference {
  return { id: `${kind}:${subject}`, kind, subject, isIn: inFirst < 0 ? 'second' : inSecond < 0 ? 'first' : 'both' };
}

/** Each look as text that is equal for equal looks, also of two ledgers. */
function looksAsText({ looks }: Ledger): string[] {
  return looks.map((look) => JSON.stringify(look));
}

/** Ascending keys, and the row or entry of each. */
interface Keyed {
  readonly keys: readonly number[];
  readonly rows: readonly number[];
}

function shownPlaces({ ledger: { control }, rows }: Situation): Keyed {
  const entries = Array.from(rows.keys()).filter((entry) => rows[entry]! >= 0);
  return { keys: entries.map((entry) => control.place[entry]!), rows: entries };
}

function claimsOf({ claim }: DatedRows | FigureRows, alive: Uint32Array): Keyed {
  return { keys: Array.from(alive, (row) => claim[row]!), rows: Array.from(alive) };
}

/** Every key of two ascending lists once, with its row in either; -1 where it has none. */
function pairs(a: Keyed, b: Keyed): [key: number, rowA: number, rowB: number][] {
  const found: [number, number, number][] = [];
  for (let i = 0, j = 0; i < a.keys.length || j < b.keys.length;) {
    const [keyA, keyB] = [a.keys[i] ?? Infinity, b.keys[j] ?? Infinity];
    found.push([Math.min(keyA, keyB), keyA <= keyB ? a.rows[i]! : -1, keyB <= keyA ? b.rows[j]! : -1]);
    if (keyA <= keyB) i++;
    if (keyB <= keyA) j++;
  }
  return found;
}
