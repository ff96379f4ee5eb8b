import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** A map with a background and nothing on it. */

(window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address: string) => address,
});
setWorkerUrl(workerUrl);
const container = document.getElementById('map')!;
const map = new GlMap({
  container,
  style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#faf7f0' } }] },
  attributionControl: false,
});
map.once('idle', () => (container.dataset.shown = 'empty'));
