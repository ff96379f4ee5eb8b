import { Map as GlMap, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { StrokesLayer, type StrokesSide } from '../../../src/map/strokes-layer';
import { looks } from '../../../src/style/palette';
import './main.css';
import { samples } from './samples';

/** A map with a background and strokes of every form, and what tests ask of it. */

(window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address: string) => address,
});
setWorkerUrl(workerUrl);

const palette = looks.light;
const colours = ['#d55e00', '#0072b2'];
let map: GlMap;
let layer: StrokesLayer;

async function idle(): Promise<void> {
  const rest = map.once('idle');
  map.triggerRepaint();
  await rest;
}

/** What a side shows: samples in one of the colours, around a place, for a zoom level. */
interface Side {
  readonly colour: 0 | 1;
  readonly from?: number;
  readonly to?: number;
  readonly selected?: string;
  /** Only these strokes, by the beginning of their ids. */
  readonly only?: string;
}

const strokes = {
  async open(options: Partial<MapOptions>): Promise<void> {
    map = new GlMap({
      container: 'map',
      style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': palette.land } }] },
      attributionControl: false,
      fadeDuration: 0,
      maxPitch: 75,
      canvasContextAttributes: { antialias: true },
      ...options,
    });
    await map.once('load');
    layer = new StrokesLayer(palette);
    map.addLayer(layer);
  },
  async show(sides: readonly Side[], lng = 38, zoom = 7): Promise<void> {
    layer.set(
      sides.map(({ colour, from = 0, to = 1, selected, only = '' }): StrokesSide => {
        const all = samples([lng, 35], zoom, colours[colour]!, selected);
        return { strokes: all.filter(({ id }) => id.startsWith(only)), from, to };
      }),
    );
    await idle();
  },
  async look(options: Parameters<GlMap['jumpTo']>[0], pixelRatio?: number): Promise<void> {
    if (pixelRatio !== undefined) map.setPixelRatio(pixelRatio);
    map.jumpTo(options);
    await idle();
  },
  /** The canvas as a PNG's address, drawn now. */
  picture(): string {
    map.redraw();
    return map.getCanvas().toDataURL();
  },
  strokeAt: (x: number, y: number, reach: number) => layer.strokeAt({ x, y }, reach),
  /** Loses the context and gets it back; the map forgets layers of its own kind, so it is added again. */
  async lose(): Promise<void> {
    const extension = map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const lost = map.once('webglcontextlost');
    const styled = map.once('style.load');
    extension.loseContext();
    await lost;
    // it can be restored only once everybody has heard that it is lost
    await new Promise((resolve) => setTimeout(resolve, 50));
    extension.restoreContext();
    await styled;
    map.addLayer(layer);
    await idle();
  },
};

export type Strokes = typeof strokes;
(window as { strokes?: Strokes }).strokes = strokes;
