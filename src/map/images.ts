import type { Map as GlMap } from 'maplibre-gl';
import type { Drawing } from '../style/svg';
import { rasterOf } from './raster';

/** The drawings of a map as MapLibre's images, at one pixel ratio for all of them. */
export class Images {
  readonly #map: GlMap;
  readonly #drawings = new Map<string, Drawing>();
  #ratio: number;

  constructor(map: GlMap) {
    this.#map = map;
    this.#ratio = ratioFor(map.getPixelRatio());
  }

  /** Adds what the map lacks; the rest is there already. */
  async add(drawings: ReadonlyMap<string, Drawing>): Promise<void> {
    for (const [name, drawing] of drawings) this.#drawings.set(name, drawing);
    await this.restore();
  }

  /** Adds again whatever the map has lost. */
  async restore(): Promise<void> {
    const ratio = this.#ratio;
    const missing = [...this.#drawings].filter(([name]) => !this.#map.hasImage(name));
    const rasters = await Promise.all(missing.map(async ([name, drawing]) => [name, await rasterOf(drawing, ratio)] as const));
    // the map may have gone, or another call have been first, while they were drawn
    if (!this.#map.getStyle() || ratio !== this.#ratio) return;
    for (const [name, { data, pixelRatio }] of rasters) if (!this.#map.hasImage(name)) this.#map.addImage(name, data, { pixelRatio });
  }

  /** Draws everything anew for a map at another pixel ratio. */
  async redraw(pixelRatio: number): Promise<void> {
    const ratio = ratioFor(pixelRatio);
    if (ratio !== this.#ratio) for (const name of this.#drawings.keys()) if (this.#map.hasImage(name)) this.#map.removeImage(name);
    this.#ratio = ratio;
    await this.restore();
  }
}

/** Marks are drawn a little larger than they show, since they grow with the zoom level. */
function ratioFor(pixelRatio: number): number {
  return Math.max(2, Math.ceil(pixelRatio * 1.3));
}
