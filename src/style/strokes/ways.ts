import { boxAround, grown, meet, type Box } from '../../core/geometry/box';
import { linesOf } from '../../core/geometry/edge';
import { pixelAt, toPlane } from '../../core/geometry/plane';
import { KIND } from '../../core/claims/columns';
import type { Dossier, Place } from '../../core/model';
import { Course, type Scene } from './course';
import type { Palette } from '../palette';
import { routeOf } from './route';
import type { StrokeShape } from './strokes';

/** The movements and flows of a dossier, and what has been drawn of them, so that a step draws only what is new. */

/**
 * When a movement or flow is: whole days past its end, how far along its interval a movement has come (0 to 1; a flow does not grow, and
 * has 1), and whether nobody says that it happened.
 */
export interface Timing {
  readonly daysPast: number;
  readonly progress: number;
  readonly intended: boolean;
}

/** One movement or flow. It remembers its last answers, and answers the same as if it did not. */
export class Way {
  /** Row of the claim. */
  readonly row: number;
  /** Of its mark. */
  readonly id: string;
  readonly from: Place | undefined;
  readonly via: readonly Place[];
  /** Where it leads: of a flow, to each of several places. */
  readonly to: readonly Place[];
  /** For each of these a number for the two places, the same whichever way round, and whether it runs forward between them. */
  readonly pairs: readonly number[];
  readonly forward: readonly boolean[];
  readonly #box: Box | null;
  #lookedAt: Scene | null = null;
  #isInView = false;
  #scene: Scene | null = null;
  #courses: readonly Course[] = [];
  #slots: readonly number[] = [];
  #timing: Timing | null = null;
  #selected = false;
  #palette: Palette | null = null;
  #strokes: readonly StrokeShape[] = [];

  constructor({ row, id, from, via, to, pairs, forward }: Pick<Way, 'row' | 'id' | 'from' | 'via' | 'to' | 'pairs' | 'forward'>) {
    this.row = row;
    this.id = id;
    this.from = from;
    this.via = via;
    this.to = to;
    this.pairs = pairs;
    this.forward = forward;
    this.#box = boxOfPlaces(from, via, to);
  }

  /** Whether something of it may show. */
  isInView(scene: Scene): boolean {
    if (scene === this.#lookedAt) return this.#isInView;
    this.#lookedAt = scene;
    return (this.#isInView = this.#box !== null && meet(grown(this.#box, ROOM * scene.pixel), scene.view));
  }

  /** The courses that can be drawn, given the slot of each destination: the same list as long as it is equal. */
  courses(scene: Scene, slots: readonly number[]): readonly Course[] {
    if (scene === this.#scene && isSameList(slots, this.#slots)) return this.#courses;
    const before = this.#courses;
    const courses: Course[] = [];
    // a fan has no course, and yet another size
    let isNew = scene.pixel !== this.#scene?.pixel;
    for (let i = 0; i < this.to.length; i++) {
      const last = before.length === this.to.length ? before[i] : undefined;
      const course = last?.suits(scene, slots[i]!) ? last : this.#course(i, scene, slots[i]!);
      if (course) courses.push(course);
      isNew ||= course !== last;
    }
    this.#scene = scene;
    this.#slots = slots.slice();
    if (!isNew && courses.length === before.length) return before;
    this.#timing = null;
    return (this.#courses = courses);
  }

  /** The strokes along the courses that were asked for last: made anew only where they look otherwise than before. */
  strokes(timing: Timing, selected: boolean, palette: Palette, make: () => readonly StrokeShape[]): readonly StrokeShape[] {
    const last = this.#timing;
    if (last && isSameTiming(last, timing) && this.#selected === selected && this.#palette === palette) return this.#strokes;
    this.#timing = timing;
    this.#selected = selected;
    this.#palette = palette;
    return (this.#strokes = make());
  }

  #course(i: number, scene: Scene, slot: number): Course | null {
    const { from, via, to } = this;
    const route = from ? routeOf({ from, via, to: to[i]!, slot, frame: scene.frame, pixel: scene.pixel, gapAt: scene.gapAt }) : null;
    return route && new Course(route, scene, slot);
  }
}

function isSameTiming(a: Timing, b: Timing): boolean {
  return a.daysPast === b.daysPast && a.progress === b.progress && a.intended === b.intended;
}

function isSameList(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** As far as a stub, a fan or the width of a band may reach from where a way's places are, in pixels. */
const ROOM = 100;

/** Around whatever a way may touch: the whole of an area, and as far aside as the greatest bend; null where nothing is drawn. */
function boxOfPlaces(from: Place | undefined, via: readonly Place[], to: readonly Place[]): Box | null {
  if (!from?.point) return null;
  const start = toPlane(from.point);
  let [west, north, east, south] = [start[0], start[1], start[0], start[1]];
  for (const places of [[from], via, to]) {
    for (const { point, geometry } of places) {
      const [x, y] = point ? toPlane(point, start) : start;
      west = Math.min(west, x);
      north = Math.min(north, y);
      east = Math.max(east, x);
      south = Math.max(south, y);
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue;
      const area = boxAround(linesOf(geometry));
      west = Math.min(west, area[0]);
      north = Math.min(north, area[1]);
      east = Math.max(east, area[2]);
      south = Math.max(south, area[3]);
    }
  }
  return grown([west, north, east, south], 0.35 * Math.hypot(east - west, south - north));
}

/** How many ways are remembered; with their outlines they take about two kilobytes each. */
const REMEMBERED = 5000;
/** More than there are places. */
const PLACES = 2 ** 26;

/** A dossier's ways by the rows of their claims. */
export class Ways {
  readonly #dossier: Dossier;
  readonly #ways = new Map<number, Way>();
  /** By index into the columns' places. */
  readonly #places: (Place | undefined)[] = [];
  #scene: Scene | null = null;

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  /** The movement or flow of a row. */
  at(row: number): Way {
    let way = this.#ways.get(row);
    if (!way) this.#ways.set(row, (way = this.#read(row)));
    return way;
  }

  /** Forgets where there is too much. */
  trim(): void {
    if (this.#ways.size > REMEMBERED) this.#ways.clear();
  }

  /** What pictures share; the last one again where it is equal. `gapAt` may depend on the zoom level alone. */
  scene(zoom: number, frame: Box, view: Box, gapAt: (place: Place, zoom: number) => number): Scene {
    const last = this.#scene;
    if (last && last.zoom === zoom && isSameList(last.frame, frame) && isSameList(last.view, view)) return last;
    return (this.#scene = { zoom, pixel: pixelAt(zoom), frame, view, gapAt: (place) => gapAt(place, zoom) });
  }

  #read(row: number): Way {
    const { claims } = this.#dossier;
    const { kind, firstJoin, joins } = claims.columns;
    const isMovement = kind[row] === KIND.movement;
    const [first, end] = [firstJoin[row]!, firstJoin[row + 1]!];
    const start = joins[first]!;
    const from = this.#place(start);
    const via: Place[] = [];
    const to: Place[] = [];
    const pairs: number[] = [];
    const forward: boolean[] = [];
    for (let i = first + 1; i < end; i++) {
      const place = this.#place(joins[i]!);
      if (!place) continue;
      if (isMovement && i + 1 < end) via.push(place);
      else if (from) {
        to.push(place);
        pairs.push(Math.min(start, joins[i]!) * PLACES + Math.max(start, joins[i]!));
        forward.push(start < joins[i]!);
      }
    }
    return new Way({ row, id: `${isMovement ? 'movement' : 'flow'}:${claims.idOf(row)}`, from, via, to, pairs, forward });
  }

  #place(index: number): Place | undefined {
    if (index < 0) return undefined;
    const known = this.#places[index];
    if (known) return known;
    const { claims, places } = this.#dossier;
    return (this.#places[index] = places.get(claims.columns.places[index]!));
  }
}

const known = new WeakMap<Dossier, Ways>();

/** The ways of a dossier. */
export function waysOf(dossier: Dossier): Ways {
  let ways = known.get(dossier);
  if (!ways) known.set(dossier, (ways = new Ways(dossier)));
  return ways;
}
