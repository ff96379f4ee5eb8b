import type { LngLatBoundsLike, Map as GlMap, MapOptions } from 'maplibre-gl';
import type { Bounds, Camera } from '../view/camera';

/** The room to leave around bounds, in CSS pixels. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What MapLibre wants to start at a camera, or over bounds with room around them. */
export function cameraOptions(camera: Camera | Bounds, room: Room): Partial<MapOptions> {
  if (!('center' in camera)) return { bounds: boundsLike(camera), fitBoundsOptions: { padding: { ...room } } };
  const { center, zoom, bearing, pitch } = camera;
  return { center: [center[0], center[1]], zoom, bearing, pitch };
}

export function cameraOf(map: GlMap): Camera {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
}

export function boundsOf(map: GlMap): Bounds {
  const [[west, south], [east, north]] = map.getBounds().toArray();
  return [west, south, east, north];
}

export function boundsLike([west, south, east, north]: Bounds): LngLatBoundsLike {
  return [west, south, east, north];
}

/** Metres on the ground for a CSS pixel at the middle of the map. */
export function metresPerPixel(map: GlMap): number {
  return (40_075_016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
}
