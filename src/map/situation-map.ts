import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { fixedDrawings, NAMES } from '../style/dated';
import { mapStyle } from '../style/map-style';
import { zoomStep } from '../style/scale';
import { strings } from '../style/strings';
import { ZOOMS, type Camera } from '../view/camera';
import { boundsLike, boundsOf, cameraOf, cameraOptions, metresPerPixel } from './camera';
import { creditsLine } from './credits';
import { fontsReady } from './fonts';
import { edgesOf } from './furniture-room';
import { Images } from './images';
import './map.css';
import { PictureLayers, type Shot } from './picture-layers';
import { listen } from './pointing';
import type { Draw, MapDrawn, SituationMap, SituationMapOptions, Taking } from './seam';
import type { Through } from './tiles';
import { largestSide } from './webgl';

export type { MapDrawn, PictureBeside, SituationMap, SituationMapOptions, Taking } from './seam';
export { NoWebGL } from './webgl';

/**
 * The one seam to MapLibre. Creates a map that fills `container`; it shows pictures from when its fonts are there, and the last
 * one asked for by then. `through`: how it draws pictures, where that is not all at once. Throws `NoWebGL`.
 */
export function createSituationMap(container: HTMLElement, options: SituationMapOptions, through?: Through): SituationMap {
  const side = through?.side ?? largestSide();
  setWorkerUrl(workerUrl);
  const map = new GlMap({
    container,
    ...cameraOptions(options.camera, options.room()),
    minZoom: ZOOMS.least,
    maxZoom: ZOOMS.most,
    attributionControl: false,
    fadeDuration: 0,
    maxCanvasSize: [side, side],
    canvasContextAttributes: { antialias: true },
    rollEnabled: false,
    cooperativeGestures: !!options.cooperative,
    locale: { ...options.cooperative, 'Map.Title': strings(options.language)['map.title'] },
  });
  const draw: Draw = through
    ? through.drawOf(map)
    : (brush, x, y) => {
        // drawing and reading belong in one task: the buffer is cleared after it
        map.redraw();
        brush.drawImage(map.getCanvas(), x, y);
      };
  const credits = creditsLine(options.basemap.attribution);
  container.append(credits);
  container.classList.toggle('map-dark', options.palette.look === 'dark');

  const images = new Images(map);
  let wanted: Shot | null = null;
  /** What the map shows. */
  let put: Shot | null = null;
  let isReady = false;
  let removed = false;
  let taken: Taking | null = null;
  const layers = new PictureLayers(map, options.palette, images, () => [
    ...edgesOf(container.clientWidth, container.clientHeight),
    // a picture that is taken has its own furniture, and not the page's
    ...((taken ? taken.covered : options.furniture?.()) ?? []),
  ]);
  /** Pixels are taken one at a time. */
  let queue: Promise<unknown> = Promise.resolve();
  const waiting = new Set<(reason: Error) => void>();

  let ready = (async () => {
    await fontsReady();
    stay();
    map.setStyle(mapStyle(options.basemap, options.palette, options.language));
    await styled();
    await images.add(fixedDrawings(options.palette));
    begin();
  })();
  // whoever waits for it hears of a failure
  ready.catch(() => {});

  /** From now on the map shows pictures. */
  function begin(): void {
    stay();
    layers.add();
    isReady = true;
    if (wanted && !taken) putOn(wanted);
  }

  /** Throws once the map is removed. */
  function stay(): void {
    if (removed) throw gone();
  }

  function gone(): Error {
    return new Error(strings(options.language)['map.gone']);
  }

  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = queue.then(job);
    queue = done.catch(() => {});
    return done;
  }

  function putOn(shot: Shot): void {
    layers.show(shot, taken !== null);
    put = shot;
  }

  function show(shot: Shot): void {
    wanted = shot;
    delete container.dataset.shown;
    // a picture is being taken of another
    if (isReady && !taken) putOn(shot);
    tellWhenShown(shot).catch((error: unknown) => {
      if (!removed) throw error;
    });
  }

  /** Says that a picture is drawn, unless it is overtaken, or lacks its names or what lies beneath. */
  async function tellWhenShown(shot: Shot): Promise<void> {
    if (shot.picture.labels === null || shot.picture.ground === null || shot.beside?.isPending) return;
    await ready;
    if (put !== shot) return;
    await layers.ready();
    await idle();
    if (wanted === shot && put === shot) container.dataset.shown = shot.picture.day;
  }

  /** The next event of a kind; rejects if the map is removed before it. */
  function next(event: 'idle' | 'style.load' | 'webglcontextrestored'): Promise<void> {
    return new Promise((resolve, reject) => {
      if (removed) return reject(gone());
      waiting.add(reject);
      map.once(event, () => {
        waiting.delete(reject);
        resolve();
      });
    });
  }

  function idle(): Promise<void> {
    const rest = next('idle');
    // where nothing changed there would be no frame, and no rest after it
    if (!removed) map.triggerRepaint();
    return rest;
  }

  async function styled(): Promise<void> {
    if (!map.getSource(NAMES)) await next('style.load');
  }

  async function take<T>(shot: Shot, taking: Taking, use: (drawn: MapDrawn) => T | Promise<T>): Promise<T> {
    await ready;
    const { pixelRatio, size, camera } = taking;
    const [width, height] = size;
    const whole = size.map((length) => Math.round(length * pixelRatio)) as [number, number];
    if (Math.max(...whole) > side) {
      const { throughTiles } = await import('./tiles');
      return throughTiles(
        container,
        whole,
        side,
        (within, tiles) => createSituationMap(within, { ...options, onCamera() {}, onLost() {} }, tiles),
        (map) => map.pixels(shot.picture, taking, use, shot.beside),
      );
    }
    const before = { camera: cameraOf(map), pixelRatio: map.getPixelRatio(), width: container.style.width, height: container.style.height };
    const set = async (from: Camera, ratio: number, wide: string, tall: string) => {
      Object.assign(container.style, { width: wide, height: tall });
      await images.redraw(ratio);
      stay();
      map.resize();
      map.setPixelRatio(ratio);
      map.jumpTo({ ...from, center: [...from.center] });
    };
    taken = taking;
    try {
      await set(camera, pixelRatio, `${width}px`, `${height}px`);
      let made: T;
      // again where the context was lost meanwhile
      do {
        await ready;
        putOn(shot);
        await layers.ready();
        await idle();
        if (put !== shot) continue;
        const canvas = map.getCanvas();
        const found = `${canvas.width} × ${canvas.height}`;
        const expected = whole.join(' × ');
        if (found !== expected)
          throw new Error(`The graphics card drew ${found} pixels where ${expected} were asked for: choose a smaller size.`);
        made = await use({ map, draw, size: whole, metresPerPixel: metresPerPixel(map), bearing: map.getBearing() });
      } while (put !== shot);
      return made!;
    } finally {
      if (!removed) await set(before.camera, before.pixelRatio, before.width, before.height);
      taken = null;
      if (!removed && wanted) show(wanted);
    }
  }

  let step = zoomStep(map.getZoom());
  const tell = () => {
    step = zoomStep(map.getZoom());
    // a picture is taken of what is shown: its size is no move of the reader's
    if (!taken) options.onCamera(cameraOf(map), boundsOf(map));
  };
  map.on('moveend', tell);
  map.on('zoom', () => {
    if (zoomStep(map.getZoom()) !== step) tell();
  });
  map.on('error', (event) => {
    const { error, sourceId } = event as unknown as { readonly error: unknown; readonly sourceId?: string };
    if (sourceId === 'relief') options.onReliefMissing();
    else console.error(error);
  });
  map.on('webglcontextlost', () => {
    options.onLost(true);
    put = null;
    isReady = false;
    ready = next('webglcontextrestored')
      .then(styled)
      .then(() => images.restore())
      .then(begin)
      .then(() => options.onLost(false));
    ready.catch(() => {});
    if (wanted) show(wanted);
  });
  listen(map, layers, options.onSelect, options.onHover);

  return {
    show: (picture, beside) => show({ picture, beside: beside ?? null }),
    fly(target) {
      if (target.length === 4) map.fitBounds(boundsLike(target), { padding: { ...options.room() } });
      else map.flyTo({ center: [target[0], target[1]], zoom: Math.max(map.getZoom(), 8.5) });
    },
    zoom: (levels) => void map.zoomTo(map.getZoom() + levels),
    camera: () => cameraOf(map),
    bounds: () => boundsOf(map),
    size: () => [container.clientWidth, container.clientHeight],
    pixels: (picture, taking, use, beside) => inTurn(() => take({ picture, beside: beside ?? null }, taking, use)),
    remove() {
      removed = true;
      for (const reject of waiting) reject(gone());
      credits.remove();
      map.remove();
    },
  };
}
