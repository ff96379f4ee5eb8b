import type { Seen } from '../map/export';
import type { Bounds, Camera } from '../map/camera';
import type { Size } from '../print/lay-out';
import { boxOf, isIn, middleOf } from '../core/geometry/box';
import { toPlane } from '../core/geometry/plane';
import type { Situation } from '../core/situation';
import { picturesAsOne } from '../style/beside';
import { legendOf } from '../style/legend';
import { groupLegend } from '../style/legend-groups';
import { firstOf, placeName } from '../style/naming';
import { offTheMap } from '../style/off-the-map';
import { fill } from '../style/strings';
import { pictureOf } from '../style/picture';
import { viewBounds } from './view-bounds';
import type { View } from './view.svelte';

/** What of a view stands on a sheet. */
type Told = Pick<View, 'situation' | 'update' | 'pictureOptions' | 'reach' | 'paneWidth' | 'paneHeight' | 'say'> & {
  readonly beside: Pick<View['beside'], 'onMap' | 'situation' | 'shown'>;
};

/** What maps of any size in CSS pixels show of a view as it is now, from one camera, with the legend of that: nothing of what moves afterwards. */
export function seeing(
  { situation, update, pictureOptions, reach, paneWidth, paneHeight, say, beside: { onMap, ...other } }: Told,
  camera: Camera,
): (size: Size) => Seen {
  const right = onMap && { ...onMap, situation: other.situation, records: other.shown.records };
  return ([width, height]) => {
    const frame = viewBounds(camera, width, height);
    const larger = Math.max(1, width / paneWidth, height / paneHeight);
    const options = { ...pictureOptions, frame, view: reach && grown(reach, larger) };
    const picture = pictureOf(situation, update.records, options);
    const beside = right && { from: right.from, picture: pictureOf(right.situation, right.records, options) };
    const all = beside ? picturesAsOne(picture, beside.picture, frame, camera.bearing || camera.pitch ? null : beside.from) : picture;
    const { palette, language } = options;
    const legend = groupLegend(legendOf(all, situation.ledger.dossier, palette, language, frame)).flatMap(({ group, entries }) => [
      { svg: null, label: say[`legend.group.${group}`] },
      ...entries,
    ]);
    const off = offTheMap(situation, update.records).places;
    const beyond = placesBeyond(right ? [situation, right.situation] : [situation], frame);
    const noted = (note: 'print.beyond' | 'print.off', places: readonly string[]) =>
      places.length === 0
        ? []
        : fill(say[note], {
            places: firstOf(
              places.map((place) => placeName(situation.ledger.dossier, place, language)),
              language,
            ),
          });
    return { picture, beside, legend, notes: [noted('print.beyond', beyond), noted('print.off', off)].flat() };
  };
}

/** Ids of the places beyond a frame of which somebody is said to hold them, in order. */
function placesBeyond(situations: readonly Situation[], frame: Bounds): string[] {
  const box = boxOf(frame);
  const beyond = new Set<string>();
  for (const { ledger, rows } of situations)
    for (const [entry, row] of rows.entries()) {
      const id = ledger.dossier.claims.columns.places[ledger.control.place[entry]!]!;
      const point = ledger.dossier.places.get(id)?.point;
      if (row >= 0 && point && !isIn(box, toPlane(point, middleOf(box)))) beyond.add(id);
    }
  return [...beyond].sort();
}

/** Bounds so many times as large around the same middle. */
function grown([west, south, east, north]: Bounds, times: number): Bounds {
  const [x, y] = [(east - west) * (times - 1), (north - south) * (times - 1)];
  return [west - x, Math.max(-85, south - y), east + x, Math.min(85, north + y)];
}
