import type { Feature, Point } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { edgeAnchors, type EdgeAnchor, type LabelKind } from './feature';
import type { RoomFeature } from './mark-room';
import { fonts } from './names';
import type { Palette } from './palette';
import { markStops } from './scale';
import { SLOTS, slotOffset } from './records/slots';
import { anchors, ring, shiftOf, type Standing } from './standing';
import { drawing, type Drawing } from './svg';

/** What MapLibre itself draws of the situation: the names. The layers never change after load: only the features of their source do. */

/** The source of the names and of the room that marks take, which no part of the basemap bears the name of. */
export const NAMES = 'dated-names';

export function namesSource(): SourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.1 };
}

/** Layers that a click asks: names stand for what they name. */
export const pickableNames = ['name-strong', 'name-area', 'name-moved'];

/** Layers beneath which the strokes are drawn: the first of the basemap's names of places. */
export const ABOVE_STROKES = 'town-5';

const is = (field: string, value: string | boolean): FilterSpecification => ['==', ['get', field], value];

/** The names of the situation: they give way to the marks, which stand above them, and the basemap's names to both. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const names: Readonly<Record<LabelKind, string>> = {
    'quiet-area': palette.labelQuiet,
    quiet: palette.label,
    area: palette.text,
    words: palette.displacement,
    edge: palette.text,
    strong: palette.text,
  };
  const strong: readonly LabelKind[] = ['strong', 'words', 'edge'];
  const named = (Object.keys(names) as LabelKind[]).map((kind): SymbolLayerSpecification => ({
    id: `name-${kind}`,
    type: 'symbol',
    source: NAMES,
    filter: ['all', is('label', kind), ['!', ['has', 'shift']]] as FilterSpecification,
    ...(kind === 'quiet-area' && { minzoom: 6.8, maxzoom: 9.6 }),
    layout: {
      'text-field': ['get', 'text'],
      'text-font': strong.includes(kind) ? fonts.strong : fonts.regular,
      'text-size': ['get', 'size'],
      ...standing(kind),
      'text-justify': 'auto',
      'text-max-width': kind === 'area' ? 13 : 9,
      'text-line-height': 1.15,
      'text-padding': 2,
      'symbol-sort-key': ['get', 'order'],
      ...(kind === 'quiet' && { 'icon-image': 'town-dot', 'icon-allow-overlap': true }),
    },
    paint: {
      'text-color': names[kind],
      'text-halo-color': kind === 'quiet-area' || kind === 'quiet' ? palette.halo : palette.textHalo,
      'text-halo-width': strong.includes(kind) ? 1.8 : 1.4,
    },
  }));
  // the name of a marked place stands by its mark, even on a band; all that is less gives way to bands
  const firstOnBands = named.findIndex(({ id }) => id === 'name-words');
  return [
    ...named.slice(0, firstOnBands),
    room('band'),
    ...named.slice(firstOnBands),
    {
      // a desk put them where they stand: there they stay, and others give way
      id: 'name-moved',
      type: 'symbol',
      source: NAMES,
      filter: ['has', 'shift'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': ['case', oneOf(strong), ['literal', fonts.strong], ['literal', fonts.regular]],
        'text-size': ['get', 'size'],
        'text-offset': ['array', 'number', 2, ['get', 'shift']],
        'text-max-width': 9,
        'text-line-height': 1.15,
        'text-padding': 2,
        'text-allow-overlap': true,
        'icon-image': ['case', is('label', 'quiet'), 'town-dot', ''] as ExpressionSpecification,
        'icon-allow-overlap': true,
      },
      paint: {
        'text-color': ['match', ['get', 'label'], ...Object.entries(names).flat(), palette.text] as unknown as ExpressionSpecification,
        'text-halo-color': palette.textHalo,
        'text-halo-width': 1.6,
      },
    },
    room('mark'),
    {
      // never seen: it keeps the names from under the furniture of the page
      id: 'furniture-room',
      type: 'symbol',
      source: NAMES,
      filter: is('label', 'furniture'),
      layout: { 'icon-image': ['concat', ROOM, ['get', 'size']], 'icon-allow-overlap': true, 'icon-padding': 0 },
      paint: { 'icon-opacity': 0 },
    },
  ];
}

/** Never seen: it keeps the names off the marks and strokes, which are drawn apart. */
function room(label: RoomFeature['properties']['label']): SymbolLayerSpecification {
  return {
    id: `${label}-room`,
    type: 'symbol',
    source: NAMES,
    filter: is('label', label),
    layout: {
      'icon-image': ['concat', ROOM, ['get', 'size']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], ...markStops.flat()] as ExpressionSpecification,
      'icon-offset': rowOffset,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 0 },
  };
}

/** Whether a label is of one of some kinds. */
function oneOf(kinds: readonly LabelKind[]): ExpressionSpecification {
  return ['in', ['get', 'label'], ['literal', [...kinds]]];
}

/** Where the names of a kind may stand, the best first. */
function standing(kind: LabelKind): SymbolLayerSpecification['layout'] {
  if (kind === 'edge') {
    const choices = edgeAnchors.flatMap((anchor) => [anchor, ['literal', besideArrow(anchor)]]);
    return {
      'text-variable-anchor-offset': ['match', ['get', 'anchor'], ...choices, ['literal', ring(1)]],
    } as SymbolLayerSpecification['layout'];
  }
  // how many fled is said somewhere near the band, however crowded the place
  if (kind === 'words') {
    const far = ['literal', [...ring(1.7), ...ring(3), ...ring(4.3)]];
    const near = ['literal', [...ring(0.75), ...ring(1.9), ...ring(3.2), ...ring(4.5)]];
    return { 'text-variable-anchor-offset': ['case', ['>', ['get', 'offset'], 0.8], far, near] } as SymbolLayerSpecification['layout'];
  }
  if (kind === 'strong') return { 'text-variable-anchor-offset': ['get', 'standing'] } as unknown as SymbolLayerSpecification['layout'];
  return {
    'text-variable-anchor': kind === 'area' ? ['left', 'right', 'top', 'bottom'] : [...anchors],
    'text-radial-offset': ['get', 'offset'],
  };
}

/** An anchor at the edge of the map, first near the point, then further from it. */
function besideArrow(anchor: EdgeAnchor): Standing {
  return [1.2, 1.8, 2.6].flatMap((ems) => [anchor, shiftOf(anchor, ems)]);
}

/** Room that a piece of the page's furniture takes from the names: not drawn. */
export type FurnitureFeature = Feature<
  Point,
  {
    readonly label: 'furniture';
    /** Width and height in CSS pixels, whatever the zoom, such as 64x44. */
    readonly size: string;
  }
>;

/** What the names of clear images begin with; the rest is their side in pixels, or width and height as `64x44`. */
export const ROOM = 'room-';

/** Images that the layers name, beside the clear ones. */
export function fixedDrawings(palette: Palette): ReadonlyMap<string, Drawing> {
  const dot = `<circle r="2" fill="${palette.label}" stroke="${palette.halo}" stroke-width="1"/>`;
  return new Map([['town-dot', drawing(dot, 3)]]);
}

const rowOffset: ExpressionSpecification = [
  'match',
  ['get', 'slot'],
  ...Array.from({ length: SLOTS }, (_, slot) => [slot, ['literal', slotOffset(slot)]]).flat(),
  ['literal', [0, 0]],
] as unknown as ExpressionSpecification;
