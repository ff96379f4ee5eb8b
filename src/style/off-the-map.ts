import { endsOf, KIND } from '../core/claims/columns';
import type { Situation } from '../core/situation';
import type { Records } from './records/records';
import type { Listed } from './subject';

/** What a situation says and the map cannot show, or not whole, since a place of it has no coordinates. */
export interface OffTheMap extends Listed<string> {
  /** Ids of the places that lack them, in the order of ids. */
  readonly places: readonly string[];
}

const known = new WeakMap<Situation, OffTheMap>();

/** The ids of those marks: who holds a place without coordinates, what happened there, and who moves or flees from or to it. Costs nothing where every place has some. */
export function offTheMap(situation: Situation, { nowhere }: Pick<Records, 'nowhere'>): OffTheMap {
  let found = known.get(situation);
  if (!found) known.set(situation, (found = nowhere.length === 0 ? none : find(situation, new Set(nowhere))));
  return found;
}

const none: OffTheMap = { count: 0, part: () => [], places: [] };

function find({ ledger, rows, dated }: Situation, nowhere: ReadonlySet<number>): OffTheMap {
  const { claims } = ledger.dossier;
  const { columns } = claims;
  const ids: string[] = [];
  const missing = new Set<number>();
  const add = (id: () => string, places: Iterable<number>): void => {
    const lacking = [...places].filter((place) => nowhere.has(place));
    if (lacking.length > 0) ids.push(id());
    for (const place of lacking) missing.add(place);
  };
  ledger.control.place.forEach((place, entry) => {
    if (rows[entry]! >= 0) add(() => `control:${columns.places[place]}`, [place]);
  });
  for (const row of dated) {
    const claim = ledger.dated.claim[row]!;
    const id = (kind: string) => () => `${kind}:${claims.idOf(claim)}`;
    if (columns.kind[claim] === KIND.incident) add(id('incident'), [columns.place[claim]!]);
    if (columns.kind[claim] === KIND.movement) add(id('movement'), endsOf(columns, claim));
    if (columns.kind[claim] === KIND.flow) add(id('flow'), columns.joins.subarray(columns.firstJoin[claim], columns.firstJoin[claim + 1]));
  }
  const places = [...missing].sort((a, b) => a - b).map((place) => columns.places[place]!);
  return { count: ids.length, part: (from, to) => ids.slice(from, to), places };
}
