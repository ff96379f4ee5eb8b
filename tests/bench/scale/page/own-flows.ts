import type { Ledger } from '../../../../src/core/ledger';
import { situationAt } from '../../../../src/core/situation';
import { StrokesLayer } from '../../../../src/map/strokes-layer';
import { looks } from '../../../../src/style/palette';
import { pictureOf } from '../../../../src/style/picture';
import type { Records } from '../../../../src/style/records/records';
import { flowsOf } from '../flows';
import { dayStarts } from '../ledgers';
import { dossierOf } from '../weighed';
import { ask } from './ask';
import type { Handed, WeighAsked } from './weigh-worker';
import type { MakeWay } from './way';

/** Claimline's own flows and arrows: a step is the situation, the picture without names, and the strokes uploaded, as in the page. */
export const ownFlows: MakeWay = (map, count) => {
  const layer = new StrokesLayer(looks.light);
  const startOf = dayStarts();
  let ledger: Ledger;
  let records: Records;
  map.addLayer(layer);
  return {
    async load(begun) {
      const worker = new Worker(new URL('./weigh-worker.ts', import.meta.url), { type: 'module' });
      const handed = await ask<WeighAsked, Handed>(worker, { hand: { flows: count } });
      worker.terminate();
      begun();
      ledger = { ...handed.ledger, dossier: dossierOf(flowsOf(count).head, handed) };
      records = handed.records;
    },
    show(day) {
      const [west, south, east, north] = map.getBounds().toArray().flat() as [number, number, number, number];
      const frame = [west, south, east, north] as const;
      const situation = situationAt(ledger, startOf(day + 1) - 1);
      const { strokes } = pictureOf(situation, records, {
        palette: looks.light,
        language: 'en',
        zoom: map.getZoom(),
        frame,
        settled: false,
      });
      layer.set([{ strokes, from: 0, to: 1 }]);
      map.triggerRepaint();
    },
    empty() {
      layer.set([{ strokes: [], from: 0, to: 1 }]);
      map.triggerRepaint();
    },
  };
};
