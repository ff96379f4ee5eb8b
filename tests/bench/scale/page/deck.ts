import type { LayerDataSource } from '@deck.gl/core';
import { DataFilterExtension, type DataFilterExtensionProps } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { pointsOf } from '../points';
import type { MakeWay } from './way';

/** deck.gl between the map's layers: binary attributes, and the day as the range of the filter on the graphics card. */
export const deck: MakeWay = (map, count) => {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  let data: LayerDataSource<unknown> = [];
  const extensions = [new DataFilterExtension({ filterSize: 2 })];
  const layerOn = (day: number) =>
    new ScatterplotLayer<unknown, DataFilterExtensionProps>({
      id: 'points',
      data,
      radiusUnits: 'pixels',
      getRadius: 4,
      getFillColor: [0, 114, 178],
      extensions,
      filterRange: [
        [-1e6, day],
        [day + 0.5, 2e6],
      ],
    });
  return {
    async load(begun) {
      const { longitude, latitude, start, end } = pointsOf(count);
      begun();
      const position = new Float32Array(count * 2);
      const filter = new Float32Array(count * 2);
      for (let i = 0; i < count; i++) {
        position.set([longitude[i]!, latitude[i]!], 2 * i);
        filter.set([start[i]!, Math.min(1e6, end[i]!)], 2 * i);
      }
      data = { length: count, attributes: { getPosition: { value: position, size: 2 }, getFilterValue: { value: filter, size: 2 } } };
    },
    show: (day) => overlay.setProps({ layers: [layerOn(day)] }),
  };
};
