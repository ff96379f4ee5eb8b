import type { Map as GlMap } from 'maplibre-gl';
import { glWindow } from './gl-window';
import type { Draw, SituationMap } from './seam';

/** Pictures larger than the graphics card can draw at once: a second map, out of sight, draws them tile by tile through a window (see `gl-window.ts`). */

/** Of a tile at most, in pixels: a larger one needs more of the card's memory, smoothed as it is, and is no quicker. */
const LARGEST_TILE = 4096;

/** How a map draws that is too large for its card: as large as it likes, onto whatever it is handed. */
export interface Through {
  readonly side: number;
  readonly drawOf: (map: GlMap) => Draw;
}

/** What `use` makes of a second map in `parent`, of `whole` pixels, which `make` creates. `side`: the largest that the card draws. The map is removed again. */
export async function throughTiles<T>(
  parent: HTMLElement,
  whole: readonly [number, number],
  side: number,
  make: (container: HTMLElement, through: Through) => SituationMap,
  use: (map: SituationMap) => Promise<T>,
): Promise<T> {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', inset: '0', visibility: 'hidden', overflow: 'hidden' });
  container.inert = true;
  parent.append(container);
  let map: SituationMap | null = null;
  try {
    map = make(container, { side: Infinity, drawOf: (map) => drawInTiles(map, whole, Math.min(side, LARGEST_TILE)) });
    return await use(map);
  } finally {
    map?.remove();
    container.remove();
  }
}

/** Where tiles begin along a side, and how long they are: as few as do, of one length, but for the last, which overlaps the one before. */
export function tilesAlong(length: number, largest: number): { readonly size: number; readonly from: readonly number[] } {
  const count = Math.ceil(length / largest);
  const size = Math.ceil(length / count);
  return { size, from: Array.from({ length: count }, (_, i) => Math.min(i * size, length - size)) };
}

function drawInTiles(map: GlMap, [width, height]: readonly [number, number], largest: number): Draw {
  const [across, down] = [tilesAlong(width, largest), tilesAlong(height, largest)];
  const canvas = map.getCanvas();
  canvas.width = across.size;
  canvas.height = down.size;
  // what the map sets and reads is the whole's
  for (const [name, value] of [
    ['width', width],
    ['height', height],
  ] as const)
    Object.defineProperty(canvas, name, { get: () => value, set: () => {} });
  const { gl } = map.painter.context;
  const window = glWindow(gl, [width, height], [across.size, down.size]);
  map.resize();
  return (brush, x, y) => {
    for (const top of down.from)
      for (const left of across.from) {
        window.to(left, height - top - down.size);
        map.redraw();
        brush.drawImage(canvas, x + left, y + top);
      }
  };
}
