import type { Map as GlMap } from 'maplibre-gl';
import type { FurnitureFeature } from '../style/dated';

/** What lies over the map, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The longest side of a piece: each size is an image. */
const LONGEST = 64;

/** A box as equal pieces of whole pixels, each by its middle, that cover it and nothing beyond it by more than a pixel. A box without a width or height has none. */
export function piecesOf({ left, top, width, height }: Box): {
  readonly size: readonly [width: number, height: number];
  readonly middles: readonly (readonly [number, number])[];
} {
  if (width <= 0 || height <= 0) return { size: [0, 0], middles: [] };
  const [across, down] = [cut(left, width), cut(top, height)];
  return { size: [across.side, down.side], middles: down.middles.flatMap((y) => across.middles.map((x) => [x, y] as const)) };
}

function cut(from: number, length: number): { side: number; middles: number[] } {
  const count = Math.ceil(length / LONGEST);
  return { side: Math.ceil(length / count), middles: Array.from({ length: count }, (_, i) => from + (length * (i + 0.5)) / count) };
}

/** The edges of a map of a size, a pixel within it, so that no name is cut off at one. What lies beyond is on tiles that may not be there. */
export function edgesOf(width: number, height: number): Box[] {
  const whole = { left: 0, top: 0, width, height };
  return [
    { ...whole, height: 1 },
    { ...whole, top: height - 1, height: 1 },
    { ...whole, width: 1 },
    { ...whole, left: width - 1, width: 1 },
  ];
}

/** Where names would lie under the page's furniture, as the map looks now. */
export function furnitureRoom(map: GlMap, boxes: readonly Box[]): FurnitureFeature[] {
  return boxes.flatMap((box) => {
    const { size, middles } = piecesOf(box);
    return middles.map(([x, y]): FurnitureFeature => {
      const { lng, lat } = map.unproject([x, y]);
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng, lat] },
        properties: { label: 'furniture', size: `${size[0]}x${size[1]}` },
      };
    });
  });
}
