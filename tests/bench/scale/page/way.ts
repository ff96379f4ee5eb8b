import type { Map as GlMap } from 'maplibre-gl';

/** One way of drawing what is alive on a date; every way has the same map under it and the same data. */
export interface Way {
  /**
   * Puts the data on the map. `begun` is called when it lies ready in typed arrays, which is where the time to the first frame begins.
   * May tell what of that took how many milliseconds.
   */
  load(begun: () => void): Promise<Readonly<Record<string, number>> | void>;
  /** Shows a day, and asks for a repaint. */
  show(day: number): void;
  /** Shows the same map with the layer empty, and asks for a repaint; without it, only the map before loading is empty. */
  empty?(): void;
}

/** Makes a way for this many records on a map that is there and idle. */
export type MakeWay = (map: GlMap, count: number) => Way;
