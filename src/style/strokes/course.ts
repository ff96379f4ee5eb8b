import { contains, type Box } from '../../core/geometry/box';
import { partOf } from '../../core/geometry/path';
import type { Points } from '../../core/geometry/plane';
import type { Place } from '../../core/model';
import type { Route } from './route';

/** A route as it is drawn in a picture. */

/** What all ways of a picture share: the same object as long as it is equal. */
export interface Scene {
  readonly zoom: number;
  /** Size of a screen pixel on the plane. */
  readonly pixel: number;
  /** What the map is sure to show, with room for names at its edge. */
  readonly frame: Box;
  /** What may be in view. */
  readonly view: Box;
  /** How far, in pixels, a way stays from the middle of a place. */
  readonly gapAt: (place: Place) => number;
}

/** A route, and what was drawn along it. */
export class Course {
  #trace: readonly Points[] | null = null;

  constructor(
    readonly route: Route,
    readonly scene: Scene,
    readonly slot: number,
  ) {}

  /** The trace that it leaves: the middle of the path, as one line. */
  trace(): readonly Points[] {
    if (this.#trace) return this.#trace;
    const { path, startGap, endGap } = this.route;
    const from = startGap * this.scene.pixel;
    return (this.#trace = [partOf(path, from, Math.max(from, path.length - endGap * this.scene.pixel))]);
  }

  /** Whether it is the same for another scene and slot. */
  suits(scene: Scene, slot: number): boolean {
    if (slot !== this.slot || scene.pixel !== this.scene.pixel) return false;
    return scene === this.scene || (contains(scene.frame, this.route.needs) && contains(this.scene.frame, this.route.needs));
  }
}
