import { KIND, type Columns } from './claims/columns';
import type { Ledger } from './ledger';
import type { Situation } from './situation';
import { dayOf, lastInstant, startOfDay } from './time';

/**
 * Of which towns nobody speaks, so that empty is not read as calm. A report speaks of a day where what it states, in whatever
 * mode, happened on it at least in part; an open end speaks of nothing later. A town is a populated place that some claim names.
 */

/** A town of which no known report speaks on the day shown. */
export interface SilentTown {
  readonly place: string;
  /** The last day before of which a known report speaks; null where there is none. */
  readonly lastSpoken: string | null;
}

/** What is silent on the day of a situation, of the towns that its dossier names. */
export interface Silence {
  /** In the order of ids. */
  readonly silent: readonly SilentTown[];
  /** How many towns there are, silent or not. */
  readonly towns: number;
}

/** The towns of which no report known in a situation speaks on its day. Costs a look at each claim that names a town. */
export function silenceOf({ ledger, at, knownBy }: Situation): Silence {
  const { dossier } = ledger;
  const { columns } = dossier.claims;
  const day = dayOf(at, dossier.timeZone);
  const [start, end] = [startOfDay(day, dossier.timeZone), lastInstant(day, dossier.timeZone) + 1];
  const { first, claims } = mentionsIn(columns);
  const knownFrom = firstKnown(ledger);
  const silent: SilentTown[] = [];
  let towns = 0;
  for (const [place, id] of columns.places.entries()) {
    if (dossier.places.get(id)?.featureClass !== 'P') continue;
    towns++;
    let last = -Infinity;
    for (let i = first[place]!; i < first[place + 1]!; i++) {
      const claim = claims[i]!;
      if (knownFrom[claim]! <= knownBy && columns.start[claim]! < end) last = Math.max(last, columns.speaksUntil[claim]! - 1);
    }
    if (last < start) silent.push({ place: id, lastSpoken: Number.isFinite(last) ? dayOf(last, dossier.timeZone) : null });
  }
  return { silent, towns };
}

/** The claims that name each place, by index into the columns' places. */
interface Mentions {
  /** Each place's first entry in `claims`; one more for the end. */
  readonly first: Uint32Array;
  readonly claims: Uint32Array;
}

const mentions = new WeakMap<Columns, Mentions>();

function mentionsIn(columns: Columns): Mentions {
  let found = mentions.get(columns);
  if (!found) mentions.set(columns, (found = findMentions(columns)));
  return found;
}

function findMentions(columns: Columns): Mentions {
  const first = new Uint32Array(columns.places.length + 1);
  eachMention(columns, (place) => first[place + 1]!++);
  for (let place = 0; place < columns.places.length; place++) first[place + 1]! += first[place]!;
  const claims = new Uint32Array(first[columns.places.length]!);
  const next = first.slice();
  eachMention(columns, (place, claim) => (claims[next[place]!++] = claim));
  return { first, claims };
}

/** Tells every place that a claim names, the claims in their order. */
function eachMention({ kind, place, firstJoin, joins }: Columns, tell: (place: number, claim: number) => void): void {
  for (let claim = 0; claim < kind.length; claim++) {
    if (kind[claim] !== KIND.movement && kind[claim] !== KIND.flow) {
      if (place[claim]! >= 0) tell(place[claim]!, claim);
      continue;
    }
    for (let join = firstJoin[claim]!; join < firstJoin[claim + 1]!; join++) if (joins[join]! >= 0) tell(joins[join]!, claim);
  }
}

const known = new WeakMap<Ledger, Float64Array>();

/** Since when the first report of each claim that the lens keeps is known; NaN, which is never, for a claim of which it keeps none. */
function firstKnown(ledger: Ledger): Float64Array {
  let found = known.get(ledger);
  if (found) return found;
  const { kind, firstReport, knownFrom } = ledger.dossier.claims.columns;
  found = new Float64Array(kind.length).fill(NaN);
  for (let claim = 0; claim < kind.length; claim++)
    for (let report = firstReport[claim]!; report < firstReport[claim + 1]!; report++)
      if (ledger.kept[report] && !(found[claim]! <= knownFrom[report]!)) found[claim] = knownFrom[report]!;
  known.set(ledger, found);
  return found;
}
