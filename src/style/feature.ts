import type { Feature, Point } from 'geojson';
import { toLngLat, type XY } from '../core/geometry/plane';
import type { Standing } from './standing';

/** The names that the map is handed: ids and these few fields, and nothing of a user's. */

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
    /** Of the names of marked places: where they may stand. */
    readonly standing?: Standing;
    /** Where a desk has put it: from the point to the middle of the text, in ems right and down. */
    readonly shift?: readonly [number, number];
    /** Of names at the map's edge: the corner of the text that lies at the point. */
    readonly anchor?: EdgeAnchor;
  }
>;

/** The names of arrows at the map's edge stand inwards of it, beside the arrow. */
export const edgeAnchors = ['top-right', 'bottom-right', 'top-left', 'bottom-left'] as const;
export type EdgeAnchor = (typeof edgeAnchors)[number];

export function pointOf(at: XY): Point {
  return { type: 'Point', coordinates: toLngLat(at) };
}
