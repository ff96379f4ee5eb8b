import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { BOUNDS } from '../head';
import { Stage } from './stage';
import { ways } from './ways';

/** The page that the bench drives: a map with a background, and one way of drawing on it. */

(window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address: string) => address,
});
setWorkerUrl(workerUrl);
const map = new GlMap({
  container: 'map',
  style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#faf7f0' } }] },
  attributionControl: false,
  fadeDuration: 0,
  bounds: [...BOUNDS],
});
const stage = new Stage(map, ways);
declare global {
  interface Window {
    stage: Stage;
  }
}
window.stage = stage;
map.once('idle', () => (document.documentElement.dataset['ready'] = 'yes'));
