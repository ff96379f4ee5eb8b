import { endsOf, KIND } from '../core/claims/columns';
import type { Situation } from '../core/situation';
import type { Records } from './records/records';
import type { Listed } from './subject';

/** What a situation says and the map cannot show, or not whole, since a place of it has no coordinates. */

const known = new WeakMap<Situation, Listed<string>>();

/** The ids of those marks: who holds a place without coordinates, what happened there, and who moves or flees from or to it. Costs nothing where every place has some. */
export function offTheMap(situation: Situation, { nowhere }: Pick<Records, 'nowhere'>): Listed<string> {
  let listed = known.get(situation);
  if (!listed) known.set(situation, (listed = listOf(nowhere.length === 0 ? [] : idsAt(situation, new Set(nowhere)))));
  return listed;
}

function idsAt({ ledger, rows, dated }: Situation, nowhere: ReadonlySet<number>): string[] {
  const { claims } = ledger.dossier;
  const { kind, place, places, joins, firstJoin } = claims.columns;
  const ids: string[] = [];
  ledger.control.place.forEach((at, entry) => {
    if (rows[entry]! >= 0 && nowhere.has(at)) ids.push(`control:${places[at]}`);
  });
  for (const row of dated) {
    const claim = ledger.dated.claim[row]!;
    const id = () => claims.idOf(claim);
    if (kind[claim] === KIND.incident && nowhere.has(place[claim]!)) ids.push(`incident:${id()}`);
    if (kind[claim] === KIND.movement && endsOf(claims.columns, claim).some((end) => nowhere.has(end))) ids.push(`movement:${id()}`);
    if (kind[claim] === KIND.flow && joins.subarray(firstJoin[claim], firstJoin[claim + 1]).some((end) => nowhere.has(end)))
      ids.push(`flow:${id()}`);
  }
  return ids;
}

function listOf(ids: readonly string[]): Listed<string> {
  return { count: ids.length, part: (from, to) => ids.slice(from, to) };
}
