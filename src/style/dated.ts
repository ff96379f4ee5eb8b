import type {
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { LabelKind } from './feature';
import { fonts } from './names';
import type { Palette } from './palette';
import { markStops } from './scale';
import { drawing, type Drawing } from './svg';

/** MapLibre layers of the situation. They never change after load: only the features of these sources do. */

/** The lists of a picture that are sources of the map. */
export const datedLists = ['bands', 'traces', 'arrows', 'marks', 'labels'] as const;
type DatedList = (typeof datedLists)[number];

/** The name of a list's source, which no part of the basemap bears. */
export function sourceOf(list: DatedList): string {
  return `dated-${list}`;
}

/** Sources without features. */
export function emptySources(): Record<string, SourceSpecification> {
  const empty = (): SourceSpecification => ({ type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.1 });
  return Object.fromEntries(datedLists.map((list) => [sourceOf(list), empty()]));
}

/** Layers that a click asks, in no order of rank: the map takes the topmost hit. */
export const pickable = ['marks', 'name-strong', 'name-area', 'arrow-fill', 'band-fill', 'trace'];

const fade: ExpressionSpecification = ['get', 'fade'];
const colour: ExpressionSpecification = ['get', 'colour'];
const is = (field: string, value: string | boolean): FilterSpecification => ['==', ['get', field], value];

/** Bands, traces and arrows, beneath the names of the basemap. */
export function strokeLayers(palette: Palette): LayerSpecification[] {
  const fill = (
    id: string,
    source: DatedList,
    filter: FilterSpecification | null,
    paint: NonNullable<FillLayerSpecification['paint']>,
  ): FillLayerSpecification => ({
    id,
    type: 'fill',
    source: sourceOf(source),
    ...(filter && { filter }),
    paint,
  });
  const line = (
    id: string,
    source: DatedList,
    filter: FilterSpecification | null,
    paint: NonNullable<LineLayerSpecification['paint']>,
  ): LineLayerSpecification => ({
    id,
    type: 'line',
    source: sourceOf(source),
    ...(filter && { filter }),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint,
  });
  const firm: FilterSpecification = ['!=', ['get', 'part'], 'soft'];
  return [
    line('trace-selected', 'traces', is('selected', true), { 'line-color': palette.selected, 'line-width': 7 }),
    line('trace-casing', 'traces', null, { 'line-color': palette.casing, 'line-width': 3.6, 'line-opacity': ['*', 0.8, fade] }),
    line('trace', 'traces', null, { 'line-color': colour, 'line-width': 1.7, 'line-opacity': fade }),

    line('band-selected', 'bands', is('selected', true), { 'line-color': palette.selected, 'line-width': 6 }),
    fill('band-soft', 'bands', is('part', 'soft'), { 'fill-color': palette.displacement, 'fill-opacity': 0.26, 'fill-antialias': true }),
    line('band-casing', 'bands', firm, { 'line-color': palette.casing, 'line-width': 2.6, 'line-opacity': fade }),
    fill('band-hatched', 'bands', is('part', 'hatched'), { 'fill-pattern': 'hatch' }),
    line('band-hatched-line', 'bands', is('part', 'hatched'), { 'line-color': palette.displacement, 'line-width': 0.9 }),
    fill('band-solid', 'bands', is('part', 'solid'), { 'fill-color': palette.displacement, 'fill-opacity': fade }),
    // asked by a click, never seen
    fill('band-fill', 'bands', null, { 'fill-color': palette.displacement, 'fill-opacity': 0 }),

    line('arrow-selected', 'arrows', is('selected', true), { 'line-color': palette.selected, 'line-width': 8 }),
    line('arrow-casing', 'arrows', null, { 'line-color': palette.casing, 'line-width': 4 }),
    fill('arrow-hollow', 'arrows', is('form', 'hollow'), { 'fill-color': palette.paper }),
    fill('arrow-solid', 'arrows', is('form', 'solid'), { 'fill-color': colour }),
    line('arrow-hairline', 'arrows', is('form', 'solid'), { 'line-color': palette.hairline, 'line-width': 0.7 }),
    line('arrow-hollow-line', 'arrows', is('form', 'hollow'), { 'line-color': colour, 'line-width': 2 }),
    {
      id: 'arrow-dashed-line',
      type: 'line',
      source: sourceOf('arrows'),
      filter: is('form', 'dashed'),
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: { 'line-color': colour, 'line-width': 2, 'line-dasharray': [2.2, 1.5] },
    },
    fill('arrow-fill', 'arrows', null, { 'fill-color': palette.paper, 'fill-opacity': 0 }),
  ];
}

/** Marks and their names, above everything: the names give way to the marks, and the basemap's names to both. */
export function markLayers(palette: Palette): LayerSpecification[] {
  const names: Readonly<Record<LabelKind, string>> = {
    'quiet-area': palette.labelQuiet,
    quiet: palette.label,
    area: palette.text,
    words: palette.displacement,
    edge: palette.text,
    strong: palette.text,
  };
  const strong: readonly LabelKind[] = ['strong', 'words', 'edge'];
  return [
    ...(Object.keys(names) as LabelKind[]).map((kind): SymbolLayerSpecification => ({
      id: `name-${kind}`,
      type: 'symbol',
      source: sourceOf('labels'),
      filter: is('label', kind),
      ...(kind === 'quiet-area' && { minzoom: 6.8, maxzoom: 9.6 }),
      layout: {
        'text-field': ['get', 'text'],
        'text-font': strong.includes(kind) ? fonts.strong : fonts.regular,
        'text-size': ['get', 'size'],
        'text-variable-anchor': kind === 'area' ? ['left', 'right', 'top', 'bottom'] : anchors,
        'text-radial-offset': ['get', 'offset'],
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
    })),
    {
      id: 'marks',
      type: 'symbol',
      source: sourceOf('marks'),
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], ...markStops.flat()] as ExpressionSpecification,
        'icon-offset': rowOffset,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'order'],
        'symbol-z-order': 'auto',
      },
      paint: { 'icon-opacity': fade },
    },
  ];
}

/** Images that the layers name, beside the marks' own drawings. */
export function fixedDrawings(palette: Palette): ReadonlyMap<string, Drawing> {
  const stroke = `stroke="${palette.displacement}" stroke-width="1.5"`;
  const hatch = `<rect x="-4" y="-4" width="8" height="8" fill="${palette.casing}" fill-opacity="0.75"/><path d="M-6 2L2 -6M-6 6L6 -6M-2 6L6 -2" ${stroke}/>`;
  const dot = `<circle r="2" fill="${palette.label}" stroke="${palette.halo}" stroke-width="1"/>`;
  return new Map([
    ['hatch', drawing(hatch, 4)],
    ['town-dot', drawing(dot, 3)],
  ]);
}

const anchors: ('top' | 'bottom' | 'left' | 'right' | 'top-left' | 'bottom-left' | 'top-right' | 'bottom-right')[] = [
  'top',
  'left',
  'bottom',
  'right',
  'top-left',
  'bottom-left',
  'top-right',
  'bottom-right',
];

/** Where the event of a slot stands beside its place, in pixels at icon size 1: rows of four to the left. */
export function slotOffset(slot: number): [x: number, y: number] {
  return [-27 - 20 * (slot % 4), -7 + 20 * Math.floor(slot / 4)];
}

/** Events stand in rows of four to the left of their place, where no count and no guest stands. */
const rowOffset: ExpressionSpecification = [
  'match',
  ['coalesce', ['get', 'slot'], -1],
  ...Array.from({ length: 12 }, (_, i) => [i, ['literal', slotOffset(i)]]).flat(),
  ['literal', [0, 0]],
] as unknown as ExpressionSpecification;
