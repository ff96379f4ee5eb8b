import type { Seen } from '../map/export';
import type { Bounds, Camera } from '../map/camera';
import type { Size } from '../print/lay-out';
import { boxOf, isIn, middleOf } from '../core/geometry/box';
import { toPlane } from '../core/geometry/plane';
import { picturesAsOne } from '../style/beside';
import { legendOf } from '../style/legend';
import { groupLegend } from '../style/legend-groups';
import { firstOf, placeName } from '../style/naming';
import { offTheMap } from '../style/off-the-map';
import { fill } from '../style/strings';
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
  const legend = groupLegend(legendOf(all, dossier, palette, language, frame)).flatMap(({ group, entries }) => [
    { svg: null, label: view.say[`legend.group.${group}`] },
    ...entries,
  ]);
  return { picture, beside: right, legend, notes: notesOf(view, frame) };
}

/** What reports speak of and the map does not show, as lines: places beyond its edges, and those without coordinates. */
function notesOf(view: View, frame: Bounds): string[] {
  const { dossier, language, say, update, situation, beside } = view;
  const box = boxOf(frame);
  const off = new Set(offTheMap(situation, update.records).places);
  const beyond = new Set<string>();
  for (const each of beside.isOn ? [situation, beside.situation] : [situation])
    for (const [entry, row] of each.rows.entries()) {
      const id = dossier.claims.columns.places[each.ledger.control.place[entry]!]!;
      const point = dossier.places.get(id)?.point;
      if (row >= 0 && point && !isIn(box, toPlane(point, middleOf(box)))) beyond.add(id);
    }
  return (
    [
      ['print.beyond', beyond],
      ['print.off', off],
    ] as const
  ).flatMap(([note, places]) => {
    const names = [...places].sort().map((place) => placeName(dossier, place, language));
    return names.length > 0 ? [fill(say[note], { places: firstOf(names, language) })] : [];
  });
}

/** Bounds so many times as large around the same middle. */
function grown([west, south, east, north]: Bounds, times: number): Bounds {
  const [x, y] = [(east - west) * (times - 1), (north - south) * (times - 1)];
  return [west - x, Math.max(-85, south - y), east + x, Math.min(85, north + y)];
}
