import { FlowmapLayer } from '@flowmap.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { startOfDay } from '../../../../src/core/time';
import { flowsOf } from '../flows';
import { dayAt, TIME_ZONE } from '../head';
import type { MakeWay } from './way';

/** flowmap.gl: all flows given once, the day as the range that its filter selects. A flow has one time there, its start. */

interface Location {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}
interface Flow {
  readonly origin: string;
  readonly dest: string;
  readonly count: number;
  readonly time: Date;
}

/** How long flows last there: as long as ours are shown on average. */
const SHOWN_DAYS = 18;

export const flowmap: MakeWay = (map, count) => {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  let data: { locations: Location[]; flows: Flow[] } = { locations: [], flows: [] };
  const timeOf = (day: number) => new Date(startOfDay(dayAt(Math.max(0, day)), TIME_ZONE));
  const layerOn = (day: number) =>
    new FlowmapLayer<Location, Flow>({
      id: 'flows',
      data,
      filter: { selectedTimeRange: [timeOf(day - SHOWN_DAYS + 1), timeOf(day + 1)] },
      getLocationId: ({ id }) => id,
      getLocationLon: ({ lon }) => lon,
      getLocationLat: ({ lat }) => lat,
      getFlowOriginId: ({ origin }) => origin,
      getFlowDestId: ({ dest }) => dest,
      getFlowMagnitude: ({ count }) => count,
      getFlowTime: ({ time }) => time,
      clusteringEnabled: false,
      maxTopFlowsDisplayNum: 5000,
    });
  return {
    async load(begun) {
      const { head, from, to, start, people } = flowsOf(count);
      begun();
      data = {
        locations: head.ranked.map(({ id, point }) => ({ id, lon: point![0], lat: point![1] })),
        flows: Array.from({ length: count }, (_, i) => ({
          origin: head.ranked[from[i]!]!.id,
          dest: head.ranked[to[i]!]!.id,
          count: people[i]!,
          time: timeOf(start[i]!),
        })),
      };
    },
    show: (day) => overlay.setProps({ layers: [layerOn(day)] }),
  };
};
