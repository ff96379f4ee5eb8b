import type { Map as GlMap } from 'maplibre-gl';
import type { FurnitureFeature } from '../style/dated';

/** What lies over the map, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The largest square that a box is covered with: each size is an image. */
const LARGEST = 64;

/** A box as squares of one side that cover it and nothing beyond it by more than a pixel: each by its middle. A box without a width or height has none. */
export function squaresOf({ left, top, width, height }: Box): {
  readonly side: number;
  readonly middles: readonly (readonly [number, number])[];
} {
  const side = Math.ceil(Math.min(width, height, LARGEST));
  if (side <= 0) return { side: 0, middles: [] };
  const along = (from: number, length: number): number[] => {
    const count = Math.ceil(length / side);
    return Array.from({ length: count }, (_, i) =>
      count === 1 ? from + length / 2 : from + side / 2 + ((length - side) * i) / (count - 1),
    );
  };
  return { side, middles: along(top, height).flatMap((y) => along(left, width).map((x) => [x, y] as const)) };
}

/** What lies around a map of a size: a name is not cut off at its edge. */
export function edgesOf(width: number, height: number): Box[] {
  const whole = { left: 0, top: 0, width, height };
  return [
    { ...whole, top: -LARGEST, height: LARGEST },
    { ...whole, top: height, height: LARGEST },
    { ...whole, left: -LARGEST, width: LARGEST },
    { ...whole, left: width, width: LARGEST },
  ];
}

/** Where names would lie under the page's furniture, as the map looks now. */
export function furnitureRoom(map: GlMap, boxes: readonly Box[]): FurnitureFeature[] {
  return boxes.flatMap((box) => {
    const { side, middles } = squaresOf(box);
    return middles.map(([x, y]): FurnitureFeature => {
      const { lng, lat } = map.unproject([x, y]);
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng, lat] },
        properties: { label: 'furniture', size: side },
      };
    });
  });
}
