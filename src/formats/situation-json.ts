import type { Dispute, FigureLine, Lens, Occurrence, Position, Support } from '../core/ledger';
import type { Dossier, Extent, FigureClaim, FlowClaim, IncidentClaim, IncidentKind, MovementClaim } from '../core/model';
import type { Situation } from '../core/situation';
import { dayOf } from '../core/time';

/**
 * The public format of `claimline situation --format json`: one object that a program can read. Ids are those of the
 * dossier's files; what is not known is `null`, never left out; lists are in the order of ids, positions with the holder first.
 */
export interface SituationJson {
  /** The dossier's id. */
  readonly dossier: string;
  /** The day, YYYY-MM-DD, at whose end this is so, in the dossier's time zone. */
  readonly at: string;
  /** Which reports count: those published by the end of that day (`then`), all (`now`), or by the end of a day YYYY-MM-DD. */
  readonly knownBy: string;
  readonly places: readonly PlaceJson[];
  readonly movements: readonly MovementJson[];
  readonly flows: readonly FlowJson[];
  readonly figures: readonly FigureJson[];
  readonly incidents: readonly IncidentJson[];
  readonly disputes: readonly DisputeJson[];
}

/** What is said of one place. */
export interface PlaceJson {
  readonly place: string;
  /** English. */
  readonly name: string;
  /** How it stands with the first position: supported, in dispute, said by its beneficiary alone, or not known. */
  readonly state: 'held' | 'disputed' | 'claimed' | 'unknown';
  readonly positions: readonly PositionJson[];
}

/** What carries a statement. */
export interface SupportJson {
  /** Who said it first, each once: `speaker:ID` or `source:ID`. Empty where only a beneficiary says it. */
  readonly origins: readonly string[];
  /** How many further reports only repeat one of them. */
  readonly copies: number;
  /** Whether an origin denies it. */
  readonly denied: boolean;
  /** The claims that say it. */
  readonly claims: readonly string[];
}

/** One answer to who is at a place. */
export interface PositionJson extends SupportJson {
  /** A party; null where nobody says who. */
  readonly holder: string | null;
  readonly extent: Extent;
}

/** Somebody on the move. `daysPast` is 0 on its own day and 1 to 3 after it. */
export interface MovementJson {
  readonly claim: string;
  readonly party: string;
  readonly movement: 'advance' | 'reinforcement' | 'withdrawal';
  readonly from: string | null;
  readonly via: readonly string[];
  readonly to: string | null;
  /** Announced or expected, and reported by nobody as under way. */
  readonly intended: boolean;
  /** How far through its time it is, 0 to 1. */
  readonly progress: number;
  readonly daysPast: number;
}

/** People fleeing. `min` and `max` are people; null where the source gives no number. `daysPast` as for a movement. */
export interface FlowJson {
  readonly claim: string;
  readonly from: string;
  /** Null where no destination is named. */
  readonly to: readonly string[] | null;
  readonly min: number | null;
  readonly max: number | null;
  /** The amount as it was said. */
  readonly words: string;
  readonly daysPast: number;
}

/** A figure as it stands: the newest of its series. Figures of different speakers, measures or windows are never to be added. */
export interface FigureJson {
  readonly claim: string;
  /** Null where the source names nobody. */
  readonly speaker: string | null;
  readonly measure: FigureClaim['measure'];
  readonly counts: FigureClaim['counts'];
  readonly min: number | null;
  readonly max: number | null;
  /** EDTF: where the counting window begins. */
  readonly since: string | null;
  /** EDTF: the time of which it speaks. */
  readonly asOf: string;
}

/** Something that happened at a place. `daysPast` as for a movement. */
export interface IncidentJson {
  readonly claim: string;
  readonly incident: IncidentKind;
  readonly place: string;
  readonly daysPast: number;
}

/** Statements that cannot all be true: positions about a holder, or about the date of an event. */
export interface DisputeJson {
  readonly id: string;
  /** English, ending in a question mark. */
  readonly question: string;
  /** Null for a dispute about a date. */
  readonly place: string | null;
  readonly positions: readonly (PositionJson | DateJson)[];
}

/** One answer to when an event was: EDTF. */
export interface DateJson extends SupportJson {
  readonly happened: string;
}

/** Turns a situation of a dossier, weighed through a lens, into the public format. Pure. */
export function situationJson(dossier: Dossier, lens: Lens, situation: Situation): SituationJson {
  const { claims } = dossier;
  return {
    dossier: dossier.id,
    at: dayOf(situation.at, dossier.timeZone),
    knownBy: typeof lens.knownBy === 'number' ? dayOf(lens.knownBy, dossier.timeZone) : lens.knownBy,
    places: situation.holdings.map(({ place, state, positions }) => ({
      place,
      name: nameOf(dossier, place),
      state,
      positions: positions.map(position),
    })),
    movements: situation.movements.map((each) => movement(each, claims.get(each.claim) as MovementClaim)),
    flows: situation.flows.map((each) => flow(each, claims.get(each.claim) as FlowClaim)),
    figures: situation.figures.map((each) => figure(each, claims.get(each.claim) as FigureClaim)),
    incidents: situation.incidents.map((each) => incident(each, claims.get(each.claim) as IncidentClaim)),
    disputes: situation.disputes.map((each) => dispute(dossier, each)),
  };
}

function support({ origins, copies, deniedBy, claims }: Support): SupportJson {
  return { origins, copies, denied: deniedBy.length > 0, claims };
}

function position(each: Position): PositionJson {
  return { holder: each.holder, extent: each.extent, ...support(each) };
}

function movement({ intended, progress, daysPast }: Occurrence, claim: MovementClaim): MovementJson {
  const { id, party, movement: kind, from = null, via = [], to = null } = claim;
  return { claim: id, party, movement: kind, from, via, to, intended, progress, daysPast };
}

function flow({ daysPast }: Occurrence, claim: FlowClaim): FlowJson {
  const { id, from, to = null, people } = claim;
  return { claim: id, from, to, min: people.min, max: people.max, words: people.words, daysPast };
}

function figure({ evidence }: FigureLine, claim: FigureClaim): FigureJson {
  const { id, measure, counts, amount, since = null, asOf } = claim;
  const speaker = evidence.find((each) => each.speaker !== null)?.speaker ?? null;
  return { claim: id, speaker, measure, counts, min: amount.min, max: amount.max, since, asOf };
}

function incident({ daysPast }: Occurrence, { id, incident: kind, place }: IncidentClaim): IncidentJson {
  return { claim: id, incident: kind, place, daysPast };
}

function dispute(dossier: Dossier, each: Dispute): DisputeJson {
  if (each.about === 'holder' && each.place !== null)
    return {
      id: each.id,
      question: `Who holds ${nameOf(dossier, each.place)}?`,
      place: each.place,
      positions: each.positions.map(position),
    };
  const first = dossier.claims.get(each.dates[0]?.claims[0] ?? '');
  return {
    id: each.id,
    question: `When was this: ${(first?.summary ?? each.event ?? each.id).replace(/\.$/, '')}?`,
    place: null,
    positions: each.dates.map((date) => ({ happened: date.happened, ...support(date) })),
  };
}

function nameOf(dossier: Dossier, place: string): string {
  return dossier.places.get(place)?.title ?? place;
}
