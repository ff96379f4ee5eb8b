import type { Feature, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import { toLngLat, type XY } from '../core/geometry/plane';

/**
 * What the map is handed: ids and these few style fields, and nothing of a user's. `id` names the mark that a click selects;
 * `fade` is opacity by age.
 */
interface Fields {
  readonly id: string;
  readonly fade: number;
  readonly selected: boolean;
}
export type ArrowFeature = Feature<
  Polygon | MultiPolygon,
  Fields & { readonly form: 'solid' | 'hollow' | 'dashed'; readonly colour: string }
>;
export type BandFeature = Feature<Polygon, Fields & { readonly part: 'solid' | 'hatched' | 'soft' }>;
export type TraceFeature = Feature<LineString, Fields & { readonly colour: string }>;
export type MarkFeature = Feature<
  Point,
  Fields & {
    /** Name of the drawing. */
    readonly icon: string;
    /** Greater is drawn above. */
    readonly order: number;
    /** Place in the row beside a mark, from 0; null on the place itself. */
    readonly slot: number | null;
  }
>;
/** `strong` names a marked place, `quiet` another place of the dossier, `area` what is no settlement, `edge` what lies off the map, `words` the size of a flow. */
export type LabelKind = 'strong' | 'quiet' | 'area' | 'quiet-area' | 'edge' | 'words';
export type LabelFeature = Feature<
  Point,
  {
    readonly id: string;
    readonly label: LabelKind;
    readonly text: string;
    readonly size: number;
    /** From the point to the text, in ems. */
    readonly offset: number;
    readonly order: number;
  }
>;

export function polygonOf(ring: readonly XY[]): Polygon {
  return { type: 'Polygon', coordinates: [ring.map(toLngLat)] };
}

export function polygonsOf(rings: readonly (readonly XY[])[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(toLngLat)]) };
}

export function lineOf(points: readonly XY[]): LineString {
  return { type: 'LineString', coordinates: points.map(toLngLat) };
}

export function pointOf(at: XY): Point {
  return { type: 'Point', coordinates: toLngLat(at) };
}
