import { fixedDrawings, ABOVE_STROKES } from '../../style/dated';
import { mapStyle } from '../../style/map-style';
import type { Palette } from '../../style/palette';
import type { Picture } from '../../style/picture';
import type { Language } from '../../style/strings';
import type { Measure } from '../drawing';
import { groundShapes, type GroundData } from './ground';
import { markShapes } from './marks';
import { nameShapes, type PlacedSymbol } from './names';
import type { Shape } from './shapes';
import { strokeShapes } from './strokes';
import { windowPath, type View } from './view';

/** A map as vectors: the same layers in the same order as on the screen, from the same data. */

/** What a map shows, and how it lies. */
export interface MapShown {
  readonly view: View;
  readonly palette: Palette;
  readonly language: Language;
  readonly ground: Omit<GroundData, 'inferred'>;
  readonly picture: Picture;
  /** To the right of a share of the width. */
  readonly beside: { readonly picture: Picture; readonly from: number } | null;
  /** What the map has put of names, and of their dots, and where. */
  readonly placed: readonly PlacedSymbol[];
  readonly measure: Measure;
}

/** The shapes of a map, from below. Pure. */
export function mapShapes({ view, palette, language, ground, picture, beside, placed, measure }: MapShown): Shape[] {
  // of two days beside one another nothing lies beneath
  const beneath = beside ? null : picture.ground;
  const data = { ...ground, relief: picture.relief ? ground.relief : null, inferred: beneath?.inferred?.features ?? [] };
  const drawings = new Map([...fixedDrawings(palette), ...(beneath?.silence?.drawings ?? [])]);
  const lettering = { zoom: view.zoom, drawings, measure };
  return [
    ...mapStyle(ground.basemap, palette, language).layers.flatMap((layer): Shape[] => [
      ...(layer.id === ABOVE_STROKES ? onSides(view, picture, beside, (each) => strokeShapes(each.strokes, palette, view)) : []),
      ...(layer.type === 'symbol' ? nameShapes(layer, placed, lettering) : groundShapes(layer, data, view)),
    ]),
    ...onSides(view, picture, beside, (each) => markShapes(each, view)),
  ];
}

/** The shapes of each picture on its own side. */
function onSides(view: View, picture: Picture, beside: MapShown['beside'], shapesOf: (picture: Picture) => Shape[]): Shape[] {
  if (!beside) return shapesOf(picture);
  const [left, top, right, bottom] = view.window;
  const parting = Math.round(beside.from * view.width);
  return [
    { kind: 'within', outline: windowPath([left, top, parting, bottom]), shapes: shapesOf(picture) },
    { kind: 'within', outline: windowPath([parting, top, right, bottom]), shapes: shapesOf(beside.picture) },
  ];
}
