import { Map as GlMap, Point, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { toLngLat, toPlane } from '../../../src/core/geometry/plane';
import { MarksLayer, type MarksSide } from '../../../src/map/dated-layer';
import { nearestMark } from '../../../src/map/picking';
import { eachAlive } from '../../../src/style/records/alive-records';
import { runsOf } from '../../../src/style/records/record-runs';
import { slotAt, styleAt, type MarkLayer } from '../../../src/style/records/records';
import { markScale } from '../../../src/style/scale';
import { slotOffset } from '../../../src/style/records/slots';
import { levelOf } from '../../../src/style/records/thinning';
import './bare-map.css';
import { chanceOf, days, generated, plainOf, type Box } from './generated';

/** A map with a background and marks from chance, and what tests ask of it. */

const DAY_MS = 86_400_000;
(window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address: string) => address,
});
setWorkerUrl(workerUrl);
let map: GlMap;
let layers: MarksLayer;
type Made = ReturnType<typeof generated>;
let made: Made;
let other: Made;

async function idle(): Promise<void> {
  map.triggerRepaint();
  await map.once('idle');
}

/** The canvas as a PNG's address, drawn now. */
function picture(): string {
  map.redraw();
  return map.getCanvas().toDataURL();
}

async function shown(sides: readonly MarksSide[]): Promise<string> {
  layers.show(sides);
  await layers.ready();
  return picture();
}

const endOf = (day: number) => day * DAY_MS - 1;

/** What `nearestMark` must find. */
function nearestOfAll({ records, drawings, time }: MarksSide, x: number, y: number, room: number): number | null {
  const zoom = map.getZoom();
  let [nearest, least] = [null as number | null, Infinity];
  eachAlive(records, { at: time, zoom, off: [] }, (record, left, top) => {
    const [dx, dy] = slotOffset(slotAt(records.data, record));
    const middle = map.project(toLngLat([left, top]));
    const away = Math.hypot(middle.x + dx * markScale(zoom) - x, middle.y + dy * markScale(zoom) - y);
    const { size } = drawings[styleAt(records.data, record)]!;
    if (away <= room + (size / 2) * markScale(zoom) && away <= least) [nearest, least] = [record, away];
  });
  return nearest;
}

const bare = {
  /** Makes a map with `count` records. */
  async open(count: number, seed: number, box: Box, options: Partial<MapOptions> = {}): Promise<void> {
    made = generated(count, seed, box);
    other = generated(count, seed + 1, box);
    map = new GlMap({
      container: 'map',
      style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#faf7f0' } }] },
      attributionControl: false,
      fadeDuration: 0,
      canvasContextAttributes: { antialias: true },
      ...options,
    });
    await map.once('load');
    layers = new MarksLayer();
    map.addLayer(layers);
    layers.show([{ ...made, time: 0 }]);
    await layers.ready();
  },
  /** From the next map on the card has points of one pixel only. */
  withSmallPoints(): void {
    const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (this: WebGL2RenderingContext, name: number): unknown {
      return name === this.ALIASED_POINT_SIZE_RANGE ? Float32Array.of(1, 1) : getParameter.call(this, name);
    };
  },
  async look(options: Parameters<GlMap['jumpTo']>[0], pixelRatio?: number): Promise<void> {
    if (pixelRatio !== undefined) map.setPixelRatio(pixelRatio);
    map.jumpTo(options);
    await layers.ready();
    await idle();
  },
  /** The picture of a day, and that of the plain path. */
  async both(day: number): Promise<{ layer: string; plain: string; runs: number; alive: number }> {
    const time = endOf(day);
    const { records, drawings } = made;
    const layer = await shown([{ records, drawings, time }]);
    const alone = plainOf(records, time, levelOf(map.getZoom()));
    const plain = await shown([{ records: alone, drawings, time }]);
    layers.show([{ records, drawings, time }]);
    return { layer, plain, runs: runsOf(records, time).length, alive: alone.count };
  },
  /** One situation beside another, from a share of the width on. */
  async sides(left: number, right: number, at: number): Promise<string> {
    const side = (each: Made, day: number, from: number, to: number): MarksSide => ({ ...each, time: endOf(day), from, to });
    return shown([side(made, left, 0, at), side(other, right, at, 1)]);
  },
  whole: (which: 'left' | 'right', day: number): Promise<string> => shown([{ ...(which === 'left' ? made : other), time: endOf(day) }]),
  /** A day with nothing of some layers. */
  without: (off: readonly MarkLayer[], day: number): Promise<string> => shown([{ ...made, time: endOf(day), off }]),
  /** A day with one mark drawn once more, in the middle of the view. */
  lifted(day: number, slot: number): Promise<string> {
    const { lng, lat } = map.getCenter();
    return shown([{ ...made, time: endOf(day), lifted: { drawing: made.drawings[0]!, at: toPlane([lng, lat]), slot, daysPast: 0 } }]);
  },
  /** The nearest mark to each of some points of the screen, found by the index and by going through all that is drawn. */
  picks(day: number, points: readonly (readonly [number, number])[], room: number): [found: number | null, wanted: number | null][] {
    const side: MarksSide = { ...made, time: endOf(day) };
    return points.map(([x, y]) => [nearestMark(map, side, new Point(x, y), room), nearestOfAll(side, x, y, room)]);
  },
  /** Loses the context and takes it back. */
  async lose(): Promise<string> {
    const gl = map.getCanvas().getContext('webgl2')!;
    const extension = gl.getExtension('WEBGL_lose_context')!;
    const back = map.once('webglcontextrestored');
    const styled = map.once('style.load');
    extension.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 50));
    extension.restoreContext();
    await back;
    await styled;
    map.addLayer(layers);
    await idle();
    return picture();
  },
  /** Jumps to many days at random, each shown as a frame or not at all, and ends on one. */
  async scrub(times: number, seed: number, last: number): Promise<string> {
    const chance = chanceOf(seed);
    for (let i = 0; i < times; i++) {
      layers.show([{ ...made, time: endOf(Math.ceil(chance() * days)) }]);
      if (i % 7 === 0) map.redraw();
    }
    layers.show([{ ...made, time: endOf(last) }]);
    return picture();
  },
  /** Plays days, one a frame, again and again. */
  async play(ms: number): Promise<void> {
    const end = performance.now() + ms;
    for (let day = 1; performance.now() < end; day = (day % days) + 1) {
      layers.show([{ ...made, time: endOf(day) }]);
      map.triggerRepaint();
      await map.once('render');
    }
  },
  error(): number {
    return map.getCanvas().getContext('webgl2')!.getError();
  },
};

export type Bare = typeof bare;
Object.assign(window, { bare });
document.documentElement.dataset.ready = 'true';
