import { MarksLayer } from '../../../../src/map/dated-layer';
import { looks } from '../../../../src/style/palette';
import { drawingsOf } from '../../../../src/style/records/record-drawings';
import type { Records } from '../../../../src/style/records/records';
import { markScale } from '../../../../src/style/scale';
import type { Drawing } from '../../../../src/style/svg';
import { dayStarts, ledgerOfChanges } from '../ledgers';
import { changesOf } from '../points';
import { ask } from './ask';
import type { Asked, Packed } from './points-worker';
import type { MakeWay } from './way';

/** Claimline's own layer, with the records of dated points or of places that are shown on every day. */
const own =
  (make: 'points' | 'places'): MakeWay =>
  (map, count) => {
    const layer = new MarksLayer();
    const startOf = dayStarts();
    const none: Records = { ...nothing, origin: [0.5, 0.5], reach: [0, 0] };
    let side: Pick<Parameters<MarksLayer['show']>[0][number], 'records' | 'drawings'> = { records: none, drawings: [] };
    map.addLayer(layer);
    return {
      async load(begun) {
        const worker = new Worker(new URL('./points-worker.ts', import.meta.url), { type: 'module' });
        await ask<Asked, string>(worker, { make, count });
        begun();
        const { records, packMs } = await ask<Asked, Packed>(worker, { records: true });
        worker.terminate();
        const drawings =
          make === 'places' ? drawingsOf(records, ledgerOfChanges(changesOf(1)), looks.light) : [disc(8 / markScale(map.getZoom()))];
        side = { records, drawings };
        layer.show([{ ...side, time: startOf(1) - 1 }]);
        await layer.ready();
        return { packing: packMs };
      },
      show(day) {
        layer.show([{ ...side, time: startOf(day + 1) - 1 }]);
        map.triggerRepaint();
      },
      empty() {
        layer.show([{ ...side, records: none, time: startOf(1) - 1 }]);
        map.triggerRepaint();
      },
    };
  };

export const ownPoints = own('points');
export const ownPlaces = own('places');

const nothing = {
  count: 0,
  data: new Int32Array(0),
  epoch: 0,
  groups: [],
  styles: [],
  subject: new Uint32Array(0),
  places: { tree: new ArrayBuffer(0), points: new Float32Array(0), first: new Uint32Array(1), records: new Uint32Array(0) },
  nowhere: new Uint32Array(0),
};

/** A disc of so many pixels, as the rivals draw it: all incidents of the data are of one style. */
function disc(size: number): Drawing {
  const side = size + 1;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><circle cx="${side / 2}" cy="${side / 2}" r="${size / 2}" fill="#0072b2"/></svg>`;
  return { svg, size: side };
}
