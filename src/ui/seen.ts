import type { Seen } from '../map/export';
import type { Bounds, Camera } from '../map/camera';
import type { Size } from '../print/lay-out';
import { picturesAsOne } from '../style/beside';
import { legendOf } from '../style/legend';
import { pictureOf } from '../style/picture';
import { viewBounds } from './view-bounds';
import type { View } from './view.svelte';

/** What a map of another size than the page's, in CSS pixels, shows of a view from the same camera, and the legend of that. */
export function seenAt(view: View, camera: Camera, [width, height]: Size): Seen {
  const frame = viewBounds(camera, width, height);
  const larger = Math.max(1, width / view.paneWidth, height / view.paneHeight);
  const options = { ...view.pictureOptions, frame, view: view.reach && grown(view.reach, larger) };
  const picture = pictureOf(view.situation, view.update.records, options);
  const { beside, dossier, palette, language } = view;
  const right = beside.onMap && { ...beside.onMap, picture: pictureOf(beside.situation, beside.shown.records, options) };
  const all = right ? picturesAsOne(picture, right.picture, frame, camera.bearing || camera.pitch ? null : right.from) : picture;
  return { picture, beside: right, legend: legendOf(all, dossier, palette, language, frame) };
}

/** Bounds so many times as large around the same middle. */
function grown([west, south, east, north]: Bounds, times: number): Bounds {
  const [x, y] = [(east - west) * (times - 1), (north - south) * (times - 1)];
  return [west - x, Math.max(-85, south - y), east + x, Math.min(85, north + y)];
}
