import { endsOf, KIND } from '../core/claims/columns';
import { boxOf, middleOf } from '../core/geometry/box';
import { toPlane } from '../core/geometry/plane';
import type { Look } from '../core/ledger';
import type { Dossier, Place } from '../core/model';
import { entryOf, type Situation } from '../core/situation';
import { eachAlive } from './records/alive-records';
import { rankOf, type Rank } from './mark';
import { minZoomAt, styleAt, type MarkLayer, type Records } from './records/records';
import { isOutlined } from './strokes/route';

/** Which places are named: those in view, the best first, and not more than can be read. */

/** How many places are named at once. */
const MOST_NAMES = 300;
/** A dossier of more places than this names only those with a mark, and leaves the others to the basemap, whose names give way to marks. */
const MOST_NAMED = 2000;
/** Names are given this far beyond the frame, in shares of it, so that a small move does not come to nameless ground. */
const BEYOND = 0.25;
const ranks: Readonly<Record<Rank, number>> = { city: 3, town: 2, village: 1, area: 0 };

const known = new WeakMap<Dossier, readonly Place[]>();

/**
 * The places that the picture names itself on every day, so that the basemap need not: the dossier's settlements, provinces and
 * outlined regions, and whatever else a claim says is held; none of a dossier that has very many. Found once for a dossier.
 */
export function namedPlaces(dossier: Dossier): readonly Place[] {
  let places = known.get(dossier);
  if (!places) known.set(dossier, (places = dossier.places.size > MOST_NAMED ? [] : findNamed(dossier)));
  return places;
}

function findNamed({ claims: { columns }, places }: Dossier): readonly Place[] {
  const held = new Set<string>();
  columns.kind.forEach((kind, row) => kind === KIND.control && held.add(columns.places[columns.place[row]!]!));
  return [...places.values()].filter(
    (place) =>
      place.point !== null &&
      (held.has(place.id) || isSettlement(place) || place.kind === 'governorate' || (place.kind === 'region' && isOutlined(place))),
  );
}

export function isSettlement({ kind }: Place): boolean {
  return kind === 'city' || kind === 'town' || kind === 'village';
}

/** What is looked at. */
export interface ViewToName {
  readonly situation: Situation;
  readonly records: Records;
  readonly zoom: number;
  /** West, south, east, north. */
  readonly frame: readonly [number, number, number, number];
  /** Layers of marks that are switched off. */
  readonly off: readonly MarkLayer[];
}

/** The mark of who holds a place, as it is drawn. */
interface DrawnMark {
  /** Of `ledger.control.place`. */
  readonly entry: number;
  /** Of the records. */
  readonly style: number;
  readonly look: Look;
  readonly rank: Rank;
  readonly changed: boolean;
  readonly minZoom: number;
}

/** A place to be named. */
export interface Named {
  readonly place: Place;
  /** Null where none is drawn. */
  readonly mark: DrawnMark | null;
  /** Whether something that happened is drawn beside it. */
  readonly isEvent: boolean;
}

/** The places to be named, the best first. Reads no more of them than are named, and those that `namedPlaces` lists. */
export function namesInView(view: ViewToName): Named[] {
  const { situation, off } = view;
  const { dossier, control } = situation.ledger;
  const ids = dossier.claims.columns.places;
  const isNear = nearOf(view.frame);
  const { marks, events } = drawnIn(view, isNear);
  // what is thinned out is not named either
  const isFree = (id: string): boolean => {
    const entry = entryOf(situation.ledger, id);
    return entry < 0 || (!marks.has(entry) && (off.includes('control') || situation.rows[entry]! < 0));
  };
  const read = (id: string, mark: DrawnMark | null, isEvent: boolean): Named[] => {
    const place = dossier.places.get(id);
    return place?.point && (mark || place.kind !== 'country') ? [{ place, mark, isEvent }] : [];
  };
  const held = [...marks.values()].sort((a, b) => weigh(a) - weigh(b)).slice(0, MOST_NAMES);
  const happened = [...events].filter(isFree).slice(0, MOST_NAMES);
  const silent = namedPlaces(dossier).filter(
    (place) =>
      (isSettlement(place) || place.kind === 'governorate' || (place.kind !== 'country' && isOutlined(place))) &&
      isNear(...toPlane(place.point!)) &&
      !events.has(place.id) &&
      isFree(place.id),
  );
  return [
    ...held.flatMap((mark) => read(ids[control.place[mark.entry]!]!, mark, events.has(ids[control.place[mark.entry]!]!))),
    ...happened.flatMap((id) => read(id, null, true)),
    ...silent.map((place) => ({ place, mark: null, isEvent: false })),
  ]
    .sort((a, b) => urgencyOf(b) - urgencyOf(a) || weightOf(b.place) - weightOf(a.place) || (a.place.id < b.place.id ? -1 : 1))
    .slice(0, MOST_NAMES);
}

/** The marks that are drawn near the frame, by their entries, and the ids of the places beside which something is. */
function drawnIn({ situation: { ledger, at }, records, zoom, off }: ViewToName, isNear: (x: number, y: number) => boolean) {
  const marks = new Map<number, DrawnMark>();
  const events = new Set<string>();
  const { columns } = ledger.dossier.claims;
  eachAlive(records, { at, zoom, off }, (record, x, y) => {
    if (!isNear(x, y)) return;
    const style = styleAt(records.data, record);
    const minZoom = minZoomAt(records.data, record);
    const subject = records.subject[record]!;
    const drawn = records.styles[style]!;
    if (drawn.kind === 'control') {
      const { rank, changed } = drawn;
      marks.set(subject, { entry: subject, style, look: ledger.looks[drawn.look]!, rank, changed, minZoom });
      return;
    }
    // an incident's place, or that end of a movement which is known
    const claim = ledger.dated.claim[subject]!;
    const [from, to] = columns.kind[claim] === KIND.movement ? endsOf(columns, claim) : [-1, columns.place[claim]!];
    events.add(columns.places[to >= 0 ? to : from]!);
  });
  return { marks, events };
}

/** Whether a point on the plane lies in the frame or a little beyond it, on whichever copy of the world. */
function nearOf(frame: ViewToName['frame']): (x: number, y: number) => boolean {
  const box = boxOf(frame);
  const [middleX, middleY] = middleOf(box);
  const [reachX, reachY] = [(box[2] - box[0]) * (0.5 + BEYOND), (box[3] - box[1]) * (0.5 + BEYOND)];
  return (x, y) => Math.abs(x - middleX - Math.round(x - middleX)) <= reachX && Math.abs(y - middleY) <= reachY;
}

/** Less for a mark that is to be named before another, as far as that is known without reading of its place. */
function weigh(mark: DrawnMark): number {
  return -urgencyOf({ mark }) * 1e3 - ranks[mark.rank] * 100 + mark.minZoom;
}

/** What is in dispute or changed is named before everything else (2), then what somebody holds (1). */
export function urgencyOf({ mark }: Pick<Named, 'mark'>): number {
  return mark === null ? 0 : mark.look.state === 'disputed' || mark.changed ? 2 : 1;
}

/** Greater for a higher rank, and within it for more people. */
function weightOf(place: Place): number {
  return ranks[rankOf(place)] * 1e9 + (place.population ?? 0);
}
