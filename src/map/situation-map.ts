import { Map as GlMap, setWorkerUrl, type GeoJSONSource, type LngLatBoundsLike, type MapMouseEvent, type PointLike } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Basemap } from '../style/basemap';
import { datedLists, fixedDrawings, pickable, sourceOf } from '../style/dated';
import { mapStyle } from '../style/map-style';
import type { Palette } from '../style/palette';
import type { Picture } from '../style/picture';
import { zoomStep } from '../style/scale';
import { strings, type Language } from '../style/strings';
import type { Drawing } from '../style/svg';
import { creditsLine } from './credits';
import { fontsReady } from './fonts';
import './map.css';
import { rasterOf } from './raster';
import { largestSide } from './webgl';

export { NoWebGL } from './webgl';

/** Where a map looks from. Degrees, zoom level, bearing and pitch in degrees. */
export interface Camera {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}
/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

export interface SituationMapOptions {
  /** Best without the names that the pictures bring (see `withoutPlaces`). */
  readonly basemap: Basemap;
  readonly palette: Palette;
  readonly language: Language;
  readonly camera: Camera | Bounds;
  /** A mark was clicked or touched, or, with null, none. */
  readonly onSelect: (id: string | null) => void;
  /** The view came to rest, or went so far that a picture for another zoom step is wanted; `bounds` is the picture's `frame`. */
  readonly onCamera: (camera: Camera, bounds: Bounds) => void;
  readonly onHover: (id: string | null) => void;
}

/** A picture of the map alone. */
export interface MapPixels {
  readonly canvas: HTMLCanvasElement;
  /** On the ground, at the middle of the map, for a CSS pixel. */
  readonly metresPerPixel: number;
  readonly bearing: number;
}

export interface SituationMap {
  /** Shows a picture in place of the one before; `data-shown` on the container names its day once it is drawn. */
  show(picture: Picture): void;
  /** Moves to a point or over bounds; at once where the reader prefers reduced motion. */
  fly(target: readonly [number, number] | Bounds): void;
  /** Nearer by some levels, or farther below zero. */
  zoom(levels: number): void;
  camera(): Camera;
  /** What is in view. */
  bounds(): Bounds;
  /** Width and height on screen in CSS pixels. */
  size(): [width: number, height: number];
  /** The map as shown at a pixel ratio, at another size in CSS pixels if wanted. Rejects where the graphics card cannot draw one so large. */
  pixels(pixelRatio: number, size?: readonly [number, number]): Promise<MapPixels>;
  remove(): void;
}

/** The room around bounds, in CSS pixels. */
const PADDING = 36;
const TOUCH_PX = 18;
const POINTER_PX = 4;

/**
 * The one seam to MapLibre. Creates a map that fills `container`; it shows pictures from when its fonts are there, and the last
 * one asked for by then. Throws `NoWebGL`.
 */
export function createSituationMap(container: HTMLElement, options: SituationMapOptions): SituationMap {
  const side = largestSide();
  setWorkerUrl(workerUrl);
  const map = new GlMap({
    container,
    ...cameraOptions(options.camera),
    minZoom: 4,
    maxZoom: 13,
    attributionControl: false,
    fadeDuration: 0,
    maxCanvasSize: [side, side],
    canvasContextAttributes: { antialias: true },
    rollEnabled: false,
    locale: { 'Map.Title': strings(options.language)['map.title'] },
  });
  const credits = creditsLine(options.basemap.attribution);
  container.append(credits);
  container.classList.toggle('map-dark', options.palette.look === 'dark');

  const drawings = new Map<string, Drawing>(fixedDrawings(options.palette));
  let ratio = iconRatio(map.getPixelRatio());
  let wanted: Picture | null = null;
  let removed = false;

  const ready = (async () => {
    await fontsReady();
    if (removed) return;
    map.setStyle(mapStyle(options.basemap, options.palette, options.language));
    await new Promise((resolve) => map.once('style.load', resolve));
    await addDrawings(drawings);
  })();

  /** Adds what is not there yet at the present ratio. */
  async function addDrawings(list: ReadonlyMap<string, Drawing>): Promise<void> {
    const missing = [...list].filter(([name]) => !map.hasImage(name));
    const rasters = await Promise.all(missing.map(async ([name, drawing]) => [name, await rasterOf(drawing, ratio)] as const));
    if (removed) return;
    for (const [name, { data, pixelRatio }] of rasters) if (!map.hasImage(name)) map.addImage(name, data, { pixelRatio });
  }

  async function draw(picture: Picture): Promise<void> {
    await ready;
    for (const [name, drawing] of picture.drawings) drawings.set(name, drawing);
    await addDrawings(picture.drawings);
    // a later picture has overtaken this one
    if (removed || wanted !== picture) return;
    for (const list of datedLists) {
      map.getSource<GeoJSONSource>(sourceOf(list))?.setData({ type: 'FeatureCollection', features: [...picture[list]] });
    }
    const relief = picture.relief ? 'visible' : 'none';
    if (map.getLayoutProperty('relief', 'visibility') !== relief) map.setLayoutProperty('relief', 'visibility', relief);
    await idle();
    if (!removed && wanted === picture) container.dataset.shown = picture.day;
  }

  function idle(): Promise<void> {
    return new Promise((resolve) => {
      map.once('idle', () => resolve());
      // where nothing changed there would be no frame, and no rest after it
      map.triggerRepaint();
    });
  }

  function camera(): Camera {
    const { lng, lat } = map.getCenter();
    return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
  }

  function bounds(): Bounds {
    const [[west, south], [east, north]] = map.getBounds().toArray();
    return [west, south, east, north];
  }

  /** The topmost mark at a point, else the topmost near it. */
  function pick(x: number, y: number, reach: number): string | null {
    if (!map.getLayer('marks')) return null;
    for (const room of [1, reach]) {
      const box: [PointLike, PointLike] = [
        [x - room, y - room],
        [x + room, y + room],
      ];
      const hit = map.queryRenderedFeatures(box, { layers: pickable }).find((feature) => feature.properties.id);
      if (hit) return String(hit.properties.id);
    }
    return null;
  }

  let hovered: string | null = null;
  function hover(id: string | null): void {
    if (id === hovered) return;
    hovered = id;
    map.getCanvas().style.cursor = id === null ? '' : 'pointer';
    options.onHover(id);
  }

  map.on('click', ({ point, originalEvent }: MapMouseEvent) => {
    const isTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    options.onSelect(pick(point.x, point.y, isTouch ? TOUCH_PX : POINTER_PX));
  });
  map.on('mousemove', ({ point }) => hover(pick(point.x, point.y, POINTER_PX)));
  map.on('mouseout', () => hover(null));
  map.on('moveend', () => options.onCamera(camera(), bounds()));
  let step = zoomStep(map.getZoom());
  map.on('zoom', () => {
    if (zoomStep(map.getZoom()) === step) return;
    step = zoomStep(map.getZoom());
    options.onCamera(camera(), bounds());
  });

  return {
    show(picture) {
      wanted = picture;
      delete container.dataset.shown;
      void draw(picture);
    },
    fly(target) {
      if (target.length === 4) map.fitBounds(boundsOf(target), { padding: PADDING });
      else map.flyTo({ center: [target[0], target[1]], zoom: Math.max(map.getZoom(), 8.5) });
    },
    zoom: (levels) => void map.zoomTo(map.getZoom() + levels),
    camera,
    bounds,
    size: () => [container.clientWidth, container.clientHeight],
    async pixels(pixelRatio, size) {
      await ready;
      const before = { ratio, pixelRatio: map.getPixelRatio(), width: container.style.width, height: container.style.height };
      const set = async (to: number, icons: number) => {
        if (icons !== ratio) for (const name of drawings.keys()) if (map.hasImage(name)) map.removeImage(name);
        ratio = icons;
        await addDrawings(drawings);
        map.resize();
        map.setPixelRatio(to);
      };
      try {
        if (size) Object.assign(container.style, { width: `${size[0]}px`, height: `${size[1]}px` });
        await set(pixelRatio, iconRatio(pixelRatio));
        await idle();
        // drawing and reading belong in one task: the buffer is cleared after it
        map.redraw();
        const canvas = copyOf(map.getCanvas());
        const [width, height] = size ?? [container.clientWidth, container.clientHeight];
        const [found, expected] = [
          `${canvas.width} × ${canvas.height}`,
          `${Math.round(width * pixelRatio)} × ${Math.round(height * pixelRatio)}`,
        ];
        if (found !== expected)
          throw new Error(`The graphics card drew ${found} pixels where ${expected} were asked for: choose a smaller size.`);
        const { lat } = map.getCenter();
        const metresPerPixel = (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
        return { canvas, metresPerPixel, bearing: map.getBearing() };
      } finally {
        Object.assign(container.style, { width: before.width, height: before.height });
        await set(before.pixelRatio, before.ratio);
      }
    },
    remove() {
      removed = true;
      credits.remove();
      map.remove();
    },
  };
}

/** Marks are drawn a little larger than they show, since they grow with the zoom level. */
function iconRatio(pixelRatio: number): number {
  return Math.max(2, Math.ceil(pixelRatio * 1.3));
}

function cameraOptions(camera: Camera | Bounds) {
  if (!('center' in camera)) return { bounds: boundsOf(camera), fitBoundsOptions: { padding: PADDING } };
  const { center, zoom, bearing, pitch } = camera;
  return { center: [center[0], center[1]] as [number, number], zoom, bearing, pitch };
}

function boundsOf([west, south, east, north]: Bounds): LngLatBoundsLike {
  return [west, south, east, north];
}

function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error(`This browser cannot copy a picture of ${source.width} × ${source.height} pixels.`);
  brush.drawImage(source, 0, 0);
  return canvas;
}
