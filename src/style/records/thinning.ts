import type { Points } from '../../core/geometry/plane';
import type { Instant } from '../../core/model';
import { zoomStep } from '../scale';

/**
 * Many places on few pixels: of those that fall into one cell of about twenty pixels the first shows, and the others only from a
 * nearer zoom on. It is decided for all times at once, so that it costs nothing while time moves.
 */

/** Sides of a cell in pixels, at the whole zoom levels at which it thins; cells halve from one to the next. */
const CELL = 20;
const FARTHEST = 4;
/** At the next level, the map's greatest, everything shows. */
const NEAREST = 12;
const LEVELS = NEAREST - FARTHEST + 1;

/** The whole level of a camera's zoom, the same within a step of it (see `zoomStep`): a mark shows from its `minZoom` on. */
export function levelOf(zoom: number): number {
  return Math.floor(zoomStep(zoom));
}

/** Cells to the width of the plane at a whole level; null where everything shows. */
export function cellsAcross(level: number): number | null {
  return level > NEAREST ? null : (512 * 2 ** Math.max(FARTHEST, level)) / CELL;
}

/** For each place and level, from when on it is hidden; Infinity where it never is. */
export class Thinning {
  readonly #hidden: Float64Array;

  /** `order` lists places by their indices, the first to show first; `since` says when each has its first mark. */
  constructor(points: Points, since: Float64Array, order: Uint32Array) {
    this.#hidden = new Float64Array(order.length * LEVELS);
    const cells = new Cells(order.length);
    for (let level = 0; level < LEVELS; level++) {
      const across = cellsAcross(FARTHEST + level)!;
      cells.clear();
      for (const place of order) {
        const earliest = cells.lower(Math.floor(points[2 * place]! * across), Math.floor(points[2 * place + 1]! * across), since[place]!);
        this.#hidden[place * LEVELS + level] = earliest;
      }
    }
  }

  /** The least zoom level at which a place shows at a time; 0 where it always does. */
  minZoomAt(place: number, time: Instant): number {
    for (let level = LEVELS - 1; level >= 0; level--) if (this.#hidden[place * LEVELS + level]! <= time) return FARTHEST + level + 1;
    return 0;
  }

  /** The first time after `time` at which that changes; Infinity where it stays. */
  nextAfter(place: number, time: Instant): Instant {
    // the farther the level, the earlier a place is hidden at it
    for (let level = 0; level < LEVELS; level++) {
      const hidden = this.#hidden[place * LEVELS + level]!;
      if (hidden > time) return hidden;
    }
    return Infinity;
  }
}

/** The earliest time by cell: a hash table of fixed size. */
class Cells {
  readonly #keys: Float64Array;
  readonly #times: Float64Array;
  readonly #mask: number;

  constructor(places: number) {
    const size = 2 ** Math.ceil(Math.log2(places * 2 + 2));
    this.#keys = new Float64Array(size);
    this.#times = new Float64Array(size);
    this.#mask = size - 1;
  }

  clear(): void {
    this.#keys.fill(-1);
  }

  /** The earliest time of a cell so far, Infinity where it has none; from now on it is no later than `time`. */
  lower(column: number, row: number, time: Instant): Instant {
    const key = column * 2 ** 20 + row;
    let at = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (this.#keys[at] !== -1 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    const earliest = this.#keys[at] === key ? this.#times[at]! : Infinity;
    this.#keys[at] = key;
    this.#times[at] = Math.min(earliest, time);
    return earliest;
  }
}
