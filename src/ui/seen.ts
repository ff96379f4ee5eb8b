import type { Seen } from '../map/export';
import { boxOf, isIn, middleOf } from '../core/geometry/box';
import { toPlane } from '../core/geometry/plane';
import type { Situation } from '../core/situation';
import { locatorOf } from '../print/locator';
import type { Basemap } from '../style/basemap';
import { picturesAsOne } from '../style/beside';
import { legendOf } from '../style/legend';
import { groupLegend } from '../style/legend-groups';
import { firstOf, placeName } from '../style/naming';
import { offTheMap } from '../style/off-the-map';
import { fill } from '../style/strings';
import { laterStrings } from '../style/strings/later';
import { pictureOf } from '../style/picture';
import { framed, over, rounded, viewBounds, type Bounds, type Camera, type Size } from '../view/camera';
import { codeOf } from '../view/code';
import type { View } from './view.svelte';

/** What of a view stands on a sheet. */
type Told = Pick<
  View,
  'situation' | 'update' | 'pictureOptions' | 'reach' | 'paneWidth' | 'paneHeight' | 'say' | 'state' | 'look' | 'dossier'
> & {
  readonly beside: Pick<View['beside'], 'onMap' | 'situation' | 'shown'>;
};

/**
 * What maps of any size in CSS pixels show of a view as it is now, with the legend of that: nothing of what moves afterwards. `hash` is the dossier's;
 * `screen` is where the map on the screen looks from.
 */
export function seeing(view: Told, screen: Camera, hash: string, basemap: Basemap): (size: Size) => Seen {
  const { situation, update, pictureOptions, reach, paneWidth, paneHeight, say, state, look, dossier } = view;
  const { onMap } = view.beside;
  const right = onMap && { ...onMap, situation: view.beside.situation, records: view.beside.shown.records };
  const camera = cameraFor(state, dossier.opening.bounds, screen, [paneWidth, paneHeight]);
  return (size) => {
    const from = camera(size);
    const [width, height] = size;
    const frame = viewBounds(from, width, height);
    const larger = Math.max(1, width / paneWidth, height / paneHeight) * 2 ** Math.max(0, screen.zoom - from.zoom);
    const options = { ...pictureOptions, frame, view: reach && grown(reach, larger), zoom: from.zoom };
    const picture = pictureOf(situation, update.records, options);
    const beside = right && { from: right.from, picture: pictureOf(right.situation, right.records, options) };
    const all = beside ? picturesAsOne(picture, beside.picture, frame, from.bearing || from.pitch ? null : beside.from) : picture;
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
        : fill(laterStrings(language)[note], {
            places: firstOf(
              places.map((place) => placeName(situation.ledger.dossier, place, language)),
              language,
            ),
          });
    return {
      picture,
      beside,
      legend,
      notes: [noted('print.beyond', beyond), noted('print.off', off)].flat(),
      camera: from,
      code: codeOf({ ...state, look, camera: from, ground: size }, hash),
      locator: () => locatorOf(basemap, palette, beside ? [picture, beside.picture] : [picture], from, size),
    };
  };
}

/**
 * Where maps of any size look from: the map of the screen as it is, and any other at all of its ground, or, while nobody has moved it, at the
 * dossier's opening view, so that a picture does not depend on the screen.
 */
function cameraFor({ camera, ground }: View['state'], opening: Bounds, screen: Camera, pane: Size): (size: Size) => Camera {
  return (size) => {
    if (camera) return framed(camera, ground ?? pane, size);
    return size[0] === pane[0] && size[1] === pane[1] ? rounded(screen) : over(opening, size);
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
